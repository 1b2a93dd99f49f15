// Journey 9: a proposal begun on a phone is written, filled in, submitted, endorsed by people of five sectors, and validated. A second NGO adds
// strength and no seat; until the last sector is there the page says which one is missing.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, BrowserContext } from 'playwright-core';
import { randomUUID } from 'node:crypto';
import { privacyNoticeVersion } from '@cocrea/shared/domain/person.ts';
import type { ActorKind } from '@cocrea/shared/domain/actor-kind.ts';
import { es } from '@cocrea/shared/i18n/es.ts';
import { editor } from '@cocrea/shared/i18n/es/editor.ts';
import { proposals as say } from '@cocrea/shared/i18n/es/proposals.ts';
import { toldProposals } from '@cocrea/shared/i18n/es/told-proposals.ts';
import { desktop, launchBrowser, newDevice, phone, withPictures } from '../support/browser.ts';
import { demoLab, startServer, type RunningServer } from '../support/server.ts';
import { newPerson, type Person } from './person.ts';

const { app, ui } = es;
const portfolio = `/laboratorios/${demoLab}/propuestas`;
const title = 'Avisos por teléfono antes de que venza un documento';
const contexts: BrowserContext[] = [];
const people: Person[] = [];

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
});

async function device(size: typeof phone | typeof desktop): Promise<Person> {
  const context = await newDevice(browser, size);
  contexts.push(context);
  const person = await newPerson(context);
  people.push(person);
  return person;
}

/** Somebody of a sector who came in with the poster's code. */
async function joined(
  actorKind: ActorKind,
  { institution, size = phone }: { institution: string | null; size?: typeof phone | typeof desktop },
) {
  const person = await device(size);
  const answer = await person.page.context().request.post(`${server.url}/api/join/GENTE9`, {
    headers: { origin: server.url },
    data: {
      id: randomUUID(),
      alias: `Vecina de ${actorKind} ${randomUUID().slice(0, 4)}`,
      institution,
      actorKind,
      noticeVersion: privacyNoticeVersion,
      consents: { attendance: true, image: false, contact: false },
    },
  });
  expect(answer.status()).toBe(201);
  return person;
}

async function entered(as: 'facilitator' | 'consolidator' | 'civil_org', size: typeof phone | typeof desktop): Promise<Person> {
  const person = await device(size);
  await person.open(server.url);
  await person.enterDemo(as);
  return person;
}

const press = ({ page }: Person, name: string, inside: 'page' | 'dialog' = 'page') =>
  page
    .getByRole(inside === 'page' ? 'main' : 'dialog')
    .getByRole('button', { name, exact: true })
    .click();
const seatsAre = ({ page }: Person, filled: number) => page.getByText(say.gate.count(filled, 5), { exact: true }).waitFor();

async function endorse(person: Person, { address, institution }: { address: string; institution?: string }): Promise<void> {
  await person.open(server.url + address);
  await press(person, say.endorse.action);
  if (institution !== undefined) await person.page.getByLabel(say.endorse.institution).fill(institution);
  await press(person, say.endorse.go, 'dialog');
  await person.page.getByText(/^Usted la avaló/).waitFor();
}

