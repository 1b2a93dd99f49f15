// The line one writes is in sight: never under the bars that stay, on a phone with its keyboard open nor on a desktop; nor is one locked in a table
// at the end of the text; and whoever is taken out while writing is told where they look.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { editor } from '@cocrea/shared/i18n/es/editor.ts';
import { errors } from '@cocrea/shared/i18n/es/errors.ts';
import { labPages } from '@cocrea/shared/i18n/es/lab-pages.ts';
import { desktop, launchBrowser, newDevice, phone } from '../support/browser.ts';
import { demoLab, startServer, type RunningServer } from '../support/server.ts';
import { Desk } from './editor-desk.ts';
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

/** Pixels between the line of the caret and the bars over and under it; negative where it is covered. */
const room = (desk: Desk) =>
  desk.page.evaluate(() => {
    const selection = getSelection();
    const line = selection?.anchorNode instanceof Text ? selection.getRangeAt(0) : (selection?.anchorNode as Element | null);
    const caret = line?.getBoundingClientRect() ?? new DOMRect();
    const head = document.querySelector('[data-editor-bar]')?.getBoundingClientRect().bottom ?? 0;
    const tools = document.querySelector('[data-editor-tools]');
    const atFoot = tools !== null && getComputedStyle(tools).position === 'fixed';
    const foot = atFoot ? tools.getBoundingClientRect().top : innerHeight;
    return { above: Math.round(caret.top - head), below: Math.round(foot - caret.bottom) };
  });

test.each([
  { where: 'a phone with its keyboard open', size: phone, open: { width: 360, height: 420 } },
  { where: 'a desktop', size: desktop, open: desktop },
])('on $where the line one writes is never under a bar', async ({ size, open }) => {
  const desk = await Desk.enter(browser, { server, as: 'facilitator', size });
  await desk.open(await desk.newNote());
  await desk.write('Primera línea.');
  await desk.page.setViewportSize(open);
  for (let line = 0; line < 30; line += 1) {
    await desk.page.keyboard.press('Enter');
    await desk.page.keyboard.type(`Línea ${line}`);
    await expect.poll(async () => (await room(desk)).below, { message: `line ${line}` }).toBeGreaterThanOrEqual(0);
  }
  for (let line = 0; line < 30; line += 1) await desk.page.keyboard.press('ArrowUp');
  await expect.poll(async () => (await room(desk)).above).toBeGreaterThanOrEqual(0);
  await desk.says('saved');
  expect(desk.complaints).toEqual([]);
  await desk.context.close();
});

test('what one touched to write stays in sight when the keyboard comes up', async () => {
  const desk = await Desk.enter(browser, { server, as: 'facilitator', size: phone });
  await desk.open(await desk.newNote());
  await desk.write('Uno');
  for (let line = 0; line < 11; line += 1) await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.type('Aquí');
  await desk.page.setViewportSize({ width: 360, height: 420 });
  await expect.poll(async () => (await room(desk)).below).toBeGreaterThanOrEqual(0);
  await desk.context.close();
});

test('a table at the end of the text leaves a line below it, taken back with it', async () => {
  const desk = await Desk.enter(browser, { server, as: 'facilitator' });
  await desk.open(await desk.newNote());
  await desk.write('Antes');
  await desk.page.keyboard.press('Enter');
  await desk.page.getByRole('button', { name: editor.table.insert }).click();
  await desk.page.keyboard.type('Celda');
  await desk.page.keyboard.press('Control+End');
  await desk.page.keyboard.type('Después');
  const blocks = () => desk.page.locator('.document-text > *').evaluateAll((all) => all.map(({ textContent }) => textContent));
  await expect.poll(blocks).toEqual(['Antes', 'Celda', 'Después']);
  for (let step = 0; step < 5; step += 1) await desk.page.keyboard.press('Control+z');
  await expect.poll(async () => (await blocks()).join('')).toBe('');
  await desk.context.close();
});

test('a note is renamed by typing its new name over the old one', async () => {
  const person = await newPerson(await newDevice(browser, desktop));
  await person.open(server.url);
  await person.enterDemo('facilitator');
  const before = `Nota ${randomUUID().slice(0, 8)}`;
  await person.page.context().request.post(`${server.url}/api/labs/${demoLab}/notes`, {
    data: { id: randomUUID(), title: before },
    headers: { origin: server.url },
  });
  await person.page.getByRole('button', { name: labPages.lab.renameNoteOf(before) }).click();
  await person.page.getByRole('dialog').waitFor();
  await person.page.keyboard.type('Acuerdos de la mesa');
  await person.page.keyboard.press('Enter');
  await person.page.getByRole('button', { name: labPages.lab.renameNoteOf('Acuerdos de la mesa') }).waitFor();
  await person.page.context().close();
});

test('who is taken out while writing far below sees why', async () => {
  const desk = await Desk.enter(browser, { server, as: 'civil_org', size: phone });
  const host = await Desk.enter(browser, { server, as: 'facilitator' });
  const { me } = (await (await desk.context.request.get(`${server.url}/api/session`)).json()) as { me: { personId: string } };
  await desk.open(`${demoLab}.borrador-2`);
  await desk.write('Lo último que escribo');
  await desk.says('saved');
  const removing = host.context.request.delete(`${server.url}/api/labs/${demoLab}/people/${me.personId}`, {
    data: { commandId: randomUUID() },
    headers: { origin: server.url },
  });
  // Words on their way meanwhile: the page keeps the text while some are nowhere else.
  await desk.page.keyboard.type('MientrasMeQuitanDeLaLista', { delay: 15 });
  const removed = await removing;
  expect(removed.ok(), await removed.text()).toBe(true);
  const why = desk.page.getByRole('alert').getByText(errors.removed_from_lab());
  await why.waitFor();
  await expect.poll(async () => (await why.boundingBox())?.y ?? -1).toBeGreaterThan(0);
  expect((await why.boundingBox())?.y).toBeLessThan(phone.height);
  await desk.context.close();
  await host.context.close();
});
