// Journey 2, its dots: given on phones and counted from raised hands, hidden from the board until the table has finished giving them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { es } from '@cocrea/shared/i18n/es.ts';
import { ballots } from '@cocrea/shared/i18n/es/ballots.ts';
import { board as say } from '@cocrea/shared/i18n/es/board.ts';
import { bearer, type As } from '../api/ask.ts';
import { openedTable } from '../api/at-table.ts';
import { desktop, launchBrowser, phone, withPictures } from '../support/browser.ts';
import { Cast, type Player } from '../support/cast.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { atBoard, patience } from './at-board.ts';

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

describe('dots', () => {
  test('are hidden from the board while they are given, and shown when the table has finished', async () => {
    const table = await openedTable(server, { no: cast.table(), host });
    await table.says(guest, 'Alfa');
    await table.says(guest, 'Beta');
    const wide = await atBoard({ browser, server }, { as: taker(), table, size: desktop });
    const small = await atBoard({ browser, server }, { as: cast.person({ role: 'participant' }), table, size: phone });
    await withPictures(
      'notes-dots',
      () => [wide.page, small.page],
      async () => {
        await table.move('prioritise');
        const beta = (await table.board(host)).contributions[1]?.folio ?? '';
        const more = small.page.getByRole('button', { name: ballots.ballot.more(beta) });
        for (let given = 0; given < 3; given += 1) await more.click();
        await small.page.getByText(ballots.ballot.left(0, 3)).waitFor();
        expect(await more.isDisabled()).toBe(true);
        await small.person.finds('giving dots on a phone');
        await small.page.getByRole('button', { name: ballots.ballot.send }).click();
        await small.page.getByText(ballots.ballot.sent).waitFor();
        await wide.page.getByText(say.voting(1)).waitFor();

        await wide.page.getByRole('button', { name: ballots.counted.open }).click();
        await wide.page.getByLabel(ballots.counted.label).fill('Grupo 2');
        await wide.page.getByLabel(ballots.counted.people).fill('4');
        for (let given = 0; given < 2; given += 1)
          await wide.page.getByRole('button', { name: ballots.ballot.more(beta) }).click();
        await wide.person.finds('counting dots by hand');
        await wide.page.getByRole('button', { name: ballots.counted.save }).click();
        await wide.page.getByText(ballots.counted.row('Grupo 2', 4)).waitFor();
        await wide.page.getByRole('button', { name: es.ui.close, exact: true }).first().click();
        await wide.page.getByText(say.voting(5)).waitFor();
        expect(await wide.page.getByText(/\d puntos?$/).count()).toBe(0);

        await table.move('validate');
        await wide.card('Beta').getByText(ballots.dots(5)).waitFor();
        await wide.page.getByLabel(say.sort.label).selectOption({ label: say.sort.dots });
        await expect.poll(() => wide.cards(1).first().innerText(), patience).toContain('Beta');
        await wide.person.finds('the board with dots');
        expect([...wide.person.complaints, ...small.person.complaints]).toEqual([]);
      },
    );
    await Promise.all([wide.context.close(), small.context.close()]);
  });

  test('without names are said to be final before they are sent, and then are', async () => {
    const table = await openedTable(server, { no: cast.table(), host, anonymousDots: true });
    const { folio } = await table.says(guest, 'Alfa');
    await table.move('prioritise');
    const as = cast.person({ role: 'participant' });
    const { context, person, page } = await atBoard({ browser, server }, { as, table, size: phone });
    await withPictures(
      'notes-anonymous',
      () => [page],
      async () => {
        await page.getByText(ballots.ballot.anonymousBefore).waitFor();
        await page.getByRole('button', { name: ballots.ballot.more(folio) }).click();
        await page.getByRole('button', { name: ballots.ballot.send }).click();
        await page.getByText(ballots.ballot.anonymousSent).waitFor();
        expect(await page.getByRole('button', { name: ballots.ballot.more(folio) }).count()).toBe(0);
        await person.finds('anonymous dots given');
        expect(person.complaints).toEqual([]);
      },
    );
    await context.close();
  });
});
