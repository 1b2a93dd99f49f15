// Journey: words selected in notes become a proposal; one that says the same is merged with it, nobody's words are lost, and it is undone. And its
// steps without a mouse.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { editor } from '@cocrea/shared/i18n/es/editor.ts';
import { board } from '@cocrea/shared/i18n/es/board.ts';
import { labPages } from '@cocrea/shared/i18n/es/lab-pages.ts';
import { proposals as say } from '@cocrea/shared/i18n/es/proposals.ts';
import { toldProposals } from '@cocrea/shared/i18n/es/told-proposals.ts';
import { desktop, launchBrowser, newDevice, phone, withPictures } from '../support/browser.ts';
import { demoLab, startServer, type RunningServer } from '../support/server.ts';
import { newPerson } from './person.ts';

const lab = `/laboratorios/${demoLab}`;
const there = 'Seguimiento de trámites por mensaje de texto';
const title = 'Mensajes de texto que digan el seguimiento de los trámites';

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
});

test('from notes to a proposal, to a merge, and back', async () => {
  const context = await newDevice(browser, desktop);
  const person = await newPerson(context);
  const { page, text } = person;
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog');
  await withPictures(
    'proposals-together',
    () => [page],
    async () => {
      await person.open(server.url);
      await person.enterDemo('facilitator');
      await person.open(`${server.url}${lab}/documentos/${demoLab}.preparacion`);
      const convert = page.getByRole('button', { name: labPages.document.convert });
      await person.statusIs('saved');
      expect(await convert.isDisabled()).toBe(true);
      await text.getByText('Lista de trabajo del equipo que facilita.').selectText();
      await expect.poll(() => convert.isEnabled(), { timeout: 20_000 }).toBe(true);
      await convert.click();
      await dialog.getByLabel(say.making.field).fill(title);
      await dialog.getByRole('button', { name: say.making.go, exact: true }).click();
      await dialog.getByRole('link', { name: there }).waitFor();
      await person.finds('a proposal out of notes');
      await dialog.getByRole('button', { name: say.making.goAnyway }).click();
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await person.reads('Lista de trabajo del equipo que facilita.');

      await main.getByRole('button', { name: say.alike.mergeOf(there) }).click();
      await dialog.getByText(say.merging.endorsements).waitFor();
      await person.finds('merging');
      await dialog.getByRole('button', { name: say.merging.go, exact: true }).click();
      await main.getByText(say.lineage.endorsedBefore.merge).waitFor();
      const merged = new URL(page.url()).pathname;
      await person.reads('Lista de trabajo del equipo que facilita.');
      await person.reads('Después de entregar sus papeles, la persona no sabe en qué va su trámite.');
      await person.finds('a merged proposal');

      // The original says what it became, and is written no more.
      await main.getByRole('link', { name: there, exact: true }).click();
      await main.getByRole('link', { name: title }).first().waitFor();
      await main.getByText(say.page.becameWhat).waitFor();
      await page.getByText(editor.page.readOnly.proposal.became).waitFor();
      await person.finds('a proposal that was merged');

      await person.open(server.url + merged);
      await main.getByRole('button', { name: say.lineage.undoMerge }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: say.lineage.undo, exact: true }).click();
      await main.getByText(toldProposals.states.withdrawn, { exact: true }).first().waitFor();
      await main.getByRole('link', { name: there, exact: true }).first().click();
      await main.getByText(toldProposals.states.submitted, { exact: true }).first().waitFor();
      await expect.poll(() => main.getByText(say.page.becameWhat).count(), { timeout: 20_000 }).toBe(0);

      // Split in two, each half says who had endorsed it whole; undone, it is back with them.
      await main.getByRole('button', { name: say.splitting.action }).click();
      await dialog.getByText(say.splitting.endorsements).waitFor();
      await dialog.getByLabel(say.splitting.first).fill('Avisar por mensaje de texto');
      await dialog.getByLabel(say.splitting.second).fill('Consultar el avance');
      await dialog.getByRole('button', { name: say.splitting.go, exact: true }).click();
      await main.getByRole('link', { name: 'Consultar el avance' }).first().click();
      await main.getByText(say.lineage.endorsedBefore.split).waitFor();
      await person.finds('half of a proposal');
      await main.getByRole('button', { name: say.lineage.undoSplit }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: say.lineage.undo, exact: true }).click();
      await main.getByText(toldProposals.states.withdrawn, { exact: true }).first().waitFor();

      // Two contributions of a table become one: its sources are told by their folios, and those who said them are its authors.
      await person.open(`${server.url}${lab}/mesas/2/tablero`);
      const card = page.getByRole('row').filter({ hasText: 'M2-A-0010' });
      await card.waitFor();
      await card.focus();
      for (const key of ['Space', 'ArrowDown', 'Space']) await page.keyboard.press(key);
      await page.getByText(board.selection.count(2)).waitFor();
      await page.getByRole('button', { name: board.selection.propose }).click();
      await dialog.getByLabel(say.making.field).fill('Una lista de lo que ya hay');
      await person.finds('a proposal out of contributions');
      await dialog.getByRole('button', { name: say.making.go, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: 'Una lista de lo que ya hay' }).waitFor();
      const sources = main.getByRole('region', { name: say.sources.title });
      await expect.poll(() => sources.getByText(/^M2-A-\d{4}$/).count(), { timeout: 20_000 }).toBeGreaterThanOrEqual(2);
      await person.finds('a proposal that came out of contributions');

      // The same on the narrowest phone.
      await page.setViewportSize({ width: 320, height: phone.height });
      await person.finds('a proposal at 320 px');
      await person.open(`${server.url}${lab}/documentos/${demoLab}.mesa-1`);
      await person.statusIs('saved');
      await person.finds('notes at 320 px');
      await person.open(`${server.url}${lab}/propuestas`);
      await page.getByRole('heading', { name: say.portfolio.title }).waitFor();
      await main.getByRole('button', { name: say.choose }).click();
      await person.finds('choosing what to merge at 320 px');
      expect(person.complaints).toEqual([]);
    },
  );
  await context.close();
});

test('a step taken with the keyboard leaves it where the next one is', async () => {
  const context = await newDevice(browser, desktop);
  const person = await newPerson(context);
  const { page } = person;
  await withPictures(
    'proposal-keyboard',
    () => [page],
    async () => {
      await person.open(server.url);
      await person.enterDemo('facilitator');
      await person.open(`${server.url}${lab}/propuestas`);
      await page.getByRole('heading', { name: say.list }).waitFor();
      await page.getByRole('button', { name: say.create }).press('Enter');
      await page.getByRole('dialog').getByLabel(say.making.field).fill('Ferias de semillas');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Ferias de semillas' }).waitFor();
      await page.getByRole('main').getByRole('button', { name: say.steps.submit.action, exact: true }).press('Enter');
      await page.getByRole('alertdialog').getByRole('button', { name: say.steps.submit.action }).press('Enter');
      const next = page.getByRole('button', { name: say.steps.start_validation.action });
      await next.waitFor();
      await page.getByRole('alertdialog').waitFor({ state: 'detached' });
      const held = () =>
        next.evaluate((button) => document.activeElement !== document.body && document.activeElement?.contains(button));
      await expect.poll(held, { timeout: 20_000 }).toBe(true);
      expect(person.complaints).toEqual([]);
    },
  );
  await context.close();
});
