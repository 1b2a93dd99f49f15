// While the server is away every page says so, and recovers by itself when it is back: also a document nobody opened here before, and a page
// that was reloaded meanwhile.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { es } from '@cocrea/shared/i18n/es.ts';
import { editor } from '@cocrea/shared/i18n/es/editor.ts';
import { people as peopleWords } from '@cocrea/shared/i18n/es/people.ts';
import { desktop, expectAccessible, launchBrowser, newDevice, withPictures } from '../support/browser.ts';
import { demoLab, startServer, type RunningServer } from '../support/server.ts';
import { newPerson } from './person.ts';

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
});

test('a document never opened here and a page reloaded meanwhile wait for the server in words', async () => {
  const context = await newDevice(browser, desktop);
  const person = await newPerson(context);
  await person.open(server.url);
  await person.enterDemo('facilitator');
  await person.goWriting();
  const people = await newPerson(context);
  await people.open(`${server.url}/laboratorios/${demoLab}/personas`);
  await people.page.getByRole('heading', { name: peopleWords.list }).waitFor();
  await people.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await withPictures(
    'server-away',
    () => [person.page, people.page],
    async () => {
      await server.kill();
      await person.page.bringToFront();
      await person.page
        .getByRole('link', { name: /^Mesa 4/ })
        .first()
        .click();
      await person.page.getByText(editor.page.firstTimeOffline).waitFor();
      await expectAccessible(person.page, 'a document that cannot be had yet');
      await people.page.bringToFront();
      await people.page.reload();
      await people.page.getByRole('button', { name: es.ui.retry }).waitFor();

      await server.restart();
      await people.page.getByRole('heading', { name: peopleWords.list }).waitFor();
      await person.page.bringToFront();
      await person.text.waitFor();
      await person.statusIs('saved');
      expect([...person.complaints, ...people.complaints]).toEqual([]);
    },
  );
  await context.close();
});