test('from a title on a phone to five of five', async () => {
  await withPictures(
    'transversal-validation',
    () => people.map(({ page }) => page),
    async () => {
      // A citizen's phone begins it, after looking at what is there already.
      const citizen = await joined('ciudadania', { institution: null });
      await citizen.open(server.url + portfolio);
      await citizen.page.getByRole('heading', { name: say.portfolio.title }).waitFor();
      await citizen.finds('the portfolio on a phone');
      await press(citizen, say.create);
      const field = citizen.page.getByLabel(say.making.field);
      await field.fill('Seguimiento de los trámites con mensajes de texto');
      await press(citizen, say.making.go, 'dialog');
      await citizen.page.getByText(say.making.alike).waitFor();
      await citizen.page
        .getByRole('dialog')
        .getByRole('link', { name: 'Seguimiento de trámites por mensaje de texto' })
        .waitFor();
      await citizen.finds('alike proposals before a new one');
      await field.fill(title);
      await press(citizen, say.making.go, 'dialog');
      await citizen.page.getByRole('heading', { level: 1, name: title }).waitFor();
      const address = new URL(citizen.page.url()).pathname;

      // Two people write it; the other one's words come in while one looks.
      await citizen.text.waitFor();
      await citizen.finds('a new proposal on a phone');
      await write(citizen, '¿Qué problema atiende?', 'Los documentos vencen sin que nadie avise.');
      await citizen.statusIs('saved');
      const ong = await entered('civil_org', desktop);
      await ong.open(server.url + address);
      await ong.reads('Los documentos vencen sin que nadie avise.');
      await write(
        ong,
        '¿A quiénes sirve y qué cambia para esas personas?',
        'Sirve a quienes pierden un día por renovarlo tarde.',
      );
      await write(ong, '¿Qué aporta al gobierno abierto?', 'Publica cuántos avisos se envían y cuántos llegan a tiempo.');
      await citizen.reads('Sirve a quienes pierden un día por renovarlo tarde.');
      await ong.page.getByText(say.gate.measuresMissing(['indicator', 'baseline', 'target', 'date'])).waitFor();
      await ong.finds('a draft on a desktop');
      await expect.poll(() => citizen.page.getByText(say.gate.impactTodo).count(), { timeout: 60_000 }).toBe(0);

      // What can be measured is filled in by who began it, and sent in.
      const facts = citizen.page.getByRole('region', { name: say.fields.title });
      await facts.getByLabel(say.fields.typology).selectOption({ label: say.typologies.service });
      await facts.getByLabel(say.fields.indicator).fill('Documentos renovados antes de vencer');
      await facts.getByLabel(say.fields.baseline).fill('40 %');
      await facts.getByLabel(say.fields.target, { exact: true }).fill('70 %');
      await facts.getByLabel(say.fields.date).fill('A la brevedad');
      await facts.getByText(say.fields.dateVague).waitFor();
      await facts.getByLabel(say.fields.date).fill('agosto 2020');
      await facts.getByText(say.fields.unsaved).waitFor();
      await facts.getByRole('button', { name: say.fields.save }).click();
      await facts.getByText(say.fields.saved).waitFor();
      await press(citizen, say.steps.submit.action);
      await citizen.page.getByRole('alertdialog').getByRole('button', { name: say.steps.submit.action }).click();
      await citizen.page.getByText(toldProposals.states.submitted, { exact: true }).first().waitFor();
      await ong.page.getByText(editor.page.readOnly.proposal.submitted).waitFor();

      // Four sectors endorse it, one of them twice: a second NGO adds strength, not a seat.
      await endorse(citizen, { address, institution: 'Vecindad del Puente' });
      await seatsAre(citizen, 1);
      await endorse(ong, { address });
      await endorse(await joined('ong', { institution: 'Red de Prueba' }), { address });
      await seatsAre(citizen, 2);
      await citizen.page.getByText(say.gate.more(1)).waitFor();
      await endorse(await joined('privado', { institution: 'Cooperativa de Prueba' }), { address });
      const cooperation = await joined('cooperacion', { institution: 'Agencia de Prueba' });
      await endorse(cooperation, { address });
      await cooperation.page.getByText(say.gate.besideWhat).waitFor();

      const facilitator = await entered('facilitator', phone);
      await endorse(facilitator, { address, institution: 'GPAT (persona ficticia)' });
      await seatsAre(facilitator, 4);
      await facilitator.page.getByText('Falta Academia', { exact: true }).first().waitFor();
      await facilitator.finds('four of five on a phone');
      await press(facilitator, say.steps.start_validation.action);
      await facilitator.page.getByRole('alertdialog').getByRole('button', { name: say.steps.start_validation.action }).click();

      // Who consolidates sees what is missing, and cannot validate before it is there.
      const consolidator = await entered('consolidator', desktop);
      await consolidator.open(`${server.url}${portfolio}?falta=academia`);
      await consolidator.page.getByRole('link', { name: title }).click();
      const validate = consolidator.page.getByRole('main').getByRole('button', { name: say.steps.validate.action, exact: true });
      await validate.waitFor();
      expect(await validate.isDisabled()).toBe(true);
      await consolidator.finds('four of five on a desktop');
      await endorse(await joined('academia', { institution: 'Universidad de Prueba', size: desktop }), { address });
      await seatsAre(consolidator, 5);
      await consolidator.page.getByText(say.gate.complete).waitFor();
      await validate.click();
      await consolidator.page.getByRole('alertdialog').getByRole('button', { name: say.steps.validate.action }).click();
      await consolidator.page.getByText(toldProposals.states.validated, { exact: true }).first().waitFor();
      await consolidator.finds('five of five on a desktop');

      // The citizen's phone was told, without asking.
      await citizen.page.getByText(toldProposals.states.validated, { exact: true }).first().waitFor();
      await seatsAre(citizen, 5);
      await citizen.finds('five of five on a phone');
      await consolidator.open(`${server.url}${portfolio}?tipologia=service&estado=validated`);
      await consolidator.page.getByRole('link', { name: title }).waitFor();
      await consolidator.page.getByRole('button', { name: ui.asTable }).click();
      await consolidator.page.getByRole('columnheader', { name: say.portfolio.typology }).waitFor();
      await consolidator.finds('the portfolio as a table');
      await consolidator.page.getByRole('link', { name: app.shell.home }).first().waitFor();
      for (const { complaints } of people) expect(complaints).toEqual([]);
    },
  );
  for (const context of contexts) await context.close();
});

/** In the empty line below one of the fixed questions. */
async function write({ page, text }: Person, question: string, words: string): Promise<void> {
  const heading = text.getByRole('heading', { name: question });
  await heading.waitFor();
  const line = heading.locator('xpath=following-sibling::p[1]');
  await line.scrollIntoViewIfNeeded();
  await line.click();
  // A text opens with its caret in the first question, which takes no words: its tool says when the caret has arrived.
  await page.getByRole('button', { name: editor.tools.heading(2), pressed: false }).waitFor();
  await page.keyboard.type(words, { delay: 5 });
  await text.getByText(words).waitFor();
}
