// Journey 4: two consolidators at the desk of Borrador 2. They answer, incorporate by button and by hand, refuse with a reason, declare what nobody
// asked for, see each other and lose nothing to each other; and when nothing is missing any more, the draft is frozen.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { readDesk, settleContributions } from '@cocrea/shared/api/consolidation.ts';
import { readBlockers } from '@cocrea/shared/api/drafts.ts';
import { answerObservations, listObservations, sendObservation } from '@cocrea/shared/api/observations.ts';
import type { Observation } from '@cocrea/shared/domain/observation.ts';
import { es } from '@cocrea/shared/i18n/es.ts';
import { consolidation as say } from '@cocrea/shared/i18n/es/consolidation.ts';
import { draftDates } from '@cocrea/shared/i18n/es/draft-dates.ts';
import { drafts } from '@cocrea/shared/i18n/es/drafts.ts';
import { observations as about } from '@cocrea/shared/i18n/es/observations.ts';
import { ask, bearer, type As } from '../api/ask.ts';
import { launchBrowser, newDevice, withPictures } from '../support/browser.ts';
import { Cast } from '../support/cast.ts';
import { demoLab, type RunningServer, startServer } from '../support/server.ts';
import { newPerson, type Person } from './person.ts';

const lab = { lab: demoLab };
const observed = { ...lab, document: `${demoLab}.borrador-1` };
const next = { ...lab, document: `${demoLab}.borrador-2` };
const draftPage = `/laboratorios/${demoLab}/documentos/${next.document}`;
const desk = `${draftPage}/mesa-de-consolidacion`;
const large = { width: 1440, height: 900 };

let server: RunningServer;
let browser: Browser;
let cast: Cast;
let inap: As;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  cast = new Cast(server);
  inap = bearer(cast.person({ role: 'consolidator' }).token ?? '');
});
afterAll(async () => {
  cast?.[Symbol.dispose]();
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
});

interface AtDesk extends Person {
  readonly sources: Locator;
  readonly queue: Locator;
  readonly dialog: Locator;
  readonly progress: Locator;
  readonly name: string;
}

async function atDesk(context: BrowserContext): Promise<AtDesk> {
  const player = cast.person({ role: 'consolidator' });
  const value = player.token ?? '';
  await context.addCookies([{ name: 'cocrea_session', value, url: server.url, httpOnly: true, sameSite: 'Lax' }]);
  const person = await newPerson(context);
  const { page } = person;
  await person.open(server.url + desk);
  await person.statusIs('saved');
  return {
    ...person,
    sources: page.getByRole('region', { name: say.tabs.sources }),
    queue: page.getByRole('region', { name: say.tabs.queue, exact: true }),
    dialog: page.getByRole('dialog'),
    progress: page.getByRole('region', { name: say.progress.label, exact: true }),
    name: `Persona ${player.personId.slice(0, 8)}`,
  };
}

async function unanswered(): Promise<readonly Observation[]> {
  const { output } = await ask(server, listObservations, { as: inap, params: observed });
  return output.observations.filter(({ state }) => state === 'received' || state === 'analysing');
}
async function asNow({ id }: Observation): Promise<Observation> {
  const { output } = await ask(server, listObservations, { as: inap, params: observed });
  const found = output.observations.find((one) => one.id === id);
  if (!found) throw new Error('it was there');
  return found;
}
const responseTo = async (one: Observation): Promise<string | null> => (await asNow(one)).response;
async function waiting() {
  const { output } = await ask(server, readDesk, { as: inap, params: next });
  return output.contributions.filter(({ state }) => state === 'validated');
}
async function late(justification: string): Promise<Observation> {
  const { output, status } = await ask(server, sendObservation, {
    as: bearer(cast.person({ role: 'civil_org' }).token ?? ''),
    params: observed,
    body: {
      ...{
        id: randomUUID(),
        blockId: '',
        quote: 'Escribir y decidir juntos',
        quoteFrom: 0,
        quoteTo: 25,
        kind: 'substance',
        proposedText: null,
      },
      ...{ justification, onBehalfOf: null, showName: false, writtenAt: Date.now() },
    },
  });
  expect(status).toBe(201);
  return output;
}
async function answered(observations: readonly Observation[], response: string): Promise<void> {
  const { status } = await ask(server, answerObservations, {
    as: inap,
    params: lab,
    body: {
      commandId: randomUUID(),
      observations: observations.map(({ id, version }) => ({ id, version })),
      disposition: 'out_of_scope',
      duplicateOf: null,
      response,
      destinations: [],
    },
  });
  expect(status).toBe(200);
}

