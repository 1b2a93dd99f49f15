// Journey: somebody suggests on a phone, the facilitator sees it in the text, accepts one and rejects the other with a reason; both see the same.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { suggestions as say } from '@cocrea/shared/i18n/es/suggestions.ts';
import { expectAccessible, launchBrowser, phone, withPictures } from '../support/browser.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { Desk } from './editor-desk.ts';

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
});
const draft = 'compromiso-11.borrador-2';

test('suggested on a phone, decided at a desk, seen by both', async () => {
  const beto = await Desk.enter(browser, { server, as: 'civil_org', size: phone });
  const ana = await Desk.enter(browser, { server, as: 'facilitator' });
  await withPictures(
    'suggesting',
    () => [beto.page, ana.page],
    async () => {
      await Promise.all([beto.open(draft), ana.open(draft)]);
      const text = beto.page.getByRole('textbox');
      const first = (await ana.page.locator('.document-text > p').first().innerText()).trim();
      await beto.page.getByText(say.mode.suggest, { exact: true }).click();
      await beto.page.getByText(say.mode.suggesting).waitFor();
      await text.waitFor();
      await beto.says('saved');
      await text.locator('p').first().click();
      await beto.page.keyboard.press('End');
      await beto.page.keyboard.type(' Beto sugiere esto.', { delay: 15 });
      await beto.page.keyboard.press('Enter');
      await beto.page.keyboard.type('Y un párrafo más.', { delay: 15 });
      await beto.page.locator('ins.suggested').first().waitFor();
      await beto.page.locator('.suggested-block', { hasText: 'Y un párrafo más.' }).waitFor();
      await beto.says('saved');

      // The draft's own text says nothing of it; it is drawn beside it.
      await ana.page.getByRole('tab', { name: `${say.panel.label} (2)` }).click();
      const cards = ana.page.getByRole('article');
      await cards.filter({ hasText: 'Beto sugiere esto.' }).waitFor();
      expect((await ana.page.locator('.document-text > p').first().innerText()).trim()).toBe(first);
      await ana.page.locator('.document-text [data-suggestion]').first().waitFor();

      await cards.filter({ hasText: 'Beto sugiere esto.' }).getByRole('button', { name: say.panel.accept, exact: true }).click();
      await ana.page.locator('.document-text > p', { hasText: 'Beto sugiere esto.' }).waitFor();
      await cards.filter({ hasText: 'Y un párrafo más.' }).getByRole('button', { name: say.panel.reject, exact: true }).click();
      const dialog = ana.page.getByRole('dialog');
      await dialog.getByRole('textbox').fill('Ya está dicho más abajo');
      await dialog.getByRole('button', { name: say.panel.reject, exact: true }).click();
      await ana.page.getByText(say.panel.empty).waitFor();

      await beto.page.getByText(say.told.mineAccepted(1)).waitFor();
      await beto.page.getByText('Ya está dicho más abajo').first().waitFor();
      await text.locator('p', { hasText: 'Beto sugiere esto.' }).waitFor();
      expect(await text.getByText('Y un párrafo más.').count()).toBe(0);
      expect(await beto.page.locator('[data-suggestion]').count()).toBe(0);
      for (const { page } of [ana, beto]) {
        await expectAccessible(page, 'a draft with decided suggestions');
      }

      // The acceptance is taken back where it is listed; the suggestion stands again.
      await ana.page
        .getByRole('listitem')
        .filter({ hasText: say.told.accepted('Usted', 1, '') })
        .getByRole('button', { name: say.decide.undo, exact: true })
        .click();
      await beto.page.locator('ins.suggested').first().waitFor();
      await ana.page.getByRole('tab', { name: `${say.panel.label} (1)` }).waitFor();
      expect([...ana.complaints, ...beto.complaints]).toEqual([]);
    },
  );
});
