// Journey: what somebody was filling in when others changed the same thing, or closed it, stays on their screen and they are told.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { es } from '@cocrea/shared/i18n/es.ts';
import { editor } from '@cocrea/shared/i18n/es/editor.ts';
import { proposals as say } from '@cocrea/shared/i18n/es/proposals.ts';
import { desktop, launchBrowser, newDevice, phone, withPictures } from '../support/browser.ts';
import { Cast } from '../support/cast.ts';
import { demoLab, startServer, type RunningServer } from '../support/server.ts';
import { newPerson, type Person } from './person.ts';

let server: RunningServer;
let browser: Browser;
let cast: Cast;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  cast = new Cast(server);
});
afterAll(async () => {
  cast?.[Symbol.dispose]();
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
});

const portfolio = `/laboratorios/${demoLab}/propuestas`;

async function facilitatorAt(size: typeof phone | typeof desktop): Promise<Person> {
  const person = await newPerson(await newDevice(browser, size));
  await person.open(server.url);
  await person.enterDemo('facilitator');
  return person;
}

/** Somebody else of the team, at no screen. */
function colleague(
  role: 'facilitator' | 'consolidator',
): (method: 'POST' | 'PATCH', path: string, body: object) => Promise<void> {
  const { token } = cast.person({ role });
  return async (method, path, body) => {
    const answer = await fetch(`${server.url}/api/labs/${demoLab}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ commandId: randomUUID(), ...body }),
    });
    expect(answer.ok, await answer.text()).toBe(true);
  };
}

test('facts that others saved first, or that came too late, are still there', async () => {
  const person = await facilitatorAt(phone);
  const { page } = person;
  const other = colleague('facilitator');
  await withPictures(
    'proposals-overtaken',
    () => [page],
    async () => {
      const id = randomUUID();
      await other('POST', '/proposals', { id, title: 'Huertos en las escuelas', sources: [], text: {} });
      await person.open(`${server.url}${portfolio}/${id}`);
      const facts = page.getByRole('region', { name: say.fields.title });
      const indicator = facts.getByLabel(say.fields.indicator);
      await indicator.fill('Huertos que siguen vivos');
      await other('PATCH', `/proposals/${id}`, { version: 1, indicator: 'Escuelas con huerto' });
      await page.getByText(say.history.of.changed).waitFor();
      await facts.getByRole('button', { name: say.fields.save }).click();
      await facts.getByText(say.fields.stale).waitFor();
      await facts.getByText('Escuelas con huerto').waitFor();
      expect(await indicator.inputValue()).toBe('Huertos que siguen vivos');
      await person.finds('facts that others saved first');

      // Submitting it oneself would leave them out, and says so.
      await page.getByRole('button', { name: say.steps.submit.action }).click();
      const asked = page.getByRole('alertdialog');
      await asked.getByText(say.fields.unsavedBeforeSubmit).waitFor();
      await person.finds('submitting before saving');
      await asked.getByRole('button', { name: es.ui.cancel }).click();

      await other('POST', `/proposals/${id}/steps`, { version: 2, step: 'submit' });
      await facts.getByText(say.fields.closed).waitFor();
      await facts.getByText('Huertos que siguen vivos').waitFor();
      await person.finds('facts that came too late');

      await colleague('consolidator')('POST', `/proposals/${id}/steps`, {
        version: 3,
        step: 'observe',
        reason: 'Falta la meta.',
      });
      await expect.poll(() => indicator.inputValue(), { timeout: 20_000 }).toBe('Huertos que siguen vivos');
      await facts.getByRole('button', { name: say.fields.save }).click();
      await facts.getByText(say.fields.saved).waitFor();
      expect(person.complaints).toEqual([]);
    },
  );
  await page.context().close();
});

test('whoever is writing when others submit is told where they look, and keeps every word', async () => {
  const person = await facilitatorAt(desktop);
  const { page } = person;
  const other = colleague('facilitator');
  await withPictures(
    'proposals-closed',
    () => [page],
    async () => {
      const id = randomUUID();
      await other('POST', '/proposals', { id, title: 'Escuelas de campo', sources: [], text: { ogp_value: 'Se publica' } });
      await person.open(`${server.url}${portfolio}/${id}`);
      await person.statusIs('saved');
      await person.enterText('Se publica');
      await page.keyboard.press('End');
      await person.type(' todo lo que se aprende');
      await person.reads('Se publica todo lo que se aprende');
      await other('POST', `/proposals/${id}/steps`, { version: 1, step: 'submit' });
      await page.getByText(editor.page.closed).waitFor();
      await person.statusIs('read_only');
      await page.getByText(editor.page.readOnly.proposal.submitted).waitFor();
      await page.reload();
      await person.reads('Se publica todo lo que se aprende');
      expect(person.complaints).toEqual([]);
    },
  );
  await page.context().close();
});

test('a rule that others changed meanwhile is shown before it is changed again', async () => {
  const person = await facilitatorAt(desktop);
  const { page } = person;
  await withPictures(
    'proposals-rule-overtaken',
    () => [page],
    async () => {
      await person.open(server.url + portfolio);
      await page.getByRole('button', { name: say.settings.action }).click();
      const dialog = page.getByRole('dialog');
      const academia = dialog.getByRole('checkbox', { name: es.ui.actorKinds.academia });
      const privado = dialog.getByRole('checkbox', { name: es.ui.actorKinds.privado });
      await academia.click();
      await colleague('facilitator')('PATCH', '/proposal-gate', {
        version: 0,
        kinds: ['ciudadania', 'ong', 'sector_publico', 'academia'],
        threshold: 4,
      });
      await dialog.getByText(say.settings.overtaken).waitFor();
      expect([await academia.isChecked(), await privado.isChecked()]).toEqual([true, false]);
      await person.finds('a rule that others changed meanwhile');
      await academia.click();
      await dialog.getByRole('button', { name: es.ui.save }).click();
      await page.getByText(say.settings.done).waitFor();
      await page
        .getByText(/de 3 sectores/)
        .first()
        .waitFor();
      expect(person.complaints).toEqual([]);
    },
  );
  await page.context().close();
});
