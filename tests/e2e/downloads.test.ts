// What is published is taken away from a phone: chosen from a menu, prepared in sight, kept under its name; what fails is told.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser, newDevice, phone } from '../support/browser.ts';
import { demoLab, startServer, type RunningServer } from '../support/server.ts';
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

test('a Borrador as PDF and with its fingerprint; without a server that is told, and can be tried again', async () => {
  const context = await newDevice(browser, phone);
  const { page } = await newPerson(context);
  await page.goto(`${server.url}/publico/${demoLab}/borrador/1`);
  const take = async (format: RegExp): Promise<{ name: string; bytes: Buffer }> => {
    await page.getByRole('button', { name: 'Descargar: Borrador 1' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: format }).click()]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  const pdf = await take(/^PDF$/);
  expect(pdf.name).toBe('borrador-1.pdf');
  expect(pdf.bytes.toString('latin1', 0, 5)).toBe('%PDF-');
  await page.getByText('Descargado: borrador-1.pdf').first().waitFor();
  const file = await take(/huella/);
  expect(file.name).toBe('borrador-1.json');
  const { fingerprint } = JSON.parse(file.bytes.toString()) as { fingerprint: string };
  expect(await page.getByText(fingerprint).count()).toBe(1);

  await page.route('**/files/md', (route) => route.abort());
  await page.getByRole('button', { name: 'Descargar: Borrador 1' }).click();
  await page.getByRole('menuitem', { name: 'Markdown' }).click();
  await page.getByText('No hay conexión con el servidor.').first().waitFor();
  await page.unroute('**/files/md');
  expect((await take(/^Markdown$/)).bytes.toString()).toContain(fingerprint);
  await context.close();
});
