// Every page, on a phone and on a desktop, in light and in dark: axe finds nothing, nothing scrolls sideways, nothing complains.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, BrowserContext } from 'playwright-core';
import { desktop, launchBrowser, newDevice, phone, withPictures } from '../support/browser.ts';
import { labPages } from '@cocrea/shared/i18n/es/lab-pages.ts';
import { demoLab, type RunningServer, startServer } from '../support/server.ts';
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

const lab = `/laboratorios/${demoLab}`;
/** For a passer-by, then for somebody who facilitates. */
const outside = [
  ...['/', '/entrar', '/unirse', '/unirse/GENTE9', '/preparar/nada', '/estilo', '/no-existe'],
  ...[`/publico/${demoLab}`, `/publico/${demoLab}/borrador/1`, '/verificar', '/folio'],
];
const inside = [
  '/',
  '/laboratorios',
  lab,
  `${lab}/documentos/${demoLab}.borrador-1`,
  `${lab}/documentos/${demoLab}.borrador-2`,
  `${lab}/matriz/1`,
  `${lab}/mis-palabras`,
  `${lab}/documentos/${demoLab}.borrador-2/historial`,
  `${lab}/documentos/no-existe`,
  `${lab}/personas`,
  `${lab}/codigos`,
  `${lab}/propuestas`,
  `${lab}/propuestas/${demoLab}.propuesta-1`,
  `${lab}/propuestas/${demoLab}.propuesta-4`,
  `${lab}/propuestas/${demoLab}.propuesta-12`,
  `${lab}/propuestas/no-existe`,
  '/cuenta',
];

describe.each([
  { name: 'a phone in dark', size: phone, colorScheme: 'dark' as const },
  { name: 'a desktop in light', size: desktop, colorScheme: 'light' as const },
])('on $name', ({ name, size, colorScheme }) => {
  test('every page of a passer-by', async () => {
    const context = await newDevice(browser, size);
    await visit(context, { pages: outside, name, colorScheme });
    await context.close();
  });

  test('every page of who facilitates', async () => {
    const context = await newDevice(browser, size);
    const person = await newPerson(context);
    await person.open(server.url);
    await person.enterDemo('facilitator');
    await person.page.close();
    // Somebody else is in the lab, in a text: what pages show of them is looked at too.
    const away = await newDevice(browser, desktop);
    const other = await newPerson(away);
    await other.open(server.url);
    await other.enterDemo('civil_org');
    await other.open(`${server.url}${lab}/documentos/${demoLab}.borrador-2`);
    await other.statusIs('saved');
    await visit(context, { pages: inside, name, colorScheme, beside: true });
    await away.close();
    await context.close();
  });
});

async function visit(
  context: BrowserContext,
  {
    pages,
    name,
    colorScheme,
    beside = false,
  }: { pages: readonly string[]; name: string; colorScheme: 'light' | 'dark'; beside?: boolean },
): Promise<void> {
  const person = await newPerson(context);
  await person.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await withPictures(
    `pages-${name}`,
    () => [person.page],
    async () => {
      for (const path of pages) {
        await person.open(`${server.url}${path}`);
        await person.page.getByRole('heading', { level: 1 }).first().waitFor();
        // What a page fetches replaces its skeletons; a socket that stays open is no traffic.
        await person.page.waitForLoadState('networkidle');
        if (beside && path === lab)
          await person.page.getByRole('link', { name: `, ${labPages.lab.hereIn('Borrador 2')}` }).waitFor();
        await person.finds(`${path} on ${name}`);
      }
      expect(person.complaints).toEqual([]);
    },
  );
}
