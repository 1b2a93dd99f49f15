// What hosts do to people and codes, in real browsers: whoever it is done to sees it on their own screen.
import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaintsOf, desktop, expectAccessible, launchBrowser, newDevice, phone, withPictures } from '../support/browser.ts';
import { demoLab, startServer, type RunningServer } from '../support/server.ts';

/** A name that leads to this machine and is no secure context, as in a hall: no clipboard, no `crypto.randomUUID`. */
const hall = 'sala.test';
/** Milliseconds in which a screen must have followed. */
const promise = 2000;

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser({ hosts: [hall] });
});
afterAll(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
});

const people = `/laboratorios/${demoLab}/personas`;
const codes = `/laboratorios/${demoLab}/codigos`;

interface Entry {
  readonly path: string;
  readonly body: object;
}

/** A page that is somebody already: the call that made them was made from it. */
async function enter(device: BrowserContext, { path, body }: Entry): Promise<Page> {
  const page = await device.newPage();
  await page.goto(server.url);
  const status = await page.evaluate(
    async ([to, what]) => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch(to, { method: 'POST', headers, body: JSON.stringify(what) })).status;
    },
    [path, body] as const,
  );
  expect(status, path).toBeLessThan(300);
  return page;
}

async function facilitator(size = desktop): Promise<Page> {
  return enter(await newDevice(browser, size), { path: '/api/demo-session', body: { as: 'facilitator' } });
}

/** One of the staff who did not come in on the server's own machine, where the demonstration's doors are. */
async function facilitatorInTheHall(origin: string): Promise<Page> {
  const device = await newDevice(browser, desktop);
  await device.addCookies([{ name: 'cocrea_session', value: await server.token('facilitator'), url: origin }]);
  return device.newPage();
}

/** Somebody who came in with a code, known by their device alone. */
async function guest(alias: string, code = 'GENTE9'): Promise<Page> {
  const consents = { attendance: false, image: false, contact: false };
  const who = { id: randomUUID(), alias, institution: null, actorKind: 'academia' };
  const body = { ...who, noticeVersion: '2026-11', consents };
  return enter(await newDevice(browser, desktop), { path: `/api/join/${code}`, body });
}

function row(page: Page, name: string): Locator {
  return page.getByRole('row').filter({ hasText: name });
}

async function ask(page: Page, name: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `Más opciones de ${name}` }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

test('a person is renamed, given another role and removed, and sees each on their screen within two seconds', async () => {
  const host = await facilitator();
  const complaints = complaintsOf(host);
  await host.goto(server.url + people);
  await row(host, 'Wendy Choc Sandoval').waitFor();
  const seen = await guest('Nery Ajú');
  await seen.goto(`${server.url}/laboratorios/${demoLab}`);

  await withPictures(
    'hosting-people',
    () => [host, seen],
    async () => {
      await row(host, 'Nery Ajú').getByText('Aquí ahora').waitFor();
      await expectAccessible(host, 'people');
      await host.getByLabel('Buscar por nombre').fill('aju');
      await host.getByText(/^1 de \d+ personas$/).waitFor();

      await ask(host, 'Nery Ajú', 'Cambiar el nombre');
      const name = host.getByRole('textbox', { name: 'Nombre', exact: true });
      await name.fill('wendy chóc sandoval');
      await host.getByRole('button', { name: 'Guardar' }).click();
      await host.getByText(/Ya hay alguien con ese nombre/).waitFor();
      expect(await name.inputValue()).toBe('wendy chóc sandoval');
      await expectAccessible(host, 'a refused name');
      await name.fill('Nery Ajú Son');
      await host.getByRole('button', { name: 'Guardar' }).click();
      await seen.getByRole('link', { name: /Nery Ajú Son/ }).waitFor({ timeout: promise });

      await ask(host, 'Nery Ajú Son', 'Cambiar el papel');
      await host.getByRole('radio', { name: /^Observa/ }).check();
      await host.getByRole('button', { name: 'Guardar' }).click();
      await seen.getByRole('link', { name: /Nery Ajú Son.*Observa/ }).waitFor({ timeout: promise });

      await ask(host, 'Nery Ajú Son', 'Quitar del laboratorio');
      await host.getByRole('alertdialog').getByText('Lo que escribió en los documentos se conserva.').waitFor();
      await host.getByRole('button', { name: 'Quitar', exact: true }).click();
      await seen.getByRole('heading', { name: 'Ya no está en este laboratorio' }).waitFor({ timeout: promise });
      await row(host, 'Nery Ajú Son').waitFor({ state: 'detached' });
      await host.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Lista de personas');
      expect(complaints).toEqual([]);
    },
  );
});