/** Opens one of the queue. */
async function openOne({ queue }: AtDesk, folio: string): Promise<Locator> {
  await queue.locator(`[data-observation="${folio}"]`).click();
  const form = queue.locator(`[data-answering="${folio}"]`);
  await form.waitFor();
  return form;
}
const choose = (form: Locator, disposition: keyof typeof about.dispositions): Promise<void> =>
  form.getByRole('radio', { name: about.dispositions[disposition], exact: false }).first().check({ force: true });
const cardOf = ({ sources }: AtDesk, folio: string): Locator => sources.getByRole('article').filter({ hasText: folio });
const chips = (page: Page, folio: string): Locator => page.locator('.document-text .origin-chip').filter({ hasText: folio });

// What is frozen stays frozen: it cannot be tried a second time.
test('two consolidators bring everything into Borrador 2, and it is frozen', { retry: 0 }, async () => {
  const [one, other] = await Promise.all([newDevice(browser, large), newDevice(browser, large)]);
  await withPictures(
    'consolidate',
    () => [...one.pages(), ...other.pages()],
    async () => {
      const [ana, luis] = await Promise.all([atDesk(one), atDesk(other)]);
      await ana.progress.getByText(/^Faltan \d+ para congelar$/).waitFor();
      await ana.finds('the desk');
      await bringIn(ana, luis);
      await answer(ana, luis);
      await explain(ana);
      await freeze(ana, luis);
      expect([...ana.complaints, ...luis.complaints]).toEqual([]);
    },
  );
  await Promise.all([one.close(), other.close()]);
});

/** By button, by hand, and not at all. */
async function bringIn(ana: AtDesk, luis: AtDesk): Promise<void> {
  const [byButton, byHand, refused] = await waiting();
  if (!byButton || !byHand || !refused) throw new Error('three contributions wait in the demonstration');
  const paragraphs = ana.text.locator('p');
  await cardOf(ana, byButton.folio).getByRole('button', { name: say.sources.incorporate }).click();
  const words = (await paragraphs.nth(1).innerText()).slice(0, 30);
  await ana.dialog.getByLabel(say.incorporate.search).fill(words);
  await ana.finds('choosing where it goes');
  await ana.dialog.getByRole('button', { name: words }).first().click();
  await ana.finds('incorporating');
  await ana.dialog.getByRole('button', { name: say.incorporate.go, exact: true }).click();
  await chips(ana.page, byButton.folio).waitFor();
  // The other has the words and where they come from, without asking.
  await luis.reads(byButton.text.split('\n')[0] ?? '');
  await chips(luis.page, byButton.folio).waitFor();
  await cardOf(luis, byButton.folio).waitFor({ state: 'detached' });

  await cardOf(luis, byHand.folio).dragTo(luis.text.locator('p').nth(2));
  await luis.dialog.getByRole('heading', { name: say.incorporate.title(byHand.folio) }).waitFor();
  await luis.dialog.getByText(say.incorporate.placements.append.label, { exact: true }).click();
  await luis.dialog.getByRole('button', { name: say.incorporate.go, exact: true }).click();
  await chips(ana.page, byHand.folio).waitFor();

  await cardOf(ana, refused.folio).getByRole('button', { name: say.sources.refuse }).click();
  await ana.dialog.getByRole('button', { name: say.refuse.go }).click();
  await ana.dialog.getByText(es.ui.required).waitFor();
  await ana.dialog.getByLabel(say.refuse.reason).fill('Lo dice ya la ley.');
  await ana.finds('refusing a contribution');
  await ana.dialog.getByRole('button', { name: say.refuse.go }).click();
  await cardOf(luis, refused.folio).waitFor({ state: 'detached' });
}

