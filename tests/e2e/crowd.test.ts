// A full hall in one text, as one person's screen shows it: who writes in the same section by name, and how many the others are.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { editor } from '@cocrea/shared/i18n/es/editor.ts';
import { rawClient } from '../realtime/support/raw-client.ts';
import { desktop, launchBrowser, newDevice, withPictures } from '../support/browser.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { newPerson } from './person.ts';

/** Screens each of the others has open: together they are more than a text shows one by one. */
const screens = 20;

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
});

test('[MA3] in a full hall a screen says how many are in other parts of the text', async () => {
  const ana = await newPerson(await newDevice(browser, desktop));
  await withPictures(
    'crowd',
    () => [ana.page],
    async () => {
      await ana.open(server.url);
      await ana.enterDemo('facilitator');
      await ana.goWriting();
      await ana.startLine();
      await ana.type('Ana escribe al final.');
      await ana.statusIs('saved');
      const tokens = [await server.token('note_taker'), await server.token('civil_org'), await server.token('observer')];
      const others = await Promise.all(
        tokens.flatMap((token) =>
          Array.from({ length: screens }, () => rawClient(server, 'compromiso-11.borrador-2', { token, remembers: false })),
        ),
      );
      for (const [index, other] of others.entries()) {
        other.sendPresence([{ client: 5_000 + index, clock: 1, state: { section: 'otra parte' } }]);
      }
      // Who was shown before there were so many fades from the list by itself.
      const said = ana.page.getByText(editor.people.elsewhere(3));
      await said.waitFor({ timeout: 90_000 });
      await ana.finds('a text in a full hall');
      for (const other of others) other.close();
      await said.waitFor({ state: 'detached' });
      expect(ana.complaints).toEqual([]);
    },
  );
});
