// Journey: a phone of 360 px joins a sub-table with the code on the projector, writes, and is known when it comes back. In the hall, that is plain
// http and no name of this machine: the same must work where a browser grants no secure context.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { atTable } from '@cocrea/shared/i18n/es/at-table.ts';
import { draftDates } from '@cocrea/shared/i18n/es/draft-dates.ts';
import { es } from '@cocrea/shared/i18n/es.ts';
import { errors } from '@cocrea/shared/i18n/es/errors.ts';
import { launchBrowser, newDevice, phone, withPictures } from '../support/browser.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { newPerson } from './person.ts';

const { app, ui } = es;
/** A name that leads to this machine, as a phone in a hall has the server's address: no `localhost`, no TLS. */
const hall = 'cocrea.test';

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser({ hosts: [hall] })]);
});
afterAll(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
});

describe.each([
  { where: 'this machine', host: '127.0.0.1', secure: true, code: 'page 6t', alias: 'Ixchel del taller' },
  { where: 'a plain address in the hall', host: hall, secure: false, code: 'CRTA-94', alias: 'Kʼan de la mesa 4' },
])('from $where', ({ host, secure, code, alias }) => {
  test('a phone joins with a code and writes', async () => {
    const context = await newDevice(browser, phone);
    const person = await newPerson(context);
    const { page } = person;
    await withPictures(
      `join-${host}`,
      () => [page],
      async () => {
        await person.open(server.url.replace('127.0.0.1', host));
        expect(await page.evaluate(() => window.isSecureContext)).toBe(secure);
        await person.finds(`first page at ${host}`);
        await page.getByLabel(app.first.codeLabel).fill(code);
        await page.getByRole('button', { name: app.first.codeGo }).click();

        const name = page.getByLabel(app.join.alias);
        await name.waitFor();
        await person.finds(`joining at ${host}`);
        const consents = page.getByRole('checkbox');
        expect(await consents.count()).toBe(3);
        for (const consent of await consents.all()) expect(await consent.isChecked()).toBe(false);
        await name.fill(alias);
        await page.getByText(ui.actorKinds.ciudadania, { exact: true }).click();
        await page.getByRole('button', { name: app.join.go, exact: true }).click();

        // A code of a table leads to the table; its notes are one step further.
        await page.getByRole('link', { name: atTable.toNotes }).click();
        await person.text.waitFor();
        await person.finds(`notes of the sub-table at ${host}`);
        await person.startLine();
        await person.type(`Lo escribe ${alias}.`);
        await person.statusIs('saved');

        // The device remembers who one is.
        await page.reload();
        await person.reads(`Lo escribe ${alias}.`);
        await person.open(server.url.replace('127.0.0.1', host));
        await page.getByText(app.first.signedInAs(alias)).waitFor();
        expect(person.complaints).toEqual([]);
      },
    );
    await context.close();
  });
});

test('a wrong code, a missing name and a name that is taken are said in words, and nothing typed is lost', async () => {
  const context = await newDevice(browser, phone);
  const person = await newPerson(context);
  const { page } = person;
  await withPictures(
    'join-refused',
    () => [page],
    async () => {
      await person.open(server.url);
      const code = page.getByLabel(app.first.codeLabel);
      await code.fill('AAAAAA');
      await page.getByRole('button', { name: app.first.codeGo }).click();
      await page.getByText(errors.code_unknown()).waitFor();
      await person.finds('a code that opens nothing');
      await code.fill('GENTE9');
      await page.getByRole('button', { name: app.first.codeGo }).click();

      const name = page.getByLabel(app.join.alias);
      const go = page.getByRole('button', { name: app.join.go, exact: true });
      await name.waitFor();
      await go.click();
      await page.getByText(app.join.missingAlias).first().waitFor();
      await name.fill('🦜'.repeat(500));
      await go.click();
      await page.getByText(ui.tooLong('60')).first().waitFor();
      await person.finds('a form with mistakes');
      await name.fill('Ixchel del taller');
      await page.getByLabel(app.join.institution).fill('<script>alert(1)</script>');
      await page.getByText(ui.actorKinds.academia, { exact: true }).click();
      await go.click();
      await page.getByRole('button', { name: /^Usar «/ }).click();
      await go.click();
      await page.getByRole('heading', { name: draftDates.line.title }).waitFor();
      expect(person.complaints).toEqual([]);
    },
  );
  await context.close();
});
