// Where one's words are, as the page says it: true while connected, away, reloaded, on a shared device, and when the document was rebuilt.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { expectAccessible, launchBrowser, phone } from '../support/browser.ts';
import { demoLab, startServer, type RunningServer } from '../support/server.ts';
import { agreed, Desk } from './editor-desk.ts';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
});

const serviceWorkerReady = (desk: Desk) => desk.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

test('saved, then away: kept on the device and counted, read and written after a reload without network, merged on return', async () => {
  const ana = await Desk.enter(browser, { server, as: 'facilitator', size: phone });
  const beto = await Desk.enter(browser, { server, as: 'consolidator' });
  const note = await ana.newNote();
  await Promise.all([ana.open(note), beto.open(note)]);
  await serviceWorkerReady(ana);
  await ana.write('Primer párrafo.\nSegundo párrafo.');
  await ana.says('saved');
  expect(await ana.statusWords()).toBe('Guardado en el servidor');

  await ana.context.setOffline(true);
  await ana.says('offline');
  await ana.write(' Sin red.');
  await ana.says('on_device');
  expect(await ana.statusWords()).toBe('Guardado en este dispositivo · 1 cambio por enviar');

  // Meanwhile others write, also in the very paragraph, and make it a heading.
  await beto.page.locator('.document-text p').nth(1).click();
  await beto.page.locator('[data-tool="heading-2"]').click();
  await beto.page.keyboard.press('Control+Home');
  await beto.page.keyboard.type('Beto: ');
  await beto.says('saved');

  await ana.page.reload();
  await ana.says('on_device');
  await ana.shows('Segundo párrafo. Sin red.');
  await ana.write(' Tras recargar.');
  await ana.page.locator('[data-status="on_device"]', { hasText: '2 cambios' }).waitFor();
  expect(await ana.statusWords()).toBe('Guardado en este dispositivo · 2 cambios por enviar');
  await expectAccessible(ana.page, 'editor sin red');

  await ana.context.setOffline(false);
  await beto.shows('Sin red.');
  await beto.shows('Tras recargar.');
  const text = await agreed(ana, beto);
  expect(text.split('\n')).toEqual(['Beto: Primer párrafo.', 'Segundo párrafo. Sin red. Tras recargar.']);
  expect(await ana.statusWords()).toBe('Guardado en el servidor');
  expect([...ana.complaints, ...beto.complaints]).toEqual([]);
  await Promise.all([ana.context.close(), beto.context.close()]);
});

test('a server that is killed and comes back: nothing typed meanwhile is missing', async () => {
  const ana = await Desk.enter(browser, { server, as: 'facilitator' });
  const note = await ana.newNote();
  await ana.open(note);
  await ana.write('Antes.');
  await ana.says('saved');
  await server.kill();
  await ana.says('offline');
  await ana.write(' Durante.');
  await ana.says('on_device');
  await server.restart();
  await ana.says('saved');
  const beto = await Desk.enter(browser, { server, as: 'consolidator' });
  await beto.open(note);
  await beto.shows('Antes. Durante.');
  await Promise.all([ana.context.close(), beto.context.close()]);
});

test('another person on the same device neither sends the words of the one before nor loses them', async () => {
  const shared = await Desk.enter(browser, { server, as: 'facilitator', size: phone });
  const witness = await Desk.enter(browser, { server, as: 'facilitator' });
  const note = await shared.newNote();
  await Promise.all([shared.open(note), witness.open(note)]);
  await shared.context.setOffline(true);
  await shared.says('offline');
  await shared.write('Palabras de la primera persona.');
  await shared.says('on_device');
  await shared.newPage();
  await shared.context.setOffline(false);

  await shared.become('consolidator');
  await shared.open(note);
  await shared.write('Palabras de la segunda.');
  await witness.shows('Palabras de la segunda.');
  expect(await witness.words()).not.toContain('primera persona');
  expect(await shared.words()).not.toContain('primera persona');

  await shared.newPage();
  await shared.become('facilitator');
  await shared.open(note);
  await witness.shows('primera persona');
  const text = await agreed(shared, witness);
  expect(text).toContain('Palabras de la segunda.');
  await Promise.all([shared.context.close(), witness.context.close()]);
});

