// One phone and more than one of everything: two tabs, two people, a device that keeps nothing. Nothing is doubled, lost without a word, or
// sent under another name.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, BrowserContext } from 'playwright-core';
import { signOut } from '@cocrea/shared/api/session.ts';
import { atTable } from '@cocrea/shared/i18n/es/at-table.ts';
import { launchBrowser, newDevice, phone, withPictures } from '../support/browser.ts';
import { openedTable, type OpenedTable } from '../support/opened-table.ts';
import { demoLab, startServer, type RunningServer } from '../support/server.ts';
import { startTamedProxy, type TamedProxy } from '../support/tamed-proxy.ts';
import { newTablePhone } from './table-phone.ts';

const patience = { timeout: 30_000 };
const join = '/unirse/PAGE6T';
const atThird = `/laboratorios/${demoLab}/mesas/3`;

let server: RunningServer;
let proxy: TamedProxy;
let browser: Browser;
let table: OpenedTable;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  proxy = await startTamedProxy(server);
  table = await openedTable(server, { no: 3, phase: 'q1' });
});
afterAll(async () => {
  await browser?.close();
  await proxy?.[Symbol.asyncDispose]();
  await server?.[Symbol.asyncDispose]();
});

async function withDevice(name: string, journey: (context: BrowserContext) => Promise<void>): Promise<void> {
  const context = await newDevice(browser, phone);
  await withPictures(
    name,
    () => context.pages(),
    () => journey(context),
  );
  await context.close();
}

const textsOf = async (author: string): Promise<readonly string[]> =>
  (await table.board()).filter(({ authorName }) => authorName === author).map(({ text }) => text);

test('two tabs of one person send each contribution once', async () => {
  await withDevice('two-tabs', async (context) => {
    const one = await newTablePhone(context);
    await one.open(proxy.url + join);
    await one.joinAs('La de dos pestañas');
    const other = await newTablePhone(context);
    await other.open(proxy.url + atThird);
    await other.box.waitFor();
    proxy.refuse();
    await one.page.bringToFront();
    await one.contribute('Desde la primera');
    await other.page.bringToFront();
    await other.contribute('Desde la segunda');
    await one.page.bringToFront();
    await one.contribute('Otra vez desde la primera');
    // Each sees what waits in the other.
    await one.outbox.getByText(atTable.outbox.waiting(3)).waitFor();
    proxy.restore();
    const all = ['Desde la primera', 'Desde la segunda', 'Otra vez desde la primera'];
    await expect.poll(() => textsOf('La de dos pestañas'), patience).toEqual(all);
    for (const tab of [one, other]) await expect.poll(() => tab.page.getByText(atTable.mine.waiting).count(), patience).toBe(0);
    expect(await textsOf('La de dos pestañas')).toEqual(all);
    expect([...one.complaints, ...other.complaints]).toEqual([]);
  });
});

test('what one person wrote is not sent when another has entered on the same phone, and waits for them', async () => {
  await withDevice('two-people', async (context) => {
    const one = await newTablePhone(context);
    await one.open(proxy.url + join);
    await one.joinAs('Quien escribió');
    proxy.refuse();
    for (const text of ['Mío uno', 'Mío dos']) await one.contribute(text);
    await one.outbox.getByText(atTable.outbox.waiting(2)).waitFor();

    // Cookies know no port: straight at the server, the same phone becomes somebody else.
    const other = await newTablePhone(context);
    await other.open(server.url);
    expect(await other.page.evaluate(async (path) => (await fetch(path, { method: 'DELETE' })).status, signOut.path)).toBe(204);
    await other.open(server.url + join);
    await other.joinAs('Quien llegó después');
    await other.contribute('Lo de quien llegó');
    await other.outbox.getByText(atTable.outbox.sent(1)).waitFor();

    await one.page.bringToFront();
    proxy.restore();
    // The page is of whoever is signed in now; what the other wrote was refused under this name, or not even tried.
    await one.says('Lo de quien llegó');
    expect(await textsOf('Quien llegó después')).toEqual(['Lo de quien llegó']);
    expect(await textsOf('Quien escribió')).toEqual([]);
    const kept = await one.page.evaluate(() =>
      Object.entries(localStorage)
        .filter(([name]) => name.startsWith('cocrea.outbox.'))
        .map(([, item]) => (JSON.parse(String(item)) as { text: string }).text)
        .sort(),
    );
    expect(kept).toEqual(['Mío dos', 'Mío uno']);
    expect(await one.page.getByText('Mío uno').count()).toBe(0);
    await one.page.reload();
    await one.says('Lo de quien llegó');
    expect(await one.page.getByText('Mío uno').count()).toBe(0);
    expect([...one.complaints, ...other.complaints]).toEqual([]);
  });
});

test('a phone that keeps nothing says so, warns before it is closed, and sends when it can', async () => {
  await withDevice('keeps-nothing', async (context) => {
    await context.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    const one = await newTablePhone(context);
    await one.open(proxy.url + join);
    await one.joinAs('Memoria llena');
    proxy.refuse();
    await one.contribute('Solo en la memoria');
    await one.says(atTable.outbox.inMemory);
    await one.outbox.getByText(atTable.outbox.waiting(1)).waitFor();
    await one.finds('a phone that keeps nothing');
    const asked = one.page.waitForEvent('dialog');
    await one.page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    proxy.restore();
    await one.outbox.getByText(atTable.outbox.sent(1)).waitFor();
    await one.page.getByText(atTable.outbox.inMemory).waitFor({ state: 'detached' });
    expect(await textsOf('Memoria llena')).toEqual(['Solo en la memoria']);
    expect(one.complaints).toEqual([]);
  });
});
