// Journey 12, for drafts: somebody writes into Borrador 1 without a signal, it is frozen meanwhile, and what they wrote is neither lost nor mixed
// in: they see it beside what was frozen, and decide. And the life of a draft at the desk of whoever consolidates.
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, BrowserContext } from 'playwright-core';
import { incorporate, readDesk } from '@cocrea/shared/api/consolidation.ts';
import { beginFork } from '@cocrea/shared/api/suggestions.ts';
import { bodyOf } from '@cocrea/shared/document/body.ts';
import { editBody } from '@cocrea/shared/document/edit-body.ts';
import { bodyField } from '@cocrea/shared/document/schema.ts';
import { wordedBlocks } from '@cocrea/shared/document/words-of-block.ts';
import { consolidation as desk } from '@cocrea/shared/i18n/es/consolidation.ts';
import { draftDates } from '@cocrea/shared/i18n/es/draft-dates.ts';
import { drafts as say } from '@cocrea/shared/i18n/es/drafts.ts';
import { editor } from '@cocrea/shared/i18n/es/editor.ts';
import { suggestions } from '@cocrea/shared/i18n/es/suggestions.ts';
import { es } from '@cocrea/shared/i18n/es.ts';
import * as Y from 'yjs';
import { ask, bearer } from '../api/ask.ts';
import { desktop, launchBrowser, newDevice, phone, withPictures } from '../support/browser.ts';
import { Cast } from '../support/cast.ts';
import { drafts, draftsLab, folderWithDrafts, saidInFirst } from '../support/lab-of-drafts.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { connectWitness } from '../support/witness.ts';
import { startTamedProxy, type TamedProxy } from '../support/tamed-proxy.ts';
import { newPerson } from './person.ts';

const { ui } = es;
const first = `/laboratorios/${draftsLab}/documentos/${drafts.first}`;
const second = `/laboratorios/${draftsLab}/documentos/${drafts.second}`;
const stood = saidInFirst[0] ?? '';

