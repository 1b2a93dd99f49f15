// Two people in two browsers in one text: both texts are there, no key is lost beside another's caret, undo takes back one's own only.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { agreed, Desk } from './editor-desk.ts';

/** What is lost one time in ten is lost: these are never tried again. */
const once = { retry: 0 };

let server: RunningServer;
let browser: Browser;
let ana: Desk;
let beto: Desk;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  ana = await Desk.enter(browser, { server, as: 'facilitator' });
  beto = await Desk.enter(browser, { server, as: 'consolidator' });
});
afterAll(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
});

async function both(): Promise<void> {
  const note = await ana.newNote();
  await Promise.all([ana.open(note), beto.open(note)]);
}

test('two people who write at once end with the same text, every word of both in it', once, async () => {
  await both();
  await ana.write('Primera línea.');
  await beto.shows('Primera línea.');
  await ana.page.keyboard.press('Enter');
  await Promise.all([ana.page.keyboard.type('Ana escribe su párrafo.', { delay: 12 }), typeAtStart(beto, 'Beto antes. ')]);
  await agreed(ana, beto);
  expect((await agreed(ana, beto)).split('\n')).toEqual(['Beto antes. Primera línea.', 'Ana escribe su párrafo.']);
  expect([...ana.complaints, ...beto.complaints]).toEqual([]);
});

async function typeAtStart(desk: Desk, words: string): Promise<void> {
  await desk.focusText();
  await desk.page.keyboard.press('Control+Home');
  await desk.page.keyboard.type(words, { delay: 12 });
}

test('a caret stays with its words while another types earlier in the same block', once, async () => {
  await both();
  await ana.write('uno dos tres');
  await beto.shows('uno dos tres');
  await agreed(ana, beto);
  await Promise.all([ana.page.keyboard.type(' cuatro cinco seis', { delay: 15 }), typeAtStart(beto, 'cero, medio, ')]);
  await beto.shows('seis');
  await ana.shows('medio, ');
  expect(await agreed(ana, beto)).toBe('cero, medio, uno dos tres cuatro cinco seis');
});

test('no key is lost right beside another’s caret: ten of ten', once, async () => {
  await both();
  await ana.write('inicio ');
  await beto.shows('inicio');
  const typed: string[] = [];
  for (let round = 0; round < 10; round += 1) {
    const words = `abcdefghij${round} `;
    typed.push(words);
    // Beto's caret stands exactly where Ana types, and moves away and back all the while.
    await beto.focusText();
    await beto.page.keyboard.press('Control+End');
    await ana.page.locator('.caret').first().waitFor({ state: 'attached' });
    const moves = (async () => {
      for (let move = 0; move < 6; move += 1) {
        await beto.page.keyboard.press(move % 2 === 0 ? 'ArrowLeft' : 'Control+End');
      }
    })();
    await ana.page.keyboard.type(words, { delay: 8 });
    await moves;
  }
  expect(await agreed(ana, beto)).toBe(`inicio ${typed.join('')}`);
});

test('an accent being composed is not broken by what another types in the same block', once, async () => {
  await both();
  await ana.write('Gesti');
  await beto.shows('Gesti');
  const keys = await ana.context.newCDPSession(ana.page);
  for (const [text, composed] of [
    ['´', 'ó'],
    ['n', 'n'],
    [' ', ' '],
    ['´', 'á'],
    ['~', 'ñ'],
  ] as const) {
    await keys.send('Input.imeSetComposition', { text, selectionStart: 1, selectionEnd: 1 });
    await typeAtStart(beto, 'x');
    await ana.shows(await beto.words().then((words) => words.slice(0, 2)));
    await keys.send('Input.insertText', { text: composed });
  }
  await beto.shows('áñ');
  expect(await agreed(ana, beto)).toBe('xxxxxGestión áñ');
});

test('undo takes back one’s own edits and never another’s, nor the text that was there', async () => {
  await both();
  await ana.write('Lo que estaba.');
  await ana.says('saved');
  await ana.page.reload();
  await ana.says('saved');
  await beto.shows('Lo que estaba.');
  await beto.write(' Beto.');
  await ana.shows('Beto.');
  await ana.write(' Ana.');
  await beto.shows('Ana.');
  for (let times = 0; times < 8; times += 1) await ana.page.keyboard.press('Control+z');
  await beto.page.waitForFunction(() => !document.querySelector('.document-text')?.textContent?.includes('Ana.'));
  expect(await agreed(ana, beto)).toBe('Lo que estaba. Beto.');
  await ana.page.keyboard.press('Control+y');
  await beto.shows('Ana.');
  expect(await agreed(ana, beto)).toBe('Lo que estaba. Beto. Ana.');
});

test('words typed into a paragraph while another makes it a heading are in the heading', once, async () => {
  await both();
  await ana.write('Antes.\nUn párrafo\nDespués.');
  await beto.shows('Después.');
  await ana.focusText(1);
  await ana.page.keyboard.press('End');
  await beto.focusText(1);
  await Promise.all([
    ana.page.keyboard.type(' que crece mientras cambia de clase.', { delay: 10 }),
    (async () => {
      for (const tool of ['heading-2', 'heading-3', 'heading-3', 'bullet-list'])
        await beto.page.locator(`[data-tool="${tool}"]`).click();
    })(),
  ]);
  await beto.shows('de clase.');
  expect((await agreed(ana, beto)).split('\n')).toEqual(['Antes.', 'Un párrafo que crece mientras cambia de clase.', 'Después.']);
});

test('who is here is listed, and a click goes to where they are', async () => {
  await both();
  await ana.write(Array.from({ length: 60 }, (_, line) => `Línea ${line + 1}`).join('\n'));
  await beto.shows('Línea 60');
  await beto.write(' aquí estoy');
  await ana.page.evaluate(() => scrollTo(0, 0));
  // A caret stands at the start of the text for a moment, before it goes to the end with the keys.
  await ana.page.waitForFunction(() => (document.querySelector('.caret')?.getBoundingClientRect().top ?? 0) > innerHeight);
  const there = ana.page.locator('aside button', { hasText: 'Rodrigo' });
  await there.click();
  await ana.page.waitForFunction(() => {
    const box = document.querySelector('.caret')?.getBoundingClientRect();
    return box !== undefined && box.top > 0 && box.bottom < innerHeight;
  });
  expect(await ana.page.locator('.caret').count()).toBe(1);
});