test('a change somebody else was faster with says so, shows the latest and keeps what was typed', async () => {
  const host = await facilitator();
  await host.goto(server.url + people);
  await host.route(
    '**/people/*',
    async (route) => {
      const stale = { error: { code: 'stale', message: '', details: {} } };
      await route.fulfill({ status: 409, contentType: 'application/json', body: JSON.stringify(stale) });
    },
    { times: 1 },
  );
  await withPictures(
    'hosting-stale',
    () => [host],
    async () => {
      await ask(host, 'Julio Arriaga Monzón', 'Cambiar el nombre');
      const name = host.getByRole('textbox', { name: 'Nombre', exact: true });
      await name.fill('Julio Arriaga M.');
      await host.getByRole('button', { name: 'Guardar' }).click();
      await host.getByText(/Otra persona cambió estos datos/).waitFor();
      expect(await name.inputValue()).toBe('Julio Arriaga M.');
      await host.getByRole('button', { name: 'Guardar' }).click();
      await row(host, 'Julio Arriaga M.').waitFor();
    },
  );
});

test('an account is made, opens a session on two devices, and leaves both at once', async () => {
  const host = await facilitator(phone);
  await host.goto(server.url + people);
  const form = host.getByRole('dialog');
  const laptop = await (await newDevice(browser, desktop)).newPage();
  const other = await (await newDevice(browser, phone)).newPage();

  await withPictures(
    'hosting-account',
    () => [host, laptop, other],
    async () => {
      await host.getByRole('button', { name: 'Crear cuenta' }).click();
      const password = form.getByLabel('Contraseña', { exact: true });
      await form.getByLabel('Nombre y apellido').fill('Wendy Choc Sandoval');
      await password.fill('corta');
      await form.getByRole('button', { name: 'Crear cuenta' }).click();
      await form.getByText('La contraseña necesita al menos 10 caracteres.').waitFor();
      await password.fill('palabras de paso');
      await form.getByRole('button', { name: 'Mostrar la contraseña' }).click();
      await form.getByRole('radio', { name: /^Sector público/ }).check();
      await form.getByRole('radio', { name: /^Relata/ }).check();
      await form.getByRole('button', { name: 'Crear cuenta' }).click();
      await form.getByText(/Ya hay alguien con ese nombre/).waitFor();
      expect(await password.inputValue()).toBe('palabras de paso');
      await expectAccessible(host, 'a refused account');
      await form.getByLabel('Nombre y apellido').fill('Aura Tuy');
      await form.getByRole('button', { name: 'Crear cuenta' }).click();
      await host.getByText('La cuenta de Aura Tuy está lista.', { exact: false }).waitFor();
      await row(host, 'Aura Tuy').getByText('Con cuenta').waitFor();

      for (const page of [laptop, other]) {
        await page.goto(`${server.url}/entrar`);
        await page.getByLabel('Nombre').fill('aura tuy');
        await page.getByLabel('Contraseña', { exact: true }).fill('palabras de paso');
        await page.getByRole('button', { name: 'Entrar', exact: true }).click();
        await page.waitForURL((url) => url.pathname !== '/entrar');
        await page.goto(`${server.url}/cuenta`);
        await page.getByRole('heading', { name: 'Su cuenta' }).waitFor();
      }
      await expectAccessible(other, 'one’s own account');
      await laptop.getByLabel('Nombre').fill('Aura Tuy Chay');
      await laptop.getByRole('button', { name: 'Cambiar mi nombre' }).click();
      await laptop.getByText('Su nombre cambió para todas las personas.').waitFor();
      await laptop.getByRole('button', { name: 'Salir de todos los dispositivos' }).click();
      await laptop.getByRole('button', { name: 'Salir de todos', exact: true }).click();
      await laptop.waitForURL(`${server.url}/`);
      await other.reload();
      await other.getByText(/Todavía no ha entrado/).waitFor();
    },
  );
});

