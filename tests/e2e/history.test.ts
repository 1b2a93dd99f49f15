// Two people write, the colours tell whose words are whose, a version is named; everything is deleted, and the version brought back while the
// other goes on typing.
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, BrowserContext } from 'playwright-core';
import { history as say } from '@cocrea/shared/i18n/es/history.ts';
import { drafts as draftWords } from '@cocrea/shared/i18n/es/drafts.ts';
import { desktop, launchBrowser, newDevice, phone, withPictures } from '../support/browser.ts';
import { Cast, type Player } from '../support/cast.ts';
import { drafts, draftsLab, folderWithDrafts } from '../support/lab-of-drafts.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { newPerson } from './person.ts';

const text = `/laboratorios/${draftsLab}/documentos/${drafts.first}`;
let dataDir: string;
let server: RunningServer;
let browser: Browser;
let cast: Cast;
beforeAll(async () => {
  dataDir = await folderWithDrafts();
  [server, browser] = await Promise.all([startServer({ dataDir }), launchBrowser()]);
  cast = new Cast(server);
});
afterAll(async () => {
  cast?.[Symbol.dispose]();
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
  rmSync(dataDir, { recursive: true, force: true });
});

async function signedIn(context: BrowserContext, role: 'consolidator' | 'participant'): Promise<Player> {
  const player = cast.person({ role, lab: draftsLab });
  const cookie = { name: 'cocrea_session', value: player.token ?? '', url: server.url, httpOnly: true, sameSite: 'Lax' as const };
  await context.addCookies([cookie]);
  return player;
}

// What was typed stays typed: it cannot be tried a second time.
test('who wrote what is seen, a version is named, and brought back while the other types', { retry: 0 }, async () => {
  const [atDesk, inHand] = await Promise.all([desktop, phone].map((size) => newDevice(browser, size)));
  if (!atDesk || !inHand) throw new Error('two devices were asked for');
  await signedIn(atDesk, 'consolidator');
  await signedIn(inHand, 'participant');
  await withPictures(
    'history',
    () => [...atDesk.pages(), ...inHand.pages()],
    async () => {
      const one = await newPerson(atDesk);
      const other = await newPerson(inHand);
      await Promise.all([one.open(server.url + text), other.open(server.url + text)]);
      await Promise.all([one.statusIs('saved'), other.statusIs('saved')]);
      await one.startLine();
      await one.type('Cada municipio publica sus datos.');
      await other.reads('Cada municipio publica sus datos.');
      await other.startLine();
      await other.type('Y los explica en su idioma.');
      await one.reads('Y los explica en su idioma.');
      await Promise.all([one.statusIs('saved'), other.statusIs('saved')]);

      await one.page.getByRole('tab', { name: say.authors.panel }).click();
      await one.page.getByLabel(say.authors.on).check();
      const writtenBy = (words: string) => one.text.locator('.authored', { hasText: words }).first().getAttribute('title');
      await one.text.locator('.authored', { hasText: 'Y los explica' }).waitFor();
      const [first, second] = await Promise.all([writtenBy('Cada municipio'), writtenBy('Y los explica')]);
      expect([first, second].every(Boolean) && first !== second).toBe(true);
      await one.page.getByRole('table', { name: say.authors.shares }).waitFor();
      await one.finds('who wrote this');

      const { page } = one;
      await page.getByRole('link', { name: draftWords.head.versions }).click();
      await page.getByLabel(say.nameField).fill('Antes de la plenaria');
      await page.getByRole('button', { name: say.save }).click();
      const version = page.getByRole('list', { name: say.versions }).getByRole('listitem').first();
      await version.getByText('Antes de la plenaria').waitFor();

      // The other deletes everything, and writes on.
      await other.enterText();
      await other.page.keyboard.press('Control+A');
      await other.page.keyboard.press('Delete');
      await other.type('Empiezo');
      await other.statusIs('saved');
      await page.reload();
      await version.getByText('Antes de la plenaria').waitFor();
      await page.getByRole('list', { name: say.compare.list }).getByText('Cada municipio publica sus datos.').first().waitFor();
      await page.keyboard.press('n');
      await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-changed'))).toBe(true);
      // Whose words went and whose came, where they are pointed at and in words.
      const went = page.locator('del[data-name]', { hasText: 'Cada municipio publica sus datos.' }).first();
      await went.waitFor();
      expect(await went.getAttribute('data-name')).toBe(first);
      await went.focus();
      const came = page.locator('ins[data-name]', { hasText: 'Empiezo' }).first();
      expect(await came.getAttribute('data-name')).toBe(second);
      await page
        .getByText(say.changedBy.removed(first ?? ''))
        .first()
        .waitFor();
      await one.finds('two versions compared');
      await other.type(' de nuevo');
      await other.statusIs('saved');
      await version.getByRole('button', { name: say.restore.action }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: say.restore.action }).click();
      await page.getByText(say.restore.done).waitFor();
      await other.reads('Cada municipio publica sus datos.');
      await other.reads(' de nuevo');

      // How it grew, on a phone: by key, and by itself to the end.
      await other.page.emulateMedia({ reducedMotion: 'reduce' });
      await other.open(`${server.url}${text}/historial`);
      const { growth } = say;
      await other.page.getByRole('button', { name: growth.open }).click();
      const slider = other.page.getByRole('slider', { name: growth.slider });
      const paper = other.page.getByRole('region', { name: growth.text });
      await slider.focus();
      await other.page.keyboard.press('Home');
      const told = () => slider.getAttribute('aria-valuetext');
      await expect.poll(told).toMatch(new RegExp(`^${growth.step(1, 0).replace('0', '')}`));
      await paper.getByText('Nadie entrega dos veces').waitFor();
      await paper.getByText('Cada municipio publica sus datos.').waitFor({ state: 'detached' });
      // Nothing to be touched is half under the head of the page.
      await other.page.getByRole('heading', { name: growth.title }).evaluate((title) => title.scrollIntoView({ block: 'start' }));
      await other.finds('how a text grew');
      await other.page.getByLabel(growth.speed).selectOption('fast');
      await other.page.getByRole('button', { name: growth.play }).click();
      await other.page.getByRole('button', { name: growth.pause }).waitFor();
      // Somebody is named for the words that appear.
      await paper.locator('ins').first().waitFor();
      await other.page.getByRole('button', { name: growth.pause }).click();
      await expect
        .poll(() => other.page.getByRole('list', { name: growth.wrote }).getByText('Persona').count())
        .toBeGreaterThan(0);
      await slider.focus();
      await other.page.keyboard.press('End');
      await other.page.getByRole('button', { name: growth.again }).waitFor();
      await paper.getByText('Cada municipio publica sus datos.').waitFor();
      expect([...one.complaints, ...other.complaints]).toEqual([]);
    },
  );
  await Promise.all([atDesk.close(), inHand.close()]);
});
