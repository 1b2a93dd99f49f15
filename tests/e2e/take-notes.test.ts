// Journey 2: contributions arrive while the note-taker works; what is alike becomes one by button, by drag and by keyboard; the table is read
// back to and confirms.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { es } from '@cocrea/shared/i18n/es.ts';
import { board as say } from '@cocrea/shared/i18n/es/board.ts';
import { bearer, type As } from '../api/ask.ts';
import { openedTable } from '../api/at-table.ts';
import { desktop, launchBrowser, phone, withPictures } from '../support/browser.ts';
import { Cast, type Player } from '../support/cast.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { atBoard, drag, patience } from './at-board.ts';

let server: RunningServer;
let cast: Cast;
let browser: Browser;
let host: As;
let guest: As;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  cast = new Cast(server);
  host = bearer(cast.person({ role: 'facilitator' }).token ?? '');
  guest = bearer(cast.person({ role: 'participant' }).token ?? '');
});
afterAll(async () => {
  await browser?.close();
  cast?.[Symbol.dispose]();
  await server?.[Symbol.asyncDispose]();
});

const taker = (): Player => cast.person({ role: 'note_taker' });

describe('the note-taker', () => {
  test('types while contributions arrive, and neither disturbs the other', async () => {
    const table = await openedTable(server, { no: cast.table(), host });
    await table.says(guest, 'El portal existe desde 2013.');
    const { context, person, page, card, cards } = await atBoard({ browser, server }, { as: taker(), table, size: desktop });
    await withPictures(
      'notes-typing',
      () => [page],
      async () => {
        await card('El portal existe').waitFor();
        await page.getByText(say.none(4)).waitFor();
        await person.finds('the board with few contributions');
        const box = page.getByLabel(say.write.label(4));
        await box.click();
        await page.keyboard.type('Crear una autoridad');
        await table.says(guest, 'Los registros siguen en papel.');
        await table.says(guest, 'Nadie los mantiene.', { question: 4 });
        await card('Los registros siguen').getByText(say.newOne).waitFor();
        await card('Nadie los mantiene').waitFor();
        await page.keyboard.type(' de datos.');
        await page.getByLabel(say.write.onBehalf).fill('Universidad del Lago');
        await box.press('Enter');
        await card('Crear una autoridad de datos.').getByText(say.onBehalf('Universidad del Lago')).waitFor();
        expect(await cards(4).allInnerTexts()).toEqual([
          expect.stringContaining('Nadie los mantiene'),
          expect.stringContaining('Crear una autoridad'),
        ]);
        await expect.poll(() => box.inputValue(), patience).toBe('');
        await expect.poll(() => box.evaluate((one) => one === document.activeElement), patience).toBe(true);

        // What cannot be sent stays where it was typed, and is one contribution when it is sent again.
        await page.route('**/contributions', (route) => route.abort());
        await page.keyboard.type('Con presupuesto propio.');
        await page.keyboard.press('Enter');
        await page.getByText(es.ui.networkFailure).first().waitFor();
        expect(await box.inputValue()).toBe('Con presupuesto propio.');
        await page.unroute('**/contributions');
        await page.keyboard.press('Enter');
        await card('Con presupuesto propio.').waitFor();
        const stored = async () =>
          (await table.board(host)).contributions.filter(({ text }) => text === 'Con presupuesto propio.').length;
        expect(await stored()).toBe(1);

        // Said again by somebody else, it is another one.
        await expect.poll(() => box.inputValue(), patience).toBe('');
        await box.fill('Con presupuesto propio.');
        await box.press('Enter');
        await expect.poll(stored, patience).toBe(2);
        expect(person.complaints).toEqual([]);
      },
    );
    await context.close();
  });

  test('makes one of what is alike: by button, by drag, by keyboard; and takes it back', async () => {
    const table = await openedTable(server, { no: cast.table(), host });
    for (const text of ['Alfa', 'Beta', 'Gama', 'Delta']) await table.says(guest, text);
    const desk = await atBoard({ browser, server }, { as: taker(), table, size: desktop });
    const { context, person, page, card, cards, together, choose } = desk;
    const stored = async () => (await table.board(host)).clusters.length;
    await withPictures(
      'notes-grouping',
      () => [page],
      async () => {
        await card('Alfa').getByText('-A-0001').click();
        await card('Beta').getByText('-A-0002').click();
        await page.getByText(say.selection.count(2)).waitFor();
        await person.finds('the board with two chosen');
        await page.getByRole('button', { name: say.selection.group, exact: true }).click();
        await together(2).waitFor();
        await page.getByRole('button', { name: say.undo }).click();
        await expect.poll(() => cards(1).count(), patience).toBe(4);

        // Taken back, a set is a set again, and what was marked for the plenary is.
        await card('Gama').focus();
        await page.keyboard.press('s');
        await page.getByText(say.plenaryCount(1, 3)).waitFor();
        await card('Gama').getByText('-A-0003').click();
        await card('Delta').getByText('-A-0004').click();
        await page.getByRole('button', { name: say.selection.group, exact: true }).click();
        await together(2).waitFor();
        await choose(card('Alfa'), say.actions.groupWith);
        await page.getByRole('dialog').getByText('Beta').click();
        await expect.poll(stored, patience).toBe(2);
        await choose(card('Alfa'), say.actions.groupWith);
        await page.getByRole('dialog').getByText('Gama').click();
        await together(4).waitFor();
        // Offered anew once the server has the last one: an offer from before does nothing.
        const undo = page.getByRole('button', { name: say.undo });
        const pressed = async (): Promise<number> => {
          if ((await undo.count()) > 0) await undo.click({ timeout: 500 }).catch(() => undefined);
          return together(2).count();
        };
        await expect.poll(pressed, patience).toBe(2);
        await expect
          .poll(() => together(2).filter({ hasText: 'Gama' }).getByText(say.plenary, { exact: true }).count(), patience)
          .toBe(1);
        await expect
          .poll(() => together(2).filter({ hasText: 'Alfa' }).getByText(say.plenary, { exact: true }).count(), patience)
          .toBe(0);
        await choose(card('Alfa'), say.actions.ungroup);
        await choose(card('Gama'), say.actions.ungroup);
        await expect.poll(stored, patience).toBe(4);

        await drag(page, { from: card('Delta').getByText('Delta'), onto: card('Gama') });
        await together(2).waitFor();
        await expect.poll(() => together(2).innerText(), patience).toMatch(/Gama[^]*Delta/);
        await expect.poll(stored, patience).toBe(3);

        // By keyboard alone: choose two and press one key.
        await card('Alfa').focus();
        await page.keyboard.press('Space');
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Space');
        await page.getByText(say.selection.count(2)).waitFor();
        await page.keyboard.press('g');
        await expect.poll(stored, patience).toBe(2);

        // And picked up at its handle, dropped on another.
        await card('Alfa')
          .getByRole('button', { name: /^Arrastrar/ })
          .focus();
        await page.keyboard.press('Enter');
        const place = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
        await expect.poll(place, patience).toMatch(/^(?:Insertar|Soltar) /);
        for (let steps = 0; steps < 10 && !/^Soltar en .*0003/.test(await place()); steps += 1)
          await page.keyboard.press('ArrowDown');
        expect(await place()).toMatch(/^Soltar en .*0003/);
        await page.keyboard.press('Enter');
        await expect.poll(stored, patience).toBe(1);
        await together(4).waitFor();
        await choose(together(4), say.actions.ungroup);
        await expect.poll(stored, patience).toBe(4);
        expect(person.complaints).toEqual([]);
      },
    );
    await context.close();
  });

  test('writes the synthesis of a question beside its contributions', async () => {
    const table = await openedTable(server, { no: cast.table(), host });
    await table.says(guest, 'Alfa', { question: 3 });
    const { context, person, page } = await atBoard({ browser, server }, { as: taker(), table, size: desktop });
    await withPictures(
      'notes-synthesis',
      () => [page],
      async () => {
        await page.getByRole('button', { name: say.toNotes(3) }).click();
        await person.text.waitFor();
        const words = 'Tres instituciones y ninguna rectora.';
        await expect.poll(() => person.text.evaluate((text) => text.contains(document.activeElement)), patience).toBe(true);
        await person.type(words);
        await person.statusIs('saved');
        const under = person.text.locator('[data-question="3"] + *');
        await expect.poll(() => under.innerText(), patience).toContain(words);
        await person.finds('the board with its synthesis');
        expect(person.complaints).toEqual([]);
      },
    );
    await context.close();
  });

  test('puts contributions in order by menu, key and drag, and marks them', async () => {
    const table = await openedTable(server, { no: cast.table(), host });
    for (const text of ['Alfa', 'Beta', 'Gama']) await table.says(guest, text, { question: 2 });
    const desk = await atBoard({ browser, server }, { as: taker(), table, size: desktop });
    const { context, person, page, card, cards, choose } = desk;
    const order = async () => (await cards(2).allInnerTexts()).map((text) => /Alfa|Beta|Gama/.exec(text)?.[0]).join(' ');
    await withPictures(
      'notes-order',
      () => [page],
      async () => {
        await choose(card('Alfa'), say.actions.down);
        await expect.poll(order, patience).toBe('Beta Alfa Gama');
        await card('Gama').focus();
        await page.keyboard.press('Alt+ArrowUp');
        await expect.poll(order, patience).toBe('Beta Gama Alfa');
        await drag(page, { from: card('Gama').getByText('Gama'), onto: card('Beta'), at: 0.02 });
        await expect.poll(order, patience).toBe('Gama Beta Alfa');
        await page.reload();
        await expect.poll(order, patience).toBe('Gama Beta Alfa');

        await card('Beta').focus();
        await page.keyboard.press('n');
        await card('Beta').getByText(say.marks.norm, { exact: true }).waitFor();
        await page.keyboard.press('2');
        await card('Beta').getByText(say.agreements.partial, { exact: true }).waitFor();
        await page.keyboard.press('m');
        await page.getByRole('dialog').getByLabel(say.minority).fill('A dos personas les parece poco.');
        await page.getByRole('button', { name: say.minoritySave }).click();
        await card('A dos personas les parece poco.').waitFor();
        await choose(card('Gama'), say.actions.toPlenary);
        await page.getByText(say.plenaryCount(1, 3)).waitFor();
        await page.getByLabel(say.filter.label).selectOption({ label: say.filter.mark(say.marks.norm) });
        await expect.poll(order, patience).toBe('Beta');
        await page.getByLabel(say.filter.label).selectOption({ label: say.filter.all });

        // Shown at once, taken back with words where the server is not reached.
        await page.route('**/clusters/*', (route) => route.abort());
        await card('Alfa').getByRole('button', { name: say.agreements.disagree }).click();
        await page.getByText(say.undone(es.ui.networkFailure)).waitFor();
        await expect.poll(() => card('Alfa').getByText(say.agreements.disagree, { exact: true }).count(), patience).toBe(0);
        expect((await table.board(host)).clusters.map(({ agreement }) => agreement)).toEqual([null, 'partial', null]);
        expect(person.complaints).toEqual([]);
      },
    );
    await context.close();
  });

  test('reads back to the table, on a phone too, and what it confirms is validated', async () => {
    const table = await openedTable(server, { no: cast.table(), host });
    const [first] = [await table.says(guest, 'Alfa'), await table.says(guest, 'Beta', { question: 2 })];
    await table.says(guest, 'Gama', { question: 4 });
    const wide = await atBoard({ browser, server }, { as: taker(), table, size: desktop });
    const small = await atBoard({ browser, server }, { as: taker(), table, size: phone });
    const states = async () => (await table.board(host)).contributions.map(({ state }) => state).join(' ');
    await withPictures(
      'notes-reading',
      () => [wide.page, small.page],
      async () => {
        await wide.page.getByRole('button', { name: say.reading.open }).click();
        await wide.page.getByText(say.reading.progress(1, 3)).waitFor();
        await wide.person.finds('reading to the table');
        await wide.page.getByRole('button', { name: say.reading.later }).click();
        await wide.page.getByText(say.reading.progress(2, 3)).waitFor();
        await wide.page.keyboard.press('c');
        await wide.page.getByText(say.reading.progress(3, 3)).waitFor();
        await expect.poll(states, patience).toBe('captured validated captured');
        await wide.page.keyboard.press('Escape');
        await wide.card('Beta').getByText(say.validated).waitFor();
        // Left and taken up again, it goes on where it was.
        await wide.page.getByRole('button', { name: say.reading.open }).click();
        await wide.page.getByText(say.reading.progress(3, 3)).waitFor();
        await wide.page.keyboard.press('ArrowRight');
        await wide.page.getByText(say.reading.endCount(1, 3)).waitFor();
        await wide.page.getByRole('button', { name: say.reading.again }).click();
        await wide.page.getByRole('dialog').getByText('Alfa').waitFor();
        await wide.page.getByRole('button', { name: say.reading.confirm }).click();
        await expect.poll(states, patience).toBe('validated validated captured');
        expect((await table.cluster(host, first.id)).validatedAt).toBeGreaterThan(0);

        await small.page.getByRole('tab', { name: say.column(4, 1) }).click();
        await small.card('Gama').getByText('-A-0003').click();
        await small.page.getByText(say.selection.count(1)).waitFor();
        await small.person.finds('the board on a phone, one chosen');
        await small.choose(small.card('Gama'), say.actions.readFromHere);
        await small.page.getByText(say.reading.progress(3, 3)).waitFor();
        await small.person.finds('reading on a phone');
        await small.page.getByRole('button', { name: say.reading.confirm }).click();
        await small.page.getByText(say.reading.endCount(3, 3)).waitFor();
        expect([...wide.person.complaints, ...small.person.complaints]).toEqual([]);
      },
    );
    await Promise.all([wide.context.close(), small.context.close()]);
  });

  test('keeps the board in sight when nothing can be moved on it any more', async () => {
    const table = await openedTable(server, { no: cast.table(), host });
    await table.says(guest, 'Alfa');
    await table.move('prioritise');
    const { context, person, page, card } = await atBoard({ browser, server }, { as: taker(), table, size: desktop });
    await withPictures(
      'notes-still',
      () => [page],
      async () => {
        await card('Alfa').waitFor();
        await page.getByLabel(say.filter.label).selectOption({ label: say.filter.unread });
        await card('Alfa').waitFor();
        await page.getByLabel(say.filter.label).selectOption({ label: say.filter.all });
        await card('Alfa')
          .getByRole('button', { name: say.drag('') })
          .waitFor();
        await table.close();
        await page.getByText(say.closed).waitFor();
        await card('Alfa').waitFor();
        expect(person.complaints).toEqual([]);
      },
    );
    await context.close();
  });
});
