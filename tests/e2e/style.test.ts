// `/estilo` in a real browser: every piece of the screen in both themes and at its narrowest, held to the rules of accessibility, of the
// ring of the keyboard and of the size of a finger.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaintsOf, desktop, expectAccessible, launchBrowser, newDevice, withPictures } from '../support/browser.ts';
import { type RunningServer, startServer } from '../support/server.ts';

/** The narrowest phone that counts. */
const narrow = { width: 320, height: 640 };
/** CSS pixels a finger needs. */
const finger = 44;

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
});

async function open(
  size: Parameters<typeof newDevice>[1],
  { theme, language }: { theme: 'light' | 'dark'; language: 'es' | 'en' },
): Promise<Page> {
  const context = await newDevice(browser, size);
  await context.addInitScript(
    ({ theme, language }) => {
      localStorage.setItem('cocrea.theme', theme);
      localStorage.setItem('cocrea.language', language);
    },
    { theme, language },
  );
  const page = await context.newPage();
  await page.goto(`${server.url}/estilo`);
  await page.locator('#codigos').waitFor();
  await page.evaluate(() => document.fonts.ready);
  return page;
}

async function widthOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth);
}

describe('/estilo', () => {
  it.each([
    { theme: 'light', language: 'es' },
    { theme: 'dark', language: 'en' },
  ] as const)('is for everybody in $theme and $language, at rest and with every piece open', async (look) => {
    const page = await open(desktop, look);
    const complaints = complaintsOf(page);
    await withPictures(
      'style',
      () => [page],
      async () => {
        await expectAccessible(page, `style ${look.theme}`);
        expect(await page.locator('[data-enough=false]').count()).toBe(0);

        const openers = await page.locator('#dialogos button').all();
        // Axe reads the whole page each time: once in a dialog of each kind is enough.
        const oneOfEach = [openers.at(0), openers.at(-1)];
        for (const opener of openers) {
          await opener.click();
          const dialog = page.locator('[role=dialog], [role=alertdialog]');
          await dialog.waitFor();
          if (oneOfEach.includes(opener)) await expectAccessible(page, `dialog ${look.theme}`);
          await page.keyboard.press('Escape');
          await dialog.waitFor({ state: 'detached' });
          await expect.poll(() => opener.evaluate((button) => button === document.activeElement)).toBe(true);
        }

        await page.locator('#menu button').first().focus();
        await page.keyboard.press('Enter');
        await page.getByRole('menu').waitFor();
        await expectAccessible(page, `menu ${look.theme}`);
        await page.keyboard.press('Escape');

        await page.locator('#proceso button').first().click();
        await page.locator('#proceso').getByRole('table').waitFor();
        for (const button of await page.locator('#mensajes button').all()) await button.click();
        await page.locator('[data-sonner-toast] [data-close-button]').first().waitFor();
        await expectAccessible(page, `toasts ${look.theme}`);
        expect(complaints).toEqual([]);
      },
    );
    await page.context().close();
  });

  it('fits 320 px, long words and all, and a finger reaches everything', async () => {
    const page = await open(narrow, { theme: 'light', language: 'es' });
    await withPictures(
      'style-narrow',
      () => [page],
      async () => {
        expect(await widthOf(page)).toBe(narrow.width);
        const small = await page.evaluate((least) => {
          const told: string[] = [];
          for (const target of document.querySelectorAll('main :is(a, button, input, select, [role=tab])')) {
            const label = target instanceof HTMLInputElement ? target.labels?.[0] : null;
            const around = getComputedStyle(target, '::after');
            const heights = [target, label].map((part) => part?.getBoundingClientRect().height ?? 0);
            if (around.position === 'absolute') heights.push(Number.parseFloat(around.height) || 0);
            if (Math.max(...heights) < least) told.push(`${target.tagName} ${target.textContent} ${heights.join(' ')}`);
          }
          return told;
        }, finger - 0.5);
        expect(small).toEqual([]);

        await page.locator('#menu button').last().click();
        await page.getByRole('menu').waitFor();
        expect(await widthOf(page)).toBe(narrow.width);
        await page.keyboard.press('Escape');
        await page.locator('#mensajes button').last().click();
        const toast = page.locator('[data-sonner-toast]').first();
        await toast.waitFor();
        const { width } = (await toast.boundingBox()) ?? { width: 0 };
        expect(width).toBeGreaterThan(narrow.width * 0.8);
        expect(await widthOf(page)).toBe(narrow.width);
      },
    );
    await page.context().close();
  });

  it('shows whoever uses a keyboard where they are: a ring of 3 px, or around what holds the target', async () => {
    const page = await open(desktop, { theme: 'light', language: 'es' });
    await withPictures(
      'style-keyboard',
      () => [page],
      async () => {
        const without: string[] = [];
        const stops = await page.locator('#contenido :is(a, button, input, select, [role=tab])').count();
        for (let stop = 0; stop < stops; stop += 1) {
          await page.keyboard.press('Tab');
          const seen = await page.evaluate(() => {
            const focused = document.activeElement;
            if (!focused || focused === document.body) return { where: 'nothing', ring: true };
            const parts = [focused, focused.closest('label')].filter((part) => part !== null);
            const ring = parts.some((part) => {
              const { outlineStyle, outlineWidth } = getComputedStyle(part);
              return outlineStyle === 'solid' && outlineWidth === '3px';
            });
            return { where: `${focused.tagName} ${focused.getAttribute('aria-label') ?? focused.textContent}`, ring };
          });
          if (!seen.ring) without.push(seen.where);
        }
        expect(without).toEqual([]);
      },
    );
    await page.context().close();
  });
});
