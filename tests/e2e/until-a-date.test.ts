// A table at a distance: no clock and no question of the moment; everybody answers the one they choose until the date, and every screen says
// when it has passed, also one that nobody touches.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTable as say } from '@cocrea/shared/i18n/es/at-table.ts';
import { tables } from '@cocrea/shared/i18n/es/tables.ts';
import { bearer } from '../api/ask.ts';
import { openedTable } from '../api/at-table.ts';
import { desktop, launchBrowser, newDevice, phone, withPictures } from '../support/browser.ts';
import { Cast } from '../support/cast.ts';
import { demoLab, startServer, type RunningServer } from '../support/server.ts';
import { newPerson } from './person.ts';

const patience = { timeout: 40_000 };

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

async function personOf(token: string | null, size: typeof phone | typeof desktop) {
  const device = await newDevice(browser, size);
  await device.addCookies([{ name: 'cocrea_session', value: token ?? '', url: server.url }]);
  return newPerson(device);
}

test('any question is answered on a phone, and the date is told when it passes', async () => {
  const host = cast.person({ role: 'facilitator' });
  const openUntil = Date.now() + 12_000;
  const table = await openedTable(server, { no: cast.table(), host: bearer(host.token ?? ''), mode: 'until', openUntil });
  const guest = await personOf(cast.person({ role: 'participant' }).token, phone);
  const wall = await personOf(host.token, desktop);
  await withPictures(
    'until-a-date',
    () => [guest.page, wall.page],
    async () => {
      const at = `${server.url}/laboratorios/${demoLab}/mesas/${table.no}`;
      await Promise.all([guest.open(at), wall.open(`${at}/proyector`)]);
      await guest.page.getByLabel(say.form.question, { exact: true }).selectOption('3');
      await guest.page.getByRole('textbox', { name: say.form.box(3) }).fill('Quienes guardan los registros.');
      await guest.page.getByRole('button', { name: say.form.send, exact: true }).tap();
      await guest.page.getByText('-A-0001').first().waitFor();
      expect((await table.board(bearer(host.token ?? ''))).contributions.map(({ question }) => question)).toEqual([3]);
      await guest.page.getByText(say.phases.deadlineOver).waitFor(patience);
      await wall.page.getByText(tables.deadlineOverShort).waitFor(patience);
      await guest.finds('a table whose date has passed');
      expect([...guest.complaints, ...wall.complaints]).toEqual([]);
    },
  );
});