let dataDir: string;
let server: RunningServer;
let proxy: TamedProxy;
let browser: Browser;
let cast: Cast;
beforeAll(async () => {
  dataDir = await folderWithDrafts();
  [server, browser] = await Promise.all([startServer({ dataDir }), launchBrowser()]);
  proxy = await startTamedProxy(server);
  cast = new Cast(server);
});
afterAll(async () => {
  cast?.[Symbol.dispose]();
  await browser?.close();
  await proxy?.[Symbol.asyncDispose]();
  await server?.[Symbol.asyncDispose]();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Signed in on this device as somebody of that role; the token is theirs too. */
async function signedIn(context: BrowserContext, role: 'consolidator' | 'participant', at: string): Promise<string> {
  const token = cast.person({ role, lab: draftsLab }).token ?? '';
  await context.addCookies([{ name: 'cocrea_session', value: token, url: at, httpOnly: true, sameSite: 'Lax' }]);
  return token;
}

/** In a fork of the first draft, in that person's name. */
async function suggest(token: string): Promise<void> {
  const params = { lab: draftsLab, document: drafts.first };
  const { output: fork } = await ask(server, beginFork, { as: bearer(token), params, body: { commandId: randomUUID() } });
  const writer = await connectWitness(server, fork.id, { token });
  const block = wordedBlocks(bodyOf(writer.doc)).find(({ text }) => text === stood);
  writer.mark(() => editBody(writer.doc, { kind: 'append', blockId: block?.id ?? '', text: 'Y en Chʼortiʼ.' }));
  await writer.allAcknowledged();
  writer.close();
}

/** Into a new paragraph of the second draft, which somebody then takes out. */
async function bringInAndTakeOut(token: string, id: string): Promise<void> {
  const params = { lab: draftsLab, document: drafts.second };
  const writer = await connectWitness(server, drafts.second, { token });
  const block = wordedBlocks(bodyOf(writer.doc)).find(({ text }) => text === stood);
  const sources = [{ kind: 'late_writing' as const, id }];
  const body = { commandId: randomUUID(), sources, blockId: block?.id ?? '', placement: 'after' as const, text: 'Diez días.' };
  const { output } = await ask(server, incorporate, { as: bearer(token), params, body });
  const fragment = writer.doc.getXmlFragment(bodyField);
  const place = (): number =>
    fragment.toArray().findIndex((one) => one instanceof Y.XmlElement && one.getAttribute('id') === output.blockId);
  await writer.waitFor(() => place() >= 0, 'the paragraph that was brought in');
  writer.mark(() => fragment.delete(place(), 1));
  await writer.allAcknowledged();
  writer.close();
}

// What is frozen stays frozen: it cannot be tried a second time.
test('words written without a signal into a draft that is frozen meanwhile come back, and their writer decides', {
  retry: 0,
}, async () => {
  const [atDesk, elsewhere, inField] = await Promise.all([desktop, desktop, phone].map((size) => newDevice(browser, size)));
  if (!atDesk || !elsewhere || !inField) throw new Error('three devices were asked for');
  const consolidatorToken = await signedIn(atDesk, 'consolidator', server.url);
  const suggesterToken = await signedIn(elsewhere, 'participant', server.url);
  await signedIn(inField, 'participant', proxy.url);
  await withPictures(
    'draft-life',
    () => [...atDesk.pages(), ...elsewhere.pages(), ...inField.pages()],
    async () => {
      // Without a signal: a changed paragraph, and a new one.
      const before = await newPerson(inField);
      await before.open(proxy.url + first);
      await before.statusIs('saved');
      const other = await newPerson(elsewhere);
      await other.open(proxy.url + first);
      await other.statusIs('saved');
      proxy.refuse();
      await other.enterText(saidInFirst[1]);
      await other.page.keyboard.press('End');
      await other.type(' Lo pide quien lo tiene.');
      await other.statusIs('on_device');
      await other.page.close();
      await before.enterText(stood);
      await before.page.keyboard.press('End');
      await before.type(' Y en Mam.');
      await before.page.keyboard.press('Enter');
      await before.type('Nadie espera más de diez días.');
      await before.statusIs('on_device');
      await before.page.close();

      const watcher = await newPerson(elsewhere);
      await watcher.open(server.url + first);
      await watcher.statusIs('saved');

      await suggest(suggesterToken);
      // Meanwhile it is frozen and put to consultation.
      const consolidator = await newPerson(atDesk);
      const { page } = consolidator;
      const head = page.getByRole('region', { name: say.head.label('Borrador 1') });
      const alert = page.getByRole('alertdialog');
      await consolidator.open(server.url + first);
      await consolidator.statusIs('saved');
      await head.getByRole('button', { name: say.steps.freeze.action, exact: true }).click();
      await alert.getByText(say.freeze.never).waitFor();
      await alert.getByText(say.freeze.suggestions(1, 1, 'Borrador 1')).waitFor();
      await consolidator.finds('before freezing');
      await alert.getByRole('button', { name: say.steps.freeze.action, exact: true }).click();
      await head.getByText(draftDates.states.frozen, { exact: true }).waitFor();
      await consolidator.statusIs('read_only');
      // Whoever has it open is told at once, and had nothing to lose.
      await watcher.statusIs('read_only');
      await watcher.page.getByText(editor.page.readOnly.frozen).waitFor();
      expect(await watcher.page.getByRole('heading', { name: say.late.title('Borrador 1') }).count()).toBe(0);
      await head.getByTitle(say.head.fingerprintName).click();
      await expect.poll(() => page.getByLabel(say.fingerprint.field).inputValue()).toMatch(/^[0-9a-f]{64}$/);
      await consolidator.finds('the fingerprint');
      await page.keyboard.press('Escape');
      await head.getByRole('button', { name: say.steps.open_consultation.action, exact: true }).click();
      await page.getByLabel(say.consultation.days).fill('0');
      await page.getByRole('dialog').getByRole('button', { name: say.steps.open_consultation.action }).click();
      await page.getByText(say.consultation.daysWrong(1, 90)).waitFor();
      await page.getByLabel(say.consultation.days).fill('10');
      await page.getByRole('dialog').getByRole('button', { name: say.steps.open_consultation.action }).click();
      await head.getByText(draftDates.daysLeft(10)).waitFor();
      await consolidator.finds('a draft in consultation');

      // Three days more, with a reason that everybody who reads it is told.
      await head.getByRole('button', { name: ui.moreOptions(say.head.more('Borrador 1')) }).click();
      await page.getByRole('menuitem', { name: say.prolong.action }).click();
      const longer = page.getByRole('dialog');
      await longer.getByLabel(say.prolong.days).fill('3');
      await longer.getByRole('button', { name: say.prolong.action }).click();
      await longer.getByText(ui.required).waitFor();
      await longer.getByLabel(say.prolong.reason).fill('Hubo feriado.');
      await consolidator.finds('prolonging a consultation');
      await longer.getByRole('button', { name: say.prolong.action }).click();
      for (const each of [page, watcher.page]) {
        const told = each.getByRole('region', { name: say.head.label('Borrador 1') });
        await told.getByText(draftDates.daysLeft(13)).waitFor();
        await told.getByText('Hubo feriado.').waitFor();
      }

      // The phone comes back.
      proxy.restore();
      const back = await newPerson(inField);
      await back.open(proxy.url + first);
      await back.page.getByRole('heading', { name: say.late.title('Borrador 1') }).waitFor();
      const compared = back.page.getByRole('list', { name: say.late.compare }).getByRole('listitem');
      await expect.poll(() => compared.count()).toBe(2);
      await expect.poll(() => compared.nth(0).innerText()).toContain(`${stood} Y en Mam.`);
      await compared.nth(1).getByText(say.late.newHere).waitFor();
      // Nothing is mixed in: the text is the frozen one.
      await back.reads(stood);
      await expect.poll(() => back.text.innerText()).not.toContain('Mam');
      await back.finds('what came too late');

      // Kept, over a reload too; thrown away only when asked twice.
      await back.page.getByRole('button', { name: say.late.keep }).tap();
      await back.page.reload();
      await back.page.getByRole('heading', { name: say.late.kept }).waitFor();
      await back.finds('what is kept');
      await back.page.getByRole('button', { name: say.late.decide }).tap();
      await back.page.getByRole('button', { name: say.late.discard }).tap();
      await back.page.getByRole('alertdialog').getByText(say.late.discardWhat(2)).waitFor();
      await back.page.getByRole('alertdialog').getByRole('button', { name: ui.cancel }).tap();

      await back.page.getByRole('button', { name: say.late.send(2) }).tap();
      await back.page.getByText(say.late.sentWhat('B1-T-0001, B1-T-0002')).waitFor();
      await back.finds('what was sent as late');
      // The text is as it was frozen.
      await back.reads(stood);
      await expect.poll(() => back.text.innerText()).not.toContain('Mam');
      await back.page.getByRole('button', { name: say.late.sentGo }).tap();
      await back.page.reload();
      await back.reads(stood);
      await expect.poll(() => back.page.getByRole('heading', { name: say.late.title('Borrador 1') }).count()).toBe(0);

      // The other sends theirs as an observation: the consultation is open.
      const observes = await newPerson(elsewhere);
      await observes.open(proxy.url + first);
      await observes.page.getByRole('button', { name: say.late.observe(1) }).click();
      const dialog = observes.page.getByRole('dialog');
      await dialog.getByRole('button', { name: say.late.observe(1) }).click();
      await dialog.getByText(say.late.whyMissing).waitFor();
      await observes.finds('a reason is missing');
      await dialog.getByLabel(say.late.why).fill('Falta decir quién lo pide.');
      await dialog.getByRole('button', { name: say.late.observe(1) }).click();
      await observes.page.getByText(say.late.sentWhat('B1-OBS-0001')).waitFor();
      await expect.poll(() => observes.text.innerText()).not.toContain('Lo pide quien lo tiene');

      // The next draft begins as it was frozen, and waits for an answer to all that was said.
      await head.getByRole('button', { name: say.steps.begin_next.action, exact: true }).click();
      await alert.getByText(say.begin.suggestions(1, 'Borrador 1')).waitFor();
      await alert.getByRole('button', { name: say.steps.begin_next.action, exact: true }).click();
      await head.getByRole('link', { name: say.head.next('Borrador 2') }).click();
      const { output } = await ask(server, readDesk, {
        as: bearer(consolidatorToken),
        params: { lab: draftsLab, document: drafts.second },
      });
      expect(output.lateWritings.map(({ folio, before: was, text }) => [folio, was, text])).toEqual([
        ['B1-T-0001', stood, `${stood} Y en Mam.`],
        ['B1-T-0002', '', 'Nadie espera más de diez días.'],
      ]);
      // What was suggested and not decided went along, and its author is told where.
      await watcher.page.bringToFront();
      await watcher.page.getByText(suggestions.left.mine(1, 'Borrador 1')).waitFor();
      await watcher.finds('where a suggestion went');
      await watcher.page.getByRole('link', { name: suggestions.left.open('Borrador 2') }).click();
      await watcher.page.getByRole('tab', { name: `${suggestions.panel.label} (1)` }).waitFor();
      const nextHead = page.getByRole('region', { name: say.head.label('Borrador 2') });
      await nextHead.getByRole('button', { name: say.freeze.blocked(3) }).click();
      await page.getByRole('dialog').getByText('B1-T-0002').waitFor();
      await consolidator.finds('what blocks a freeze');
      await page.keyboard.press('Escape');
      expect(await nextHead.getByRole('button', { name: say.steps.freeze.action, exact: true }).isDisabled()).toBe(true);
      await consolidator.reads('Borrador 2, sujeto a observaciones');
      expect(page.url()).toBe(server.url + second);

      // What was brought into a paragraph that is gone now is listed, and leads to where it is taken up again.
      await bringInAndTakeOut(consolidatorToken, output.lateWritings[1]?.id ?? '');
      await page.reload();
      await nextHead.getByRole('button', { name: say.freeze.blocked(3) }).click();
      const lost = page.getByRole('dialog').getByRole('listitem').filter({ hasText: 'B1-T-0002' });
      await lost.getByText(say.freeze.lacks.destination).waitFor();
      await lost.getByRole('link', { name: 'B1-T-0002' }).click();
      const card = page.getByRole('article').filter({ hasText: 'B1-T-0002' });
      await card.getByText(desk.sources.lost).waitFor();
      await consolidator.finds('what lost its paragraph');
      await card.getByRole('button', { name: `${desk.sources.refuse}: B1-T-0002` }).click();
      await page.getByRole('dialog').getByLabel(desk.refuse.reason).fill('Ya no cabe en el texto.');
      await page.getByRole('dialog').getByRole('button', { name: desk.refuse.go }).click();
      await card.getByText(desk.sources.notIncorporated).waitFor();
      expect([
        ...before.complaints,
        ...consolidator.complaints,
        ...other.complaints,
        ...watcher.complaints,
        ...observes.complaints,
        ...back.complaints,
      ]).toEqual([]);
    },
  );
  await Promise.all([atDesk.close(), elsewhere.close(), inField.close()]);
});
