// One person at one device, as a journey tells of them: where they go, what they type, what their screen says.
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { es } from '@cocrea/shared/i18n/es.ts';
import { draftDates } from '@cocrea/shared/i18n/es/draft-dates.ts';
import { editor } from '@cocrea/shared/i18n/es/editor.ts';
import { labPages } from '@cocrea/shared/i18n/es/lab-pages.ts';
import { complaintsOf, expectAccessible } from '../support/browser.ts';

const { app } = es;

export interface Person {
  readonly page: Page;
  /** What the page complained of so far; a journey ends with none. */
  readonly complaints: readonly string[];
  /** The text they are writing in. */
  readonly text: Locator;
  readonly status: Locator;
  open(address: string): Promise<void>;
  /** Through one of the doors of the demonstration, to the lab's home. */
  enterDemo(as: keyof typeof app.first.doors): Promise<void>;
  /** From the lab's home to the document that is open now. */
  goWriting(): Promise<void>;
  /** Puts the caret into the text, on these words where they are given. */
  enterText(words?: string): Promise<void>;
  /** Puts the caret at the end of the text, on a line of its own. */
  startLine(): Promise<void>;
  type(words: string): Promise<void>;
  /** Resolves when the status is the one of these words, whatever the number in it. */
  statusIs(kind: Exclude<keyof typeof editor.status, 'label' | 'details' | 'overHttp'>): Promise<void>;
  reads(words: string): Promise<void>;
  /** axe finds nothing, and nothing has to be scrolled sideways. */
  finds(where: string): Promise<void>;
}

export async function newPerson(context: BrowserContext): Promise<Person> {
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  const text = page.getByRole('textbox', { name: editor.page.body(''), exact: false });
  const status = page.locator('[data-status]');
  const enterText = async (words?: string): Promise<void> => {
    await (words === undefined ? text : text.getByText(words)).click();
    // ProseMirror restores its own selection by a timer 20 ms after a click; a key no hand presses so soon would be undone by it.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 25)));
  };
  return {
    page,
    complaints,
    text,
    status,
    open: async (address) => {
      await page.goto(address);
    },
    enterDemo: async (as) => {
      await page.getByRole('button', { name: app.first.doors[as].name }).click();
      await page.getByRole('heading', { name: draftDates.line.title }).waitFor();
    },
    goWriting: async () => {
      await page
        .getByRole('main')
        .getByRole('link', { name: labPages.lab.writeIn('Borrador 2') })
        .click();
      await text.waitFor();
    },
    enterText,
    startLine: async () => {
      await enterText();
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Enter');
    },
    type: async (words) => {
      await page.keyboard.type(words, { delay: 15 });
    },
    statusIs: async (kind) => {
      await page.locator(`[data-status="${kind}"]`).waitFor();
    },
    reads: async (words) => {
      await text.getByText(words).first().waitFor();
    },
    finds: async (where) => {
      await expectAccessible(page, where);
      const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth] as const);
      if (wide > seen) throw new Error(`${where}: ${wide} px wide on a screen of ${seen}`);
    },
  };
}