/** With a template, overtaken while typing, and two alike at once. */
async function answer(ana: AtDesk, luis: AtDesk): Promise<void> {
  const open = await unanswered();
  const [first, second] = open.filter(({ groupId }) => groupId === null);
  if (!first || !second) throw new Error('observations wait in the demonstration');
  const form = await openOne(ana, first.folio);
  await luis.queue.getByText(say.queue.lookers(ana.name)).waitFor();
  await choose(form, 'out_of_scope');
  const response = 'Corresponde a otro hito del compromiso.';
  await form.getByLabel(say.answer.response).fill(response);
  await form.getByText(say.answer.templates, { exact: true }).click();
  await form.getByLabel(say.answer.templateTitle).fill('Otro hito');
  await form.getByRole('button', { name: say.answer.saveTemplate }).click();
  await form.getByLabel(say.answer.template).getByText('Otro hito').waitFor({ state: 'attached' });
  await ana.finds('answering an observation');
  await form.getByRole('button', { name: say.answer.go, exact: true }).click();
  await ana.page.getByText(say.answer.done(first.folio)).waitFor();

  // The other begins the second with that template; meanwhile somebody answers it.
  const theirs = await openOne(luis, second.folio);
  await choose(theirs, 'not_accepted');
  await theirs.getByText(say.answer.templates, { exact: true }).click();
  await theirs.getByLabel(say.answer.template).selectOption({ label: 'Otro hito' });
  await expect.poll(() => theirs.getByLabel(say.answer.response).inputValue()).toBe(response);
  await theirs.getByLabel(say.answer.response).fill(`${response} Gracias.`);
  // Looking at another one costs no letter of it.
  await luis.queue.getByRole('button', { name: say.answer.next }).click();
  await theirs.waitFor({ state: 'detached' });
  await luis.queue.getByRole('button', { name: say.queue.back }).click();
  await openOne(luis, second.folio);
  expect(await theirs.getByLabel(say.answer.response).inputValue()).toBe(`${response} Gracias.`);
  await ana.queue.getByRole('button', { name: say.queue.back }).click();
  const fromAna = await openOne(ana, second.folio);
  await choose(fromAna, 'out_of_scope');
  await fromAna.getByLabel(say.answer.response).fill('Ya lo ve la mesa 2.');
  await fromAna.getByRole('button', { name: say.answer.go, exact: true }).click();
  const both = theirs.getByRole('region', { name: say.answer.bothAnswers });
  await both.getByText(say.answer.overtaken(second.folio, ana.name)).waitFor();
  for (const words of ['Ya lo ve la mesa 2.', about.dispositions.out_of_scope, `${response} Gracias.`])
    await both.getByText(words, { exact: true }).waitFor();
  // Nothing of what was overtaken can be sent without saying so.
  expect(await theirs.getByRole('button', { name: say.answer.go, exact: true }).count()).toBe(0);
  await luis.finds('an observation that was answered meanwhile');

  // Who was overtaken leaves the other answer; their own words stay at hand, and the other's stand.
  await theirs.getByRole('button', { name: say.answer.takeTheirs }).click();
  expect(await theirs.getByLabel(say.answer.response).inputValue()).toBe('Ya lo ve la mesa 2.');
  await theirs.locator('[data-laid-aside]').getByText(`${response} Gracias.`).waitFor();
  expect(await responseTo(second)).toBe('Ya lo ve la mesa 2.');
  await theirs.getByRole('button', { name: say.answer.useMine }).click();

  // Overtaken a second time, they answer anew over it;
  // and they are told though they were away.
  await luis.page.goto('about:blank');
  await answered([await asNow(second)], 'Lo ve la mesa 2 y la 3.');
  await luis.open(`${server.url}${desk}?pendiente=${second.folio}`);
  await both.getByText('Lo ve la mesa 2 y la 3.').waitFor();
  await theirs.getByRole('button', { name: say.answer.again }).click();
  await luis.page.getByText(say.answer.done(second.folio)).waitFor();
  expect(await responseTo(second)).toBe(`${response} Gracias.`);
  await luis.queue.getByRole('button', { name: say.queue.back }).click();

  // Two that say the same come in late, and get one answer.
  const [like] = await Promise.all([
    late('Falta decir cuánto cuesta cada trámite.'),
    late('No dice cuánto cuesta cada trámite: falta.'),
  ]);
  await ana.queue.getByRole('button', { name: say.queue.back }).click();
  const likes = await openOne(ana, like.folio);
  await likes.getByText(/^\d+ parecidas?$/).click();
  await likes.getByRole('button', { name: say.answer.similarTogether }).first().click();
  await likes.getByRole('heading', { name: say.answer.titleMany(like.folio, 1) }).waitFor();
  await choose(likes, 'out_of_scope');
  await likes.getByLabel(say.answer.response).fill('Una respuesta para las dos.');
  await likes.getByRole('button', { name: say.answer.go, exact: true }).click();
  await ana.page.getByText(say.answer.doneMany(2)).waitFor();
}

