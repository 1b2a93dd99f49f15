// Journey: somebody with a phone who may not write the draft comments on words of it and names the note-taker; the note-taker finds it from the
// lab's home, answers, writes around the words and resolves; each sees at once what the other does.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { comments as say } from '@cocrea/shared/i18n/es/comments.ts';
import { toldComments } from '@cocrea/shared/i18n/es/told-comments.ts';
import { joinForm } from '../api/ask.ts';
import { codes, foundedFolder, rehearsalLab as lab, rooms } from '../api/rehearsal-lab.ts';
import { complaintsOf, desktop, expectAccessible, launchBrowser, newDevice, phone, withPictures } from '../support/browser.ts';
import { type RunningServer, startServer } from '../support/server.ts';

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
// A second try of the journey begins with nothing of the first.
beforeEach(async () => {
  server = await startServer({ dataDir: await foundedFolder() });
});
afterEach(async () => {
  await server?.[Symbol.asyncDispose]();
});
afterAll(async () => {
  await browser?.close();
});

const reviewer = 'Nicolasa Ajú';
const writer = 'Évelyn Kʼat';
const draft = `/laboratorios/${lab}/documentos/${rooms.closedDraft}`;

async function join(
  size: typeof phone,
  { code, alias }: { code: string; alias: string },
): Promise<{ context: BrowserContext; page: Page; complaints: readonly string[] }> {
  const context = await newDevice(browser, size);
  const { url } = server;
  const answer = await context.request.post(`${url}/api/join/${code}`, { data: joinForm(alias), headers: { origin: url } });
  expect(answer.status()).toBe(201);
  const page = await context.newPage();
  return { context, page, complaints: complaintsOf(page) };
}

/** Selects these words as a finger or a mouse would leave them selected. */
async function select(page: Page, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('.document-text') as Node, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at >= 0) return document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
    }
    throw new Error(`"${wanted}" is not in the text`);
  }, words);
}
const marked = (page: Page) => page.locator('.document-text [data-comment]');

test('commented on a phone by who may not write, found, answered and resolved at a desk', async () => {
  const nico = await join(phone, { code: codes.lab, alias: reviewer });
  const eve = await join(desktop, { code: codes.noteTaker, alias: writer });
  await withPictures(
    'commenting',
    () => [nico.page, eve.page],
    async () => {
      // The lab's home is visited once before, so that what comes later is news; then the note-taker writes.
      await eve.page.goto(`${server.url}/laboratorios/${lab}`);
      const visited = eve.page.waitForResponse((response) => response.url().endsWith('/visits') && response.ok());
      await visited;
      await eve.page.goto(server.url + draft);
      const text = eve.page.locator('.document-text');
      await text.click();
      await eve.page.keyboard.press('Control+End');
      await eve.page.keyboard.type('Las instituciones publican sus datos cada mes.');
      await eve.page.keyboard.press('Enter');
      await eve.page.keyboard.type('Nadie entrega dos veces el mismo papel.');
      await eve.page.locator('[data-status="saved"]').waitFor();

      await nico.page.goto(server.url + draft);
      await nico.page.getByText('Nadie entrega dos veces').waitFor();
      expect(await nico.page.locator('.document-text').getAttribute('contenteditable')).toBe('false');
      await select(nico.page, 'publican sus datos');
      await nico.page.getByRole('button', { name: say.comment, exact: true }).click();
      const sheet = nico.page.getByRole('dialog');
      const box = sheet.getByRole('textbox', { name: say.box.words });
      await box.waitFor();
      await sheet.getByText('publican sus datos').waitFor();
      await box.pressSequentially('¿También los que no se piden? Que lo diga @eve');
      const offered = sheet.getByRole('option', { name: writer });
      await offered.waitFor();
      await expectAccessible(nico.page, 'a comment that names somebody');
      // The words are kept while they are written: closing the sheet and the page loses none of them.
      await offered.click();
      await nico.page.reload();
      await marked(nico.page).waitFor();
      await marked(nico.page).tap();
      expect(await box.inputValue()).toBe(`¿También los que no se piden? Que lo diga @${writer} `);
      await sheet.getByRole('button', { name: say.box.send, exact: true }).click();
      await sheet.getByRole('article').getByText('¿También los que no se piden?').waitFor();
      await expectAccessible(nico.page, 'a thread on a phone');

      // Live in the text of who writes; and on the lab's home by name, with the way to the thread.
      await marked(eve.page).filter({ hasText: 'publican sus datos' }).waitFor();
      await eve.page.goto(`${server.url}/laboratorios/${lab}`);
      await eve.page.getByRole('link', { name: toldComments.mentioned(reviewer, 'Borrador 2') }).click();
      const thread = eve.page.getByRole('article', { name: say.thread.of('publican sus datos') });
      await thread.getByText(`@${writer}`).waitFor();
      await thread.getByRole('button', { name: say.thread.reply }).click();
      await thread.getByRole('textbox').fill('Sí, todos.');
      await eve.page.keyboard.press('Control+Enter');
      await thread.getByText('Sí, todos.').waitFor();
      await expectAccessible(eve.page, 'a thread at a desk');
      await nico.page.getByRole('dialog').getByText('Sí, todos.').waitFor();

      // Written within and before the commented words: the mark stays on them, on both screens.
      await text.getByText('Las instituciones').first().click();
      await eve.page.keyboard.press('Home');
      await eve.page.keyboard.type('Todas: ');
      await expect.poll(() => text.locator('p', { hasText: 'Todas: ' }).count()).toBe(1);
      await nico.page.getByText('Todas: ').waitFor();
      expect(await marked(nico.page).allInnerTexts()).toEqual(['publican sus datos']);
      expect(await marked(eve.page).allInnerTexts()).toEqual(['publican sus datos']);

      // Its paragraph is deleted: the thread stands among those without a place, with its quote; undone, it has its place again.
      await eve.page.keyboard.press('Home');
      await eve.page.keyboard.press('Shift+End');
      await eve.page.keyboard.press('Delete');
      await nico.page.getByText(say.thread.lost).waitFor();
      expect(await marked(nico.page).count()).toBe(0);
      await eve.page.keyboard.press('Control+z');
      await expect.poll(() => marked(nico.page).allInnerTexts()).toEqual(['publican sus datos']);

      await thread.getByRole('button', { name: say.thread.resolve }).click();
      await expect.poll(() => marked(eve.page).count()).toBeLessThanOrEqual(1);
      await nico.page.getByRole('dialog').getByRole('button', { name: say.thread.reopen }).click();
      await eve.page.getByRole('tab', { name: `${say.panel} (1)` }).waitFor();

      // By keyboard alone, at a desk: Ctrl + Alt + M on what is selected.
      await select(eve.page, 'dos veces');
      await eve.page.keyboard.press('Control+Alt+KeyM');
      await eve.page.getByRole('textbox', { name: say.box.words }).fill('Tampoco una si ya lo tiene.');
      await eve.page.keyboard.press('Control+Enter');
      await eve.page.getByRole('tab', { name: `${say.panel} (2)` }).waitFor();
      await expect.poll(() => marked(nico.page).count()).toBe(2);
      expect([...nico.complaints, ...eve.complaints]).toEqual([]);
    },
  );
}, 180_000);