test('a page left open when the device became somebody else’s sends nothing under the new name', async () => {
  const shared = await Desk.enter(browser, { server, as: 'facilitator' });
  const witness = await Desk.enter(browser, { server, as: 'facilitator' });
  const note = await shared.newNote();
  await Promise.all([shared.open(note), witness.open(note)]);
  await shared.context.setOffline(true);
  await shared.says('offline');
  await shared.write('Esto es de la primera persona.');
  await shared.says('on_device');
  const sent: string[] = [];
  shared.page.on('websocket', (socket) => {
    if (socket.url().includes('/sync/'))
      socket.on('framesent', ({ payload }) => sent.push(Buffer.from(payload).toString('latin1')));
  });
  await shared.become('consolidator');
  await shared.context.setOffline(false);
  await shared.page.locator('[data-status="no_permission"], [data-status="saved"]').waitFor();
  await witness.write('.');
  await witness.says('saved');
  expect(await witness.words()).not.toContain('primera persona');
  expect(sent.join()).not.toContain('primera persona');
  await Promise.all([shared.context.close(), witness.context.close()]);
});

test('a browser that keeps nothing says so, and warns before the page is closed', async () => {
  const ana = await Desk.enter(browser, { server, as: 'facilitator' });
  const note = await ana.newNote();
  await ana.context.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
  await ana.newPage();
  await ana.open(note);
  await ana.write('Todo bien.');
  await ana.says('saved');
  await ana.context.setOffline(true);
  await ana.says('offline');
  await ana.write(' Nada de esto queda aquí.');
  await ana.says('unsaved');
  expect(await ana.statusWords()).toMatch(/^Sin guardar · 1 cambio$/);
  await ana.page.getByRole('button', { name: 'Qué significa y qué hacer' }).click();
  await ana.page.getByText('este navegador no guarda nada').waitFor();
  const warned = new Promise<string>((resolve) =>
    ana.page.once('dialog', (dialog) => void dialog.dismiss().then(() => resolve(dialog.type()))),
  );
  await ana.page.close({ runBeforeUnload: true });
  expect(await warned).toBe('beforeunload');
  await ana.context.setOffline(false);
  await ana.says('saved');
  await ana.context.close();
});

test('[JU4] a role that changes is seen at once: the tools go and come back; who is removed is told and keeps their words', async () => {
  const host = await Desk.enter(browser, { server, as: 'facilitator' });
  const guest = await Desk.enter(browser, { server, as: 'civil_org', size: phone });
  const note = await host.newNote();
  await guest.open(note);
  await guest.write('Escribo.');
  await guest.says('saved');
  const people = `${server.url}/api/labs/${demoLab}/people`;
  const headers = { origin: server.url };
  const { me } = (await (await guest.context.request.get(`${server.url}/api/session`)).json()) as { me: { personId: string } };
  const change = async (role: string): Promise<void> => {
    const listed = (await (await host.context.request.get(people)).json()) as { people: { personId: string; version: number }[] };
    const version = listed.people.find(({ personId }) => personId === me.personId)?.version;
    const answer = await host.context.request.patch(`${people}/${me.personId}`, {
      headers,
      data: { commandId: randomUUID(), version, role },
    });
    expect(answer.status()).toBe(200);
  };
  let lines = 0;
  guest.page.on('websocket', (socket) => {
    if (socket.url().includes('/sync/')) lines += 1;
  });
  await change('observer');
  await guest.says('read_only');
  expect(await guest.text.getAttribute('contenteditable')).toBe('false');
  await change('civil_org');
  await guest.says('saved');
  await guest.write(' Y sigo.');
  await guest.says('saved');
  expect(lines).toBe(1);

  await guest.context.setOffline(true);
  await guest.says('offline');
  await guest.write(' Lo último.');
  await guest.says('on_device');
  const removal = await host.context.request.delete(`${people}/${me.personId}`, { headers, data: { commandId: randomUUID() } });
  expect(removal.ok()).toBe(true);
  await guest.context.setOffline(false);
  await guest.says('no_permission');
  await guest.shows('Escribo. Y sigo. Lo último.');
  await guest.page.getByText('1 cambio sin enviar').locator('visible=true').first().waitFor();
  await guest.page.getByRole('button', { name: 'Descargar una copia' }).waitFor();
  await host.open(note);
  expect(await host.words()).toBe('Escribo. Y sigo.');
  await Promise.all([host.context.close(), guest.context.close()]);
});

