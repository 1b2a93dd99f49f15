// Journey 3: on a phone somebody observes a sentence of Borrador 1, and a paragraph without a signal; keeps the folio; and later sees with it what
// the text became, why, and who signed, and says that it does not satisfy them.
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { incorporate } from '@cocrea/shared/api/consolidation.ts';
import { moveDraft } from '@cocrea/shared/api/drafts.ts';
import { listDocuments } from '@cocrea/shared/api/labs.ts';
import { answerObservations, listObservations } from '@cocrea/shared/api/observations.ts';
import type { DraftStep } from '@cocrea/shared/domain/draft.ts';
import { closingDay } from '@cocrea/shared/i18n/dates.ts';
import { es } from '@cocrea/shared/i18n/es.ts';
import { draftDates } from '@cocrea/shared/i18n/es/draft-dates.ts';
import { editor } from '@cocrea/shared/i18n/es/editor.ts';
import { folios } from '@cocrea/shared/i18n/es/folios.ts';
import { labPages } from '@cocrea/shared/i18n/es/lab-pages.ts';
import { observations as say } from '@cocrea/shared/i18n/es/observations.ts';
import { ask, bearer, type As } from '../api/ask.ts';
import { desktop, launchBrowser, newDevice, phone, withPictures } from '../support/browser.ts';
import { Cast, type Player } from '../support/cast.ts';
import { drafts, draftsLab, folderWithDrafts, saidInFirst } from '../support/lab-of-drafts.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { newPerson, type Person } from './person.ts';

const lab = { lab: draftsLab };
const first = { ...lab, document: drafts.first };
const second = { ...lab, document: drafts.second };
const page1 = `/laboratorios/${draftsLab}/documentos/${drafts.first}`;
const sentence = 'en el idioma de quien los pide';
const because = 'Falta decir quién paga al intérprete.';
const added = 'El intérprete lo paga la institución.';

let dataDir: string;
let server: RunningServer;
let browser: Browser;
let cast: Cast;
let inap: As;
beforeAll(async () => {
  dataDir = await folderWithDrafts();
  [server, browser] = await Promise.all([startServer({ dataDir }), launchBrowser()]);
  cast = new Cast(server);
  inap = bearer(cast.person({ role: 'consolidator', lab: draftsLab }).token ?? '');
  await move(drafts.first, 'freeze');
  await move(drafts.first, 'open_consultation');
});
afterAll(async () => {
  cast?.[Symbol.dispose]();
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
  rmSync(dataDir, { recursive: true, force: true });
});

async function draftNow(id: string) {
  const { output } = await ask(server, listDocuments, { as: inap, params: lab });
  const draft = output.documents.find((document) => document.id === id);
  if (draft?.kind !== 'draft') throw new Error(`${id} is no draft`);
  return draft;
}
async function move(id: string, step: DraftStep): Promise<void> {
  const { version } = (await draftNow(id)).life;
  const params = { ...lab, document: id };
  const { status } = await ask(server, moveDraft, {
    as: inap,
    params,
    body: { commandId: randomUUID(), step, version, days: null },
  });
  expect([step, status]).toEqual([step, 200]);
}

async function signedIn(context: BrowserContext): Promise<Player> {
  const player = cast.person({ role: 'civil_org', lab: draftsLab });
  const value = player.token ?? '';
  await context.addCookies([{ name: 'cocrea_session', value, url: server.url, httpOnly: true, sameSite: 'Lax' }]);
  return player;
}

/** Selects words of the text as the handles of a phone do: the selection is the browser's own. */
async function select(page: Page, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const text = document.querySelector('.document-text');
    const walker = document.createTreeWalker(text ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at >= 0) return getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
    }
    throw new Error(`nothing says «${wanted}»`);
  }, words);
}

