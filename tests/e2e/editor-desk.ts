// One person at one device with the editor open: entering by the demonstration's door, opening a document, and awaiting what its page says.
import { randomUUID } from 'node:crypto';
import type { demoDoors } from '@cocrea/shared/api/session.ts';
import type { editor } from '@cocrea/shared/i18n/es/editor.ts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { complaintsOf, desktop, newDevice } from '../support/browser.ts';
import { demoLab, type RunningServer } from '../support/server.ts';

type Door = (typeof demoDoors)[number];
type StatusKind = Exclude<keyof typeof editor.status, 'label' | 'details' | 'overHttp'>;

export class Desk {
  readonly context: BrowserContext;
  readonly #server: Pick<RunningServer, 'url'>;
  page: Page;
  complaints: readonly string[];

  private constructor(context: BrowserContext, { page, server }: { page: Page; server: Pick<RunningServer, 'url'> }) {
    this.context = context;
    this.#server = server;
    this.page = page;
    this.complaints = complaintsOf(page);
  }

  static async enter(
    browser: Browser,
    { server, as, size = desktop }: { server: Pick<RunningServer, 'url'>; as: Door; size?: Parameters<typeof newDevice>[1] },
  ): Promise<Desk> {
    const context = await newDevice(browser, size);
    const desk = new Desk(context, { page: await context.newPage(), server });
    await desk.become(as);
    return desk;
  }

  /** The device is somebody else's now: their session in place of the one before. */
  async become(as: Door): Promise<void> {
    const { url } = this.#server;
    const answer = await this.context.request.post(`${url}/api/demo-session`, { data: { as }, headers: { origin: url } });
    if (!answer.ok()) throw new Error(`entering as ${as}: ${answer.status()} ${await answer.text()}`);
  }

  /** A new free note; only a facilitator may make one. */
  async newNote(title = 'Nota de prueba'): Promise<string> {
    const { url } = this.#server;
    const answer = await this.context.request.post(`${url}/api/labs/${demoLab}/notes`, {
      data: { id: randomUUID(), title },
      headers: { origin: url },
    });
    if (answer.status() !== 201) throw new Error(`making a note: ${answer.status()} ${await answer.text()}`);
    return ((await answer.json()) as { documentId: string }).documentId;
  }

  /** Opens a document and waits until its page says `status`. */
  async open(documentId: string, status: StatusKind = 'saved'): Promise<void> {
    await this.page.goto(`${this.#server.url}/laboratorios/${demoLab}/documentos/${documentId}`);
    await this.says(status);
  }

  /** Closes the page and takes a new one on the same device. */
  async newPage(): Promise<void> {
    await this.page.close();
    this.page = await this.context.newPage();
    this.complaints = complaintsOf(this.page);
  }

  async says(status: StatusKind): Promise<void> {
    await this.page.locator(`[data-status="${status}"]`).waitFor();
  }

  /** The words of the status, as everybody reads them. */
  async statusWords(): Promise<string> {
    return (await this.page.locator('[data-status] [role="status"]').innerText()).trim();
  }

  get text(): ReturnType<Page['locator']> {
    return this.page.locator('.document-text');
  }

  /** The whole text, blocks apart by a line. */
  async words(): Promise<string> {
    return this.page.evaluate(() => {
      const blocks = document.querySelectorAll('.document-text :is(p, h1, h2, h3)');
      return Array.from(blocks, (block) => (block.textContent ?? '').replace(/\u00a0/g, ' ')).join('\n');
    });
  }

  /** Waits until the page shows `words` somewhere in the text. */
  async shows(words: string): Promise<void> {
    await this.page.waitForFunction(
      (wanted) =>
        document
          .querySelector('.document-text')
          ?.textContent?.replace(/\u00a0/g, ' ')
          .includes(wanted),
      words,
    );
  }

  /** Puts the focus into the text, and the caret on `paragraph` where it is given. */
  async focusText(paragraph?: number): Promise<void> {
    if (paragraph === undefined) await this.text.focus();
    else await this.text.locator('p').nth(paragraph).click();
    // ProseMirror restores its own selection by a timer 20 ms after a focus or a click; a key no hand presses so soon would be undone by it.
    await this.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 25)));
  }

  /** Puts the caret at the end of the text and types. */
  async write(words: string, { delay = 0 }: { delay?: number } = {}): Promise<void> {
    await this.focusText();
    await this.page.keyboard.press('Control+End');
    await this.page.keyboard.type(words, { delay });
  }
}

/** Waits until all show the same text, and gives it. */
export async function agreed(...desks: readonly Desk[]): Promise<string> {
  for (const desk of desks) await desk.says('saved');
  const texts = (): Promise<string[]> => Promise.all(desks.map((desk) => desk.words()));
  await expect.poll(async () => new Set(await texts()).size, { timeout: 20_000, message: 'they agree' }).toBe(1);
  return (await texts())[0] ?? '';
}