test('[WI4] a document rebuilt on the server: words of the earlier history are kept apart and offered, never merged', async () => {
  const ana = await Desk.enter(browser, { server, as: 'facilitator' });
  const note = await ana.newNote('Nota reconstruida');
  await ana.open(note);
  await ana.write('Texto común.');
  await ana.says('saved');
  await ana.context.setOffline(true);
  await ana.says('offline');
  await ana.write(' Solo en mi teléfono.');
  await ana.says('on_device');
  await server.stop();
  const database = new DatabaseSync(join(server.dataDir, 'cocrea.db'));
  database.prepare('UPDATE yjs_documents SET generation = ? WHERE id = ?').run('otra-historia', note);
  database.close();
  await server.restart();
  await ana.context.setOffline(false);
  await ana.says('other_generation');
  await ana.shows('Texto común.');
  expect(await ana.words()).toBe('Texto común.');
  await ana.page.locator('strong', { hasText: 'se conserva aparte' }).waitFor();
  const download = ana.page.waitForEvent('download');
  await ana.page.getByRole('button', { name: 'Descargar una copia' }).click();
  const stream = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString('utf8')).toContain('Texto común. Solo en mi teléfono.');
  await ana.page.getByRole('button', { name: 'Descartar esta copia' }).click();
  await ana.page.getByRole('button', { name: 'Descartar para siempre' }).click();
  await ana.says('saved');
  await ana.context.close();
});

test('[WI4] a tab with nothing of its own to send does not throw away what another tab of the same person left unsent', async () => {
  const ana = await Desk.enter(browser, { server, as: 'facilitator' });
  const note = await ana.newNote('Nota en dos pestañas');
  await ana.open(note);
  await ana.write('Texto común.');
  await ana.says('saved');
  const other = await ana.context.newPage();
  await other.goto(ana.page.url());
  await other.locator('[data-status="saved"]').waitFor();
  await server.stop();
  await ana.says('offline');
  await ana.write(' Solo en la primera pestaña.');
  await ana.says('on_device');
  await ana.page.close();
  const database = new DatabaseSync(join(server.dataDir, 'cocrea.db'));
  database.prepare('UPDATE yjs_documents SET generation = ? WHERE id = ?').run('otra-historia', note);
  database.close();
  await server.restart();
  await other.locator('[data-status="other_generation"]').waitFor();
  await other.reload();
  await other.locator('[data-status="other_generation"]').waitFor();
  const download = other.waitForEvent('download');
  await other.getByRole('button', { name: 'Descargar una copia' }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString('utf8')).toContain('Texto común. Solo en la primera pestaña.');
  await ana.context.close();
});

test('a device that gives its copy late: its unsent words are not called saved meanwhile, and are sent when it does', async () => {
  const ana = await Desk.enter(browser, { server, as: 'facilitator' });
  const note = await ana.newNote('Nota en un teléfono lento');
  await ana.open(note);
  await ana.write('Antes.');
  await ana.says('saved');
  await ana.context.setOffline(true);
  await ana.says('offline');
  await ana.write(' Sin red.');
  await ana.says('on_device');
  await ana.newPage();
  await ana.context.setOffline(false);
  await ana.page.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    let mute = true;
    IDBFactory.prototype.open = function (name, version) {
      if (!mute || !name.startsWith('cocrea/')) return open.call(this, name, version);
      mute = false;
      return {} as IDBOpenDBRequest;
    };
  });
  await ana.open(note, 'sending');
  await ana.shows('Antes.');
  await ana.says('saved');
  await ana.shows('Antes. Sin red.');
  const beto = await Desk.enter(browser, { server, as: 'consolidator' });
  await beto.open(note);
  await beto.shows('Antes. Sin red.');
  await Promise.all([ana.context.close(), beto.context.close()]);
});