/** What changed and nobody asked for is declared, with a reason. */
async function explain(ana: AtDesk): Promise<void> {
  await ana.progress.getByRole('button', { name: /^Cambios sin origen: \d+$/ }).click();
  const changes = ana.dialog.getByRole('checkbox');
  await changes.first().waitFor();
  await ana.finds('changes without origin');
  const count = await changes.count();
  for (const change of await changes.all()) await change.check({ force: true });
  await ana.dialog.getByRole('button', { name: say.unexplained.declare }).click();
  await ana.dialog.getByLabel(say.unexplained.reason).fill('Se ordenó la redacción.');
  await ana.dialog.getByRole('button', { name: say.unexplained.declare }).click();
  await ana.page.getByText(say.unexplained.done(count)).waitFor();
  await ana.dialog.getByText(say.unexplained.none).waitFor();
  await ana.page.keyboard.press('Escape');
  await ana.progress.getByText(say.progress.unexplained(0)).waitFor();
}

/** The rest is answered; what is missing falls to nothing under the eyes of both, and the draft is frozen where it is read. */
async function freeze(ana: AtDesk, luis: AtDesk): Promise<void> {
  const { page } = ana;
  await ana.progress.getByText(/^Faltan? \d+ para congelar$/).click();
  await ana.dialog.getByRole('listitem').first().waitFor();
  await ana.finds('what is missing');
  await page.keyboard.press('Escape');
  for (const each of await unanswered()) await answered([each], 'Se verá en otro hito.');
  const { blockers } = (await ask(server, readBlockers, { as: inap, params: next })).output;
  await ask(server, settleContributions, {
    as: inap,
    params: lab,
    body: { commandId: randomUUID(), contributionIds: blockers.map(({ id }) => id), reason: 'Ya está dicho.' },
  });
  expect((await ask(server, readBlockers, { as: inap, params: next })).output.blockers).toEqual([]);
  for (const each of [ana, luis]) await each.progress.getByText(say.progress.ready).waitFor();
  await page.getByRole('link', { name: say.toDraft }).click();
  const head = page.getByRole('region', { name: drafts.head.label('Borrador 2') });
  await head.getByRole('button', { name: drafts.steps.freeze.action, exact: true }).click();
  const sure = page.getByRole('alertdialog');
  await sure.getByText(drafts.freeze.never).waitFor();
  await sure.getByRole('button', { name: drafts.steps.freeze.action, exact: true }).click();
  await head.getByText(draftDates.states.frozen, { exact: true }).waitFor();
  await head.getByTitle(drafts.head.fingerprintName).waitFor();
  await ana.finds('Borrador 2, frozen');
  await luis.statusIs('read_only');
}
