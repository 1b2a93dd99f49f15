// One person deletes nearly all of a Borrador by mistake. Whoever facilitates is told on the text and on the home of the lab, brings it back with
// one touch while the other goes on typing, and no word is lost.
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, BrowserContext } from 'playwright-core';
import type { Role } from '@cocrea/shared/domain/role.ts';
import { massDeletion as say } from '@cocrea/shared/i18n/es/mass-deletion.ts';
import { history as historyWords } from '@cocrea/shared/i18n/es/history.ts';
import { desktop, launchBrowser, newDevice, phone, withPictures } from '../support/browser.ts';
import { Cast } from '../support/cast.ts';
import { drafts, draftsLab, folderWithDrafts, saidInFirst } from '../support/lab-of-drafts.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { newPerson } from './person.ts';

const home = `/laboratorios/${draftsLab}`;
const text = `${home}/documentos/${drafts.first}`;
let dataDir: string;
let server: RunningServer;
let browser: Browser;
let cast: Cast;
beforeAll(async () => {
  dataDir = await folderWithDrafts();
  // The text of this lab is short.
  [server, browser] = await Promise.all([startServer({ dataDir, env: { COCREA_MASS_DELETION_LEAST: '50' } }), launchBrowser()]);
  cast = new Cast(server);
});
afterAll(async () => {
  cast?.[Symbol.dispose]();
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
  rmSync(dataDir, { recursive: true, force: true });
});

async function signedIn(context: BrowserContext, role: Role): Promise<void> {
  const player = cast.person({ role, lab: draftsLab });
  const cookie = { name: 'cocrea_session', value: player.token ?? '', url: server.url, httpOnly: true, sameSite: 'Lax' as const };
  await context.addCookies([cookie]);
}

test('a facilitator is told that most of a text was deleted, and brings it back while another types', { retry: 0 }, async () => {
  const [atDesk, inHand] = await Promise.all([desktop, phone].map((size) => newDevice(browser, size)));
  if (!atDesk || !inHand) throw new Error('two devices were asked for');
  await signedIn(atDesk, 'participant');
  await signedIn(inHand, 'facilitator');
  await withPictures(
    'mass-deletion',
    () => [...atDesk.pages(), ...inHand.pages()],
    async () => {
      const writes = await newPerson(atDesk);
      const facilitates = await newPerson(inHand);
      await Promise.all([writes.open(server.url + text), facilitates.open(server.url + text)]);
      await Promise.all([writes.statusIs('saved'), facilitates.statusIs('saved')]);
      await writes.reads(saidInFirst[0] ?? '');

      await writes.enterText();
      await writes.page.keyboard.press('Control+A');
      await writes.page.keyboard.press('Delete');
      await writes.type('Esto lo escribo ');
      const told = facilitates.page.getByRole('region', { name: say.label });
      await told.waitFor();
      await facilitates.finds('the text with the notice');
      expect(await writes.page.getByRole('region', { name: say.label }).count()).toBe(0);

      // The same on the home of the lab, where it is settled.
      await facilitates.open(server.url + home);
      await told.getByRole('link', { name: say.toHistory }).waitFor();
      const typing = writes.type('mientras tanto, y no se pierde ni una letra.');
      await told.getByRole('button', { name: say.restore }).click();
      await facilitates.page.getByText(say.restored('Borrador 1')).waitFor();
      await told.waitFor({ state: 'detached' });
      await typing;
      await writes.statusIs('saved');
      await writes.reads('Esto lo escribo mientras tanto, y no se pierde ni una letra.');
      for (const words of saidInFirst) await writes.reads(words);

      await facilitates.open(`${server.url}${text}/historial`);
      await facilitates.page.getByText(historyWords.kinds.insurance).first().waitFor();
      await facilitates.finds('the version of the moment before');
      expect([...writes.complaints, ...facilitates.complaints]).toEqual([]);
    },
  );
  await Promise.all([atDesk.close(), inHand.close()]);
});