/** Over the API: both observations get their answer in Borrador 2, which is frozen and published. */
async function consolidate(): Promise<void> {
  await move(drafts.first, 'begin_next');
  const { output } = await ask(server, listObservations, { as: inap, params: first });
  const [one, two] = output.observations;
  if (one === undefined || two === undefined) throw new Error('two observations were sent');
  const into = await ask(server, incorporate, {
    as: inap,
    params: second,
    body: {
      commandId: randomUUID(),
      sources: [{ kind: 'observation', id: one.id }],
      blockId: one.blockId,
      placement: 'append',
      text: added,
    },
  });
  expect(into.status).toBe(200);
  const after = await ask(server, listObservations, { as: inap, params: first });
  const answers = [
    { id: one.id, disposition: 'accepted' as const, response: 'Se dice quién lo paga.' },
    { id: two.id, disposition: 'not_accepted' as const, response: 'Ya es ley, y no se repite.' },
  ];
  for (const { id, disposition, response } of answers) {
    const { version = 0, destinations = [] } = after.output.observations.find((each) => each.id === id) ?? {};
    const { status } = await ask(server, answerObservations, {
      as: inap,
      params: lab,
      body: { commandId: randomUUID(), observations: [{ id, version }], disposition, duplicateOf: null, response, destinations },
    });
    expect(status).toBe(200);
  }
  await move(drafts.second, 'freeze');
  await move(drafts.second, 'publish');
}

test('a sentence is observed on a phone, and its folio tells what became of it', { retry: 0 }, async () => {
  const [inHand, elsewhere, outside] = await Promise.all([phone, desktop, phone].map((size) => newDevice(browser, size)));
  if (!inHand || !elsewhere || !outside) throw new Error('three devices were asked for');
  const author = await signedIn(inHand);
  await signedIn(elsewhere);
  const authorName = `Persona ${author.personId.slice(0, 8)}`;
  await withPictures(
    'observe',
    () => [...inHand.pages(), ...elsewhere.pages(), ...outside.pages()],
    async () => {
      const [ixchel, watcher] = await Promise.all([newPerson(inHand), newPerson(elsewhere)]);
      const { page } = ixchel;
      const dialog = page.getByRole('dialog');
      await watcher.open(server.url + page1);
      // The lab's home invites her, and says until when.
      await ixchel.open(`${server.url}/laboratorios/${draftsLab}`);
      const main = page.getByRole('main');
      const closes = closingDay((await draftNow(drafts.first)).life.consultation?.to ?? 0, 'es');
      await main.getByText(labPages.lab.inConsultation('Borrador 1', closes)).waitFor();
      await main.getByText(draftDates.daysLeft(15), { exact: true }).waitFor();
      await ixchel.finds('a home that invites to observe');
      await main.getByRole('link', { name: labPages.lab.observe('Borrador 1') }).tap();
      await Promise.all([ixchel, watcher].map((each) => each.statusIs('read_only')));

      await select(page, sentence);
      await page.getByRole('button', { name: say.observe, exact: true }).tap();
      await dialog.getByLabel(say.form.quote).getByText(sentence, { exact: true }).waitFor();
      await dialog.getByRole('button', { name: say.form.send }).tap();
      await dialog.getByText(say.form.kindMissing).waitFor();
      await ixchel.finds('an observation with things missing');
      await dialog.getByText(say.kinds.substance, { exact: true }).tap();
      await dialog.getByLabel(say.form.justification).fill(because);
      await dialog.getByRole('button', { name: say.form.startFrom }).tap();
      await dialog.getByLabel(say.form.proposed).fill(`${sentence}, con intérprete`);
      await dialog.getByText(say.form.closes(closes)).waitFor();
      await dialog.getByRole('button', { name: say.form.send }).tap();

      await dialog.getByRole('heading', { name: say.receipt.title }).waitFor();
      await dialog.getByText('B1-OBS-0001', { exact: true }).waitFor();
      await dialog.getByRole('img', { name: say.receipt.qr }).waitFor();
      await dialog.getByText(say.receipt.until(closes)).waitFor();
      expect(await dialog.getByLabel(say.receipt.link).inputValue()).toBe(`${server.url}/folio/B1-OBS-0001`);
      await ixchel.finds('a receipt');
      await dialog.getByRole('button', { name: say.receipt.done }).tap();
      // Whoever reads the same draft sees the mark as it comes.
      await watcher.page.locator('.observed', { hasText: sentence }).waitFor();

      // A whole paragraph, without a signal.
      await page.getByRole('button', { name: `${editor.people.label} · ${editor.tools.outline}` }).tap();
      await page.getByRole('tab', { name: say.panel }).tap();
      await page.getByRole('article').getByText('B1-OBS-0001').waitFor();
      await ixchel.finds('what was observed');
      await page.getByRole('button', { name: say.list.choose }).tap();
      await dialog.getByLabel(say.list.search).fill('dos veces');
      await ixchel.finds('choosing a paragraph');
      await dialog.getByRole('button', { name: saidInFirst[1] ?? '' }).tap();
      await dialog.getByText(say.kinds.question, { exact: true }).tap();
      await dialog.getByLabel(say.form.justification).fill('¿Tampoco en la municipalidad?');
      await inHand.setOffline(true);
      await dialog.getByRole('button', { name: say.form.send }).tap();
      await dialog.getByRole('heading', { name: say.receipt.waiting }).waitFor();
      await ixchel.finds('an observation that waits');
      await dialog.getByRole('button', { name: say.receipt.done }).tap();
      await inHand.setOffline(false);
      await page.getByText(say.waiting.sent('B1-OBS-0002')).waitFor();
      await watcher.page.locator('.observed', { hasText: 'dos veces' }).waitFor();

      await consolidate();
      await follow(ixchel, outside, { authorName });
      expect([...ixchel.complaints, ...watcher.complaints]).toEqual([]);
    },
  );
  await Promise.all([inHand.close(), elsewhere.close(), outside.close()]);
});

