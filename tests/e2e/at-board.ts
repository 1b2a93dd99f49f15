// Somebody at the board of a table, at a device of their own: what journeys about it look at and do.
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { es } from '@cocrea/shared/i18n/es.ts';
import { board as say } from '@cocrea/shared/i18n/es/board.ts';
import type { AtTable } from '../api/at-table.ts';
import { newDevice, type desktop, type phone } from '../support/browser.ts';
import type { Player } from '../support/cast.ts';
import { demoLab, type RunningServer } from '../support/server.ts';
import { newPerson, type Person } from './person.ts';

/** How long a busy machine is waited for. */
export const patience = { timeout: 20_000 };

export interface BoardDesk {
  readonly context: BrowserContext;
  readonly person: Person;
  readonly page: Page;
  /** The card with these words in it. */
  card(words: string): Locator;
  /** The card with so many contributions. */
  together(count: number): Locator;
  /** Of one question, from the top; one at a time on a phone. */
  cards(question: number): Locator;
  /** Chooses an entry of a card's menu. */
  choose(card: Locator, action: string): Promise<void>;
}

export async function atBoard(
  { browser, server }: { browser: Browser; server: RunningServer },
  { as, table, size }: { as: Player; table: AtTable; size: typeof phone | typeof desktop },
): Promise<BoardDesk> {
  const context = await newDevice(browser, size);
  await context.addCookies([{ name: 'cocrea_session', value: as.token ?? '', url: server.url }]);
  const person = await newPerson(context);
  const { page } = person;
  await person.open(`${server.url}/laboratorios/${demoLab}/mesas/${table.no}/tablero`);
  await page.getByRole('heading', { name: say.title(table.no) }).waitFor();
  return {
    context,
    person,
    page,
    card: (words) => page.getByRole('row').filter({ hasText: words }),
    together: (count) => page.getByRole('row').filter({ hasText: say.contributions(count) }),
    cards: (question) => page.getByRole('region', { name: say.question(question) }).getByRole('row'),
    choose: async (card, action) => {
      await card
        .getByRole('button', { name: es.ui.moreOptions('') })
        .first()
        .click();
      await page.getByRole('menuitem', { name: action, exact: true }).click();
    },
  };
}

/** By mouse, in steps a browser takes for a drag. `at` is how far down the other it is dropped, from 0 to 1. */
export async function drag(page: Page, { from, onto, at = 0.5 }: { from: Locator; onto: Locator; at?: number }): Promise<void> {
  await from.scrollIntoViewIfNeeded();
  await onto.scrollIntoViewIfNeeded();
  const [start, end] = [await from.boundingBox(), await onto.boundingBox()];
  if (!start || !end) throw new Error('nothing to drag');
  const [x, y] = [start.x + start.width / 2, start.y + start.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (const share of [0.1, 0.5, 0.9, 1, 1])
    await page.mouse.move(x + (end.x + end.width / 2 - x) * share, y + (end.y + end.height * at - y) * share, { steps: 4 });
  await page.mouse.up();
}