/** Leaves on the device a copy of Borrador 2 with changes the server never confirmed, as a lost connection does. */
async function leaveUnsent(page: Page, changes: number): Promise<void> {
  await page.evaluate(
    async ([lab, pending]) => {
      const { me } = (await (await fetch('/api/session')).json()) as { me: { personId: string } };
      const opening = indexedDB.open('cocrea', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('copies', { keyPath: 'name' });
      await new Promise((resolve) => (opening.onsuccess = resolve));
      const copy = { personId: me.personId, documentId: `${lab}.borrador-2`, generation: 'g', may: 'write', pending };
      const writing = opening.result.transaction('copies', 'readwrite');
      writing.objectStore('copies').put({ ...copy, name: 'a copy', updatedAt: Date.now() });
      await new Promise((resolve) => (writing.oncomplete = resolve));
      opening.result.close();
    },
    [demoLab, changes] as const,
  );
}

test('a device without an account is told what leaving forgets, and what it has not sent', async () => {
  const page = await guest('Ovidio Sis');
  await page.goto(`${server.url}/laboratorios/${demoLab}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.goto(`${server.url}/cuenta`);
  await page.getByRole('heading', { name: 'Usted en este dispositivo' }).waitFor();
  await leaveUnsent(page, 3);

  await withPictures(
    'leaving-device',
    () => [page],
    async () => {
      await page.getByRole('button', { name: 'Salir de este dispositivo' }).click();
      const dialog = page.getByRole('alertdialog');
      await dialog.getByText(/Este dispositivo olvidará quién es usted/).waitFor();
      await dialog.getByText(/3 cambios sin enviar en 1 documento/).waitFor();
      await dialog.getByRole('link', { name: 'Borrador 2' }).waitFor();
      await expectAccessible(page, 'leaving');
      await dialog.getByRole('button', { name: 'Salir de todos modos' }).click();
      await page.waitForURL(`${server.url}/`);
      const me = await page.evaluate(async () => ((await (await fetch('/api/session')).json()) as { me: unknown }).me);
      expect(me).toBeNull();
    },
  );
});

test('a code is made, copied, projected, counted, printed and closed without a secure context', async () => {
  const origin = `http://${hall}:${server.port}`;
  const host = await facilitatorInTheHall(origin);
  await host.goto(origin + codes);
  const complaints = complaintsOf(host);
  expect(await host.evaluate(() => isSecureContext)).toBe(false);

  await withPictures(
    'hosting-codes',
    () => [host],
    async () => {
      await host.getByRole('button', { name: 'Crear código' }).click();
      const form = host.getByRole('dialog');
      await form.getByRole('radio', { name: /^Relata/ }).check();
      await form.getByLabel('Sub-mesa', { exact: true }).selectOption({ label: 'Sub-mesa 5: Datos como activo' });
      await form.getByRole('button', { name: 'Crear código' }).click();
      const card = host.getByRole('article').filter({ hasText: 'Para relatar' });
      await card.waitFor();
      await expectAccessible(host, 'codes');

      const link = await card.getByLabel('Enlace para entrar').inputValue();
      const code = new URL(link).pathname.split('/').at(-1) ?? '';
      expect(link).toBe(`${origin}/unirse/${code}`);
      await card.getByRole('button', { name: 'Copiar' }).click();
      await card.getByText(/El texto quedó seleccionado/).waitFor();
      const selected = await host.evaluate(() => {
        const input = document.activeElement as HTMLInputElement;
        return input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0);
      });
      expect(selected).toBe(link);

      await card.getByRole('button', { name: 'Proyectar' }).click();
      const screen = host.getByRole('dialog');
      await screen.getByText('Todavía no ha entrado nadie').waitFor();
      await expectAccessible(host, 'a projected code');
      await guest('Telma Quej', code);
      await screen.getByText('Entró 1 persona').waitFor({ timeout: promise });
      await host.keyboard.press('Escape');
      await screen.waitFor({ state: 'detached' });

      // The dialog of the system cannot be driven: what it would print is looked at instead.
      await host.evaluate(() => Object.assign(window, { print: () => document.documentElement.classList.add('asked') }));
      await card.getByRole('button', { name: 'Imprimir' }).click();
      await host.locator('html.asked').waitFor({ state: 'attached' });
      await host.emulateMedia({ media: 'print' });
      expect(await host.locator('#root').isVisible()).toBe(false);
      await host.getByRole('heading', { name: 'Entrar a Compromiso 11' }).waitFor();
      await host.emulateMedia({ media: 'screen' });
      await host.evaluate(() => dispatchEvent(new Event('afterprint')));
      await host.locator('[data-sheet]').waitFor({ state: 'detached' });

      await card.getByRole('button', { name: 'Cerrar código' }).click();
      const closing = host.getByRole('alertdialog');
      await closing.getByText('Quienes ya entraron siguen en el laboratorio.', { exact: false }).waitFor();
      await closing.getByRole('button', { name: 'Cerrar código' }).click();
      await card.waitFor({ state: 'detached' });
      await host.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Códigos abiertos');
      await row(host, `${code.slice(0, 3)} ${code.slice(3)}`)
        .getByText('Para relatar')
        .waitFor();
      expect((await fetch(`${server.url}/api/join/${code}`)).status).toBe(410);
      expect(complaints).toEqual([]);
    },
  );
});
