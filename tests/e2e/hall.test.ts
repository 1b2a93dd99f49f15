// A sub-mesa from the code on the wall to its result, with everybody in the hall at once: whoever conducts, the wall, the note-taker and two
// phones. What one does, the others see.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { atTable } from '@cocrea/shared/i18n/es/at-table.ts';
import { ballots } from '@cocrea/shared/i18n/es/ballots.ts';
import { board } from '@cocrea/shared/i18n/es/board.ts';
import { proposals } from '@cocrea/shared/i18n/es/proposals.ts';
import { tables as say } from '@cocrea/shared/i18n/es/tables.ts';
import { bearer } from '../api/ask.ts';
import { openedTable } from '../api/at-table.ts';
import { desktop, launchBrowser, newDevice, phone, withPictures } from '../support/browser.ts';
import { Cast } from '../support/cast.ts';
import { demoLab, startServer, type RunningServer } from '../support/server.ts';
import { atBoard, patience } from './at-board.ts';
import { newPerson, type Person } from './person.ts';
import { newTablePhone } from './table-phone.ts';

let server: RunningServer;
let cast: Cast;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  cast = new Cast(server);
});
afterAll(async () => {
  await browser?.close();
  cast?.[Symbol.dispose]();
  await server?.[Symbol.asyncDispose]();
});

const no = 3;
const place = `/laboratorios/${demoLab}/mesas/${no}`;
const answers = [
  'Hay ventanillas únicas que no se hablan entre sí.',
  'Cada ventanilla pide los mismos papeles otra vez.',
] as const;

/** Goes on to a phase and waits until the console says so. */
async function goOn({ page }: Person, to: keyof typeof say.phases): Promise<void> {
  await page.getByRole('button', { name: say.console.nextIs(say.phases[to]) }).click();
  await page.getByRole('heading', { name: say.phases[to], exact: true }).waitFor();
}

test('five devices carry a table from its code to its result', async () => {
  const facilitator = cast.person({ role: 'facilitator' });
  const table = await openedTable(server, { no, host: bearer(facilitator.token ?? '') });
  const staffDevice = await newDevice(browser, desktop);
  await staffDevice.addCookies([{ name: 'cocrea_session', value: facilitator.token ?? '', url: server.url }]);
  const [host, wall] = [await newPerson(staffDevice), await newPerson(staffDevice)];
  const notes = await atBoard({ browser, server }, { as: cast.person({ role: 'note_taker' }), table, size: desktop });
  const phones = [await newTablePhone(await newDevice(browser, phone)), await newTablePhone(await newDevice(browser, phone))];
  const everybody = [host, wall, notes.person, ...phones];

  await withPictures(
    'hall',
    () => everybody.map(({ page }) => page),
    async () => {
      await host.open(server.url + place + '/conducir');
      await wall.open(server.url + place + '/proyector');
      const letters = await wall.page.getByText(/^Código( [A-Z\d]){6}$/).textContent();
      const code = (letters ?? '').replace('Código', '').replaceAll(' ', '');
      for (const [index, one] of phones.entries()) {
        await one.open(`${server.url}/unirse/${code}`);
        await one.joinAs(['Ixmucané', 'Kʼan'][index] ?? '');
      }
      await wall.page.getByText('Ixmucané').waitFor();

      // A question: what two phones say stands on the wall and on the board.
      await goOn(host, 'q1');
      for (const [index, one] of phones.entries()) {
        await one.contribute(answers[index] ?? '');
        // Folios are given in the order of arrival.
        await one.outbox.getByText(atTable.outbox.sent(1)).waitFor();
      }
      for (const text of answers) {
        await wall.page.getByText(text).waitFor();
        await notes.card(text).waitFor();
      }
      await phones[0]?.says(`M${no}-A-0001`);

      // Alike: the note-taker makes one of them by keyboard alone, agreed, and takes it to the plenary.
      await notes.card(answers[0]).focus();
      await notes.page.keyboard.press('Space');
      await notes.page.keyboard.press('ArrowDown');
      await notes.page.keyboard.press('Space');
      await notes.page.getByText(board.selection.count(2)).waitFor();
      await notes.page.keyboard.press('g');
      await notes.together(2).waitFor();
      await notes.together(2).focus();
      await notes.page.keyboard.press('1');
      await notes.together(2).getByText(board.agreements.agree, { exact: true }).waitFor();
      await notes.page.keyboard.press('s');
      await notes.page.getByText(board.plenaryCount(1, 3)).waitFor();

      // Dots: given on the phones, hidden on the wall and on the board until the table goes on.
      for (const to of ['q2', 'q3', 'q4', 'prioritise'] as const) await goOn(host, to);
      for (const { page } of phones) {
        const more = page.getByRole('button', { name: ballots.ballot.more(`M${no}-A-0001`) });
        await more.click();
        await more.click();
        await page.getByRole('button', { name: ballots.ballot.send }).click();
        await page.getByText(ballots.ballot.sent).waitFor();
      }
      await phones[0]?.finds('the dots in a hand');
      await notes.page.getByText(board.voting(2)).waitFor();
      await host.page.getByText(say.screen.voted(2)).waitFor();
      await host.finds('the console while dots are given');
      expect(await notes.together(2).getByText(ballots.dots(4)).count()).toBe(0);
      await goOn(host, 'validate');
      await notes.together(2).getByText(ballots.dots(4)).waitFor();
      await phones[1]?.says(ballots.ballot.results);

      // Read back and confirmed: nobody who said it changes it any more.
      await notes.page.getByRole('button', { name: board.reading.open }).click();
      await notes.page.getByText(board.reading.progress(1, 1)).waitFor();
      await notes.page.keyboard.press('c');
      await notes.page.getByText(board.reading.endCount(1, 1)).waitFor();
      await expect.poll(() => phones[0]?.page.getByText(atTable.mine.states.validated).count(), patience).toBe(1);

      // What the table agrees on becomes a proposal that remembers where it comes from.
      await notes.page.keyboard.press('Escape');
      await notes.together(2).getByText(`M${no}-A-0001`).click();
      await notes.page.getByRole('button', { name: board.selection.propose, exact: true }).click();
      await notes.page.getByLabel(proposals.making.field).fill('Una ventanilla que ya conoce sus papeles');
      await notes.page.getByRole('button', { name: /^Crear/ }).click();
      await notes.page.getByText(proposals.sources.count(2)).waitFor();
      await notes.person.reads(answers[1]);
      await notes.person.finds('a proposal made of contributions');

      // The plenary, and the close: the result has its folios, and the phones lead to it.
      await goOn(host, 'plenary');
      await wall.page.getByText(answers[0]).waitFor();
      await host.page.getByRole('button', { name: say.console.close }).click();
      await host.page.getByRole('alertdialog').getByRole('button', { name: say.closing.go }).click();
      await wall.page.getByText(say.screen.closed).waitFor();
      const hand = phones[0]?.page;
      await hand?.getByRole('link', { name: atTable.result }).click();
      await phones[0]?.reads(`M${no}-A-0002`);
      for (const { complaints } of everybody) expect(complaints).toEqual([]);
    },
  );
  await Promise.all(everybody.map(({ page }) => page.context().close()));
});
