// Where a network lets no WebSocket through, pages find the way over HTTP by themselves: people write together, and see what becomes of it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { editor } from '@cocrea/shared/i18n/es/editor.ts';
import { desktop, launchBrowser, newDevice, phone, withPictures } from '../support/browser.ts';
import { startNarrowProxy } from '../support/narrow-proxy.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { newPerson, type Person } from './person.ts';

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
});

/** Whether the page says that its network lets no socket through. */
async function saysOverHttp({ page }: Person): Promise<boolean> {
  await page.getByRole('button', { name: editor.status.details }).click();
  const says = await page.getByText(editor.status.overHttp).isVisible();
  await page.keyboard.press('Escape');
  return says;
}

test('[WI6] one behind a proxy that refuses sockets, one whose browser makes none, and one with a socket write together', async () => {
  await using proxy = await startNarrowProxy(server, { upgrades: 'refused' });
  const blocked = await newDevice(browser, phone);
  await blocked.addInitScript(() => {
    class Blocked {
      static readonly CONNECTING = 0;
      constructor() {
        throw new DOMException('blocked', 'SecurityError');
      }
    }
    Object.defineProperty(globalThis, 'WebSocket', { value: Blocked });
  });
  const ana = await newPerson(await newDevice(browser, desktop));
  const beto = await newPerson(blocked);
  const carla = await newPerson(await newDevice(browser, desktop));
  const all = [ana, beto, carla];
  await withPictures(
    'without-sockets',
    () => all.map(({ page }) => page),
    async () => {
      await ana.open(proxy.url);
      await ana.enterDemo('facilitator');
      await beto.open(server.url);
      await beto.enterDemo('civil_org');
      await carla.open(server.url);
      await carla.enterDemo('consolidator');
      for (const person of all) await person.goWriting();
      for (const person of all) await person.statusIs('saved');
      expect(await Promise.all(all.map(saysOverHttp))).toEqual([true, true, false]);

      for (const person of all) await person.startLine();
      await Promise.all([ana.type('Ana escribe por HTTP.'), beto.type('Beto también.'), carla.type('Carla por su socket.')]);
      for (const person of all) {
        for (const words of ['Ana escribe por HTTP.', 'Beto también.', 'Carla por su socket.']) await person.reads(words);
        await person.statusIs('saved');
      }

      // A server that is killed in the middle of a sentence loses nothing here either.
      const typing = ana.type(' Ana sigue mientras el servidor cae.');
      await server.kill();
      await typing;
      await server.restart();
      for (const person of all) {
        await person.reads('Ana sigue mientras el servidor cae.');
        await person.statusIs('saved');
      }
      expect(await Promise.all(all.map(saysOverHttp))).toEqual([true, true, false]);

      // The tab remembers its network: after a reload no socket is tried first.
      const before = proxy.asked('/sync');
      await ana.page.reload();
      await ana.reads('Ana sigue mientras el servidor cae.');
      await ana.statusIs('saved');
      expect(await saysOverHttp(ana)).toBe(true);
      expect(proxy.asked('/sync')).toBe(before);

      // Another network that lets sockets through.
      proxy.widen();
      await ana.page.evaluate(() => dispatchEvent(new Event('online')));
      await expect.poll(() => saysOverHttp(ana), { timeout: 20_000 }).toBe(false);
      await ana.statusIs('saved');
      expect(proxy.asked('/sync')).toBe(before + 1);
      for (const person of all) expect(person.complaints).toEqual([]);
    },
  );
});

test('[WI6] a proxy that leaves sockets hanging is found out as well', async () => {
  await using proxy = await startNarrowProxy(server, { upgrades: 'hanging' });
  const ana = await newPerson(await newDevice(browser, desktop));
  ana.page.setDefaultTimeout(60_000);
  await withPictures(
    'hanging-sockets',
    () => [ana.page],
    async () => {
      await ana.open(proxy.url);
      await ana.enterDemo('facilitator');
      await ana.goWriting();
      await ana.statusIs('saved');
      expect(await saysOverHttp(ana)).toBe(true);
      await ana.startLine();
      await ana.type('Llega igual.');
      await ana.statusIs('saved');
      expect(ana.complaints).toEqual([]);
    },
  );
});
