// Journey 12: somebody comes back after nine days with five contributions that were never sent; the table has closed meanwhile. They decide:
// send them as late, keep them, or throw them away; nothing is sent or lost behind their back.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { atTable } from '@cocrea/shared/i18n/es/at-table.ts';
import { launchBrowser, newDevice, phone, withPictures } from '../support/browser.ts';
import { openedTable, type OpenedTable } from '../support/opened-table.ts';
import { demoLab, startServer, type RunningServer } from '../support/server.ts';
import { startTamedProxy, type TamedProxy } from '../support/tamed-proxy.ts';
import { newTablePhone } from './table-phone.ts';

const texts = ['Uno', 'Dos', 'Tres', 'Cuatro', 'Cinco'].map((one) => `${one}, escrito sin señal`);
const nineDays = 9 * 24 * 60 * 60_000;

/** A machine that is busy with others answers late. */
const patience = { timeout: 30_000 };

let server: RunningServer;
let proxy: TamedProxy;
let browser: Browser;
let table: OpenedTable;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  proxy = await startTamedProxy(server);
  table = await openedTable(server, { no: 5, phase: 'q1' });
});
afterAll(async () => {
  await browser?.close();
  await proxy?.[Symbol.asyncDispose]();
  await server?.[Symbol.asyncDispose]();
});

test('five unsent contributions, a closed table, and whoever wrote them decides', async () => {
  const context = await newDevice(browser, phone);
  await withPictures(
    'late-return',
    () => context.pages(),
    async () => {
      const before = await newTablePhone(context);
      await before.open(`${proxy.url}/unirse/DAT3GX`);
      await before.joinAs('La que vuelve');
      proxy.refuse();
      for (const text of texts) await before.contribute(text);
      await before.outbox.getByText(atTable.outbox.waiting(5)).waitFor();
      // Nine days go by on the phone: what it keeps was written so long ago.
      await before.page.evaluate((ago) => {
        for (const name of Object.keys(localStorage).filter((one) => one.startsWith('cocrea.outbox.'))) {
          const item = JSON.parse(localStorage.getItem(name) ?? '{}') as { writtenAt: number };
          localStorage.setItem(name, JSON.stringify({ ...item, writtenAt: item.writtenAt - ago }));
        }
      }, nineDays);
      await before.page.close();
      await table.close();
      proxy.restore();

      const back = await newTablePhone(context);
      await back.open(`${proxy.url}/laboratorios/${demoLab}/mesas/5`);
      await back.page.getByRole('heading', { name: atTable.late.title(5) }).waitFor();
      for (const text of texts) await back.says(text);
      await back.finds('five that came too late');
      expect(await table.board()).toEqual([]);

      // Thrown away, asked first, and thought better of.
      const discard = back.page.getByRole('button', { name: atTable.late.discard });
      await discard.tap();
      await back.says(atTable.late.ask(5));
      await back.finds('before throwing away');
      await discard.tap();
      await back.says(atTable.late.discarded(5));
      await back.page.getByRole('button', { name: atTable.late.undo }).tap();
      await back.page.getByRole('heading', { name: atTable.late.title(5) }).waitFor();

      // Kept: over a reload too. Then one of them is sent, and the others stay.
      await back.page.getByRole('button', { name: atTable.late.keep }).tap();
      await back.page.getByRole('heading', { name: atTable.late.kept }).waitFor();
      await back.page.reload();
      await back.page.getByRole('heading', { name: atTable.late.kept }).waitFor();
      await back.finds('five that are kept');
      await back.page
        .getByRole('button', { name: atTable.late.send(1) })
        .first()
        .tap();
      await back.says(atTable.mine.lateTold('M5-A-0001'));
      await expect
        .poll(async () => (await table.board()).map(({ text, late }) => [text, late]), patience)
        .toEqual([[texts[0], true]]);
      expect((await table.board())[0]?.writtenAt).toBeLessThan(Date.now() - nineDays / 2);

      // And the rest, in the order in which they were written.
      for (const left of [3, 2, 1, 0]) {
        const sends = back.page.getByRole('button', { name: atTable.late.send(1) });
        await sends.first().tap();
        await expect.poll(() => sends.count(), patience).toBe(left);
      }
      await expect.poll(async () => (await table.board()).map(({ text }) => text), patience).toEqual(texts);
      await back.finds('all of them among the late ones');
      expect([...before.complaints, ...back.complaints]).toEqual([]);
    },
  );
  await context.close();
});

test('what was on its way when the table closed is sent, and its author is told that it came late', async () => {
  const context = await newDevice(browser, phone);
  const one = await newTablePhone(context);
  await withPictures(
    'late-on-its-way',
    () => context.pages(),
    async () => {
      const fourth = await openedTable(server, { no: 4, phase: 'q1' });
      await one.open(`${proxy.url}/unirse/CRTA94`);
      await one.joinAs('A tiempo');
      await one.contribute('Con señal');
      await one.outbox.getByText(atTable.outbox.sent(1)).waitFor();
      // The line is frozen, which the phone does not know yet: what it sends is on its way.
      proxy.freeze();
      await one.contribute('En camino');
      await one.outbox.getByText(atTable.outbox.sending).waitFor();
      await fourth.close();
      proxy.restore();
      await one.says(atTable.mine.lateTold('M4-A-0002'));
      expect((await fourth.board()).map(({ text, late }) => [text, late])).toEqual([
        ['Con señal', false],
        ['En camino', true],
      ]);
      expect(one.complaints).toEqual([]);
    },
  );
  await context.close();
});