/** With the folio: its author from their own words, and a passer-by. */
async function follow(ixchel: Person, outside: BrowserContext, { authorName }: { authorName: string }): Promise<void> {
  const { page } = ixchel;
  await ixchel.open(`${server.url}/laboratorios/${draftsLab}/mis-palabras`);
  await page.getByRole('link', { name: 'B1-OBS-0002' }).getByText(folios.mine.asks).waitFor();
  await ixchel.finds('my words');
  await page.getByRole('link', { name: 'B1-OBS-0001' }).tap();
  const told = recordOf(page);
  await told.getByText(say.dispositions.accepted, { exact: true }).waitFor();
  await told.getByText('Se dice quién lo paga.').waitFor();
  await told.getByText(/^Firma Persona .+, por INAP/).waitFor();
  // Both texts, the change marked in the second and told in words.
  for (const no of [1, 2]) await told.getByText(folios.before(no), { exact: true }).first().waitFor();
  await told.locator('[data-kind="added"]', { hasText: added }).waitFor();
  await told.getByText(folios.added(added)).waitFor();
  await ixchel.finds('a folio that was answered');
  await told.getByRole('button', { name: folios.satisfaction.no }).tap();
  await told.getByRole('button', { name: folios.satisfaction.send }).tap();
  await told.getByText(es.ui.required).waitFor();
  await told.getByLabel(folios.satisfaction.reason).fill('No dice cuándo.');
  await ixchel.finds('an objection being written');
  await told.getByRole('button', { name: folios.satisfaction.send }).tap();
  await told.getByText(`${folios.satisfaction.unsatisfied}: No dice cuándo.`).waitFor();

  const passer = await newPerson(outside);
  await passer.open(`${server.url}/folio`);
  await passer.page.getByLabel(folios.folio).fill('B1-OBS-9999');
  await passer.page.getByRole('button', { name: folios.find }).tap();
  // One that nobody has is there to be corrected, beside where else to look.
  await passer.page.getByText(folios.notFound('B1-OBS-9999')).waitFor();
  await passer.page.getByRole('link', { name: folios.publicLab('Ensayo de borradores') }).waitFor();
  expect(await passer.page.getByRole('button', { name: es.ui.retry }).count()).toBe(0);
  await passer.finds('a folio that is not there');
  await passer.page.getByLabel(folios.folio).fill('b1-obs-0001');
  await passer.finds('looking for a folio');
  await passer.page.getByRole('button', { name: folios.find }).tap();
  const open = recordOf(passer.page);
  await open.getByText(`${folios.satisfaction.unsatisfied}: No dice cuándo.`).waitFor();
  await open.getByText(folios.anonymous).waitFor();
  expect(await passer.page.getByRole('main').innerText()).not.toContain(authorName);
  await passer.finds('a folio for everybody');
  expect(passer.complaints).toEqual([]);
}

/** The demonstration gave the same folio: the page tells both, each under its lab. */
function recordOf(page: Page): Locator {
  return page.getByRole('article').filter({ hasText: 'Ensayo de borradores' });
}
