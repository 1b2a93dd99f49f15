// Writing as people write: signs, paste, links, tables, footnotes, search, the outline, the keys; questions that stay; readers who read.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { desktop, expectAccessible, launchBrowser, phone } from '../support/browser.ts';
import { demoLab, startServer, type RunningServer } from '../support/server.ts';
import { Desk } from './editor-desk.ts';

let server: RunningServer;
let browser: Browser;
let ana: Desk;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  ana = await Desk.enter(browser, { server, as: 'facilitator' });
});
afterAll(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
});

const blocks = (desk: Desk) =>
  desk.page.evaluate(() =>
    Array.from(document.querySelectorAll('.document-text > *'), (block) => `${block.localName}: ${block.textContent ?? ''}`),
  );
const ids = (desk: Desk) =>
  desk.page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLElement>('.document-text [data-id]'), ({ dataset }) => dataset['id']),
  );

test('signs at the start of a line make headings, lists, tasks and quotes; every block has an id of its own', async () => {
  await ana.open(await ana.newNote());
  await ana.write('# Título\nUn **fuerte** y *suave* texto.\n- uno\ndos\n\n1. primero\n\n> cita\n\n\n[ ] tarea\n\n## Fin');
  await ana.says('saved');
  expect((await blocks(ana)).filter((block) => !/: $/.test(block))).toEqual([
    'h1: Título',
    'p: Un fuerte y suave texto.',
    'ul: unodos',
    'ol: primero',
    'blockquote: cita',
    expect.stringMatching(/^ul: .*tarea$/),
    'h2: Fin',
  ]);
  expect(await ana.page.locator('.document-text strong').innerText()).toBe('fuerte');
  const all = await ids(ana);
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThan(12);
});

test('what is pasted from Word arrives as our blocks, with nothing else', async () => {
  await ana.open(await ana.newNote());
  await ana.focusText();
  await ana.page.evaluate(() => {
    const data = new DataTransfer();
    data.setData(
      'text/html',
      `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{color:red}</style></head><body><!--StartFragment-->
<h1 style="color:red">Acta</h1><p class=MsoNormal><b>Negrita</b> y ñandú<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>Punto</p>
<script>window.hacked = true</script><img src=x onerror="window.hacked = true"><p><a href="javascript:alert(1)">mala</a> <a href="https://inap.gob.gt/">buena</a></p><!--EndFragment--></body></html>`,
    );
    document
      .querySelector('.document-text')
      ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await ana.shows('Punto');
  await ana.says('saved');
  expect(await blocks(ana)).toEqual(['h1: Acta', 'p: Negrita y ñandú', 'ul: Punto', 'p: mala buena']);
  expect(
    await ana.page.locator('.document-text a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
  ).toEqual(['https://inap.gob.gt/']);
  expect(await ana.page.evaluate(() => 'hacked' in window)).toBe(false);
  expect(await ana.page.locator('.document-text [style]').count()).toBe(0);
});

test('a link, a table and a footnote from the toolbar, by keyboard alone', async () => {
  await ana.open(await ana.newNote());
  await ana.write('Vea la página');
  await ana.page.keyboard.press('Control+Shift+ArrowLeft');
  await ana.page.keyboard.press('Control+k');
  await ana.page.getByLabel('Dirección').fill('javascript:alert(1)');
  await ana.page.keyboard.press('Enter');
  await ana.page.getByText('Esta dirección no se puede usar').waitFor();
  await ana.page.getByLabel('Dirección').fill('inap.gob.gt');
  await ana.page.keyboard.press('Enter');
  await ana.page.locator('.document-text a[href="https://inap.gob.gt"]').waitFor();

  await ana.focusText();
  await ana.page.keyboard.press('End');
  await ana.page.keyboard.press('Control+Alt+f');
  await ana.page.getByLabel('Texto de la nota').fill('Decreto 57-2008');
  await ana.page.getByRole('button', { name: 'Guardar nota' }).click();
  await ana.page.locator('section[aria-label="Notas al pie"]', { hasText: 'Decreto 57-2008' }).waitFor();

  await ana.focusText();
  await ana.page.keyboard.press('Control+End');
  await ana.page.keyboard.press('Enter');
  await ana.page.keyboard.press('Alt+F10');
  for (let times = 0; times < 20; times += 1) {
    if ((await ana.page.evaluate(() => (document.activeElement as HTMLElement).dataset['tool'])) === 'table') break;
    await ana.page.keyboard.press('ArrowRight');
  }
  await ana.page.keyboard.press('Enter');
  await ana.page.locator('.document-text table').waitFor();
  await ana.page.getByRole('toolbar', { name: 'Tabla' }).getByRole('button', { name: 'Fila abajo' }).click();
  await expect.poll(() => ana.page.locator('.document-text tr').count()).toBe(4);
  for (const words of ['Hito', 'Institución', 'Fecha']) {
    await ana.page.locator('.document-text th').nth(['Hito', 'Institución', 'Fecha'].indexOf(words)).click();
    await ana.page.keyboard.type(words);
  }
  await ana.says('saved');
  await expectAccessible(ana.page, 'editor con tabla');
});

test('find goes through the matches, accents aside, and the outline jumps to a heading', async () => {
  await ana.open(await ana.newNote());
  await ana.write(`# Principio\n${'Relleno.\n'.repeat(40)}# Gestión\nLa gestión y la GESTION.`);
  await ana.page.keyboard.press('Control+f');
  await ana.page.getByRole('searchbox').fill('gestion');
  await ana.page.getByText('1 de 3').waitFor();
  await ana.page.keyboard.press('Enter');
  await ana.page.getByText('2 de 3').waitFor();
  expect(await ana.page.locator('.found').count()).toBe(3);
  await ana.page.keyboard.press('Escape');
  // The caret comes back with the frame that closes the panel, not with the key.
  await ana.page.waitForFunction(() => getSelection()?.toString() === 'gestión');
  await ana.page.getByRole('navigation', { name: 'Índice del documento' }).getByRole('button', { name: 'Principio' }).click();
  await ana.page.waitForFunction(() => {
    const box = document.querySelector('.document-text h1')?.getBoundingClientRect();
    return box !== undefined && box.top > 0 && box.bottom < innerHeight;
  });
  await ana.page.keyboard.press('Control+/');
  await ana.page.getByRole('dialog', { name: 'Teclado y ayuda' }).waitFor();
  await expectAccessible(ana.page, 'ayuda del editor');
  await ana.page.keyboard.press('Escape');
});

test('the four questions of a sub-table stay, whatever is typed, deleted, pasted or composed over them', async () => {
  await ana.open(`${demoLab}.mesa-2`);
  const questions = ana.page.locator('.document-text [data-question]');
  const before = await questions.allInnerTexts();
  expect(before).toHaveLength(4);
  await ana.focusText();
  await ana.page.keyboard.press('Control+End');
  await ana.page.keyboard.type('Una respuesta.');
  await ana.page.keyboard.press('Control+a');
  await ana.page.keyboard.press('Delete');
  await ana.page.keyboard.press('Control+a');
  await ana.page.keyboard.type('x');
  await questions.first().click();
  await ana.page.keyboard.type('cambio');
  await ana.page.keyboard.press('Backspace');
  await ana.page.keyboard.press('Home');
  await ana.page.keyboard.press('Shift+End');
  await ana.page.keyboard.press('Control+x');
  const keys = await ana.context.newCDPSession(ana.page);
  await questions.nth(1).click();
  await keys.send('Input.imeSetComposition', { text: '´', selectionStart: 1, selectionEnd: 1 });
  await keys.send('Input.insertText', { text: 'á' });
  await ana.page.locator('[data-tool="heading-1"]').click();
  await ana.page.locator('[data-tool="bullet-list"]').click();
  await ana.says('saved');
  expect(await questions.allInnerTexts()).toEqual(before);
  expect(await ana.page.locator('.document-text h1[data-question]').count()).toBe(0);
  await ana.page.reload();
  await ana.says('saved');
  expect(await questions.allInnerTexts()).toEqual(before);
  await expectAccessible(ana.page, 'notas de sub-mesa');
  expect(ana.complaints).toEqual([]);
});

test('a reader reads: no tools, the reason in words, and sees what others write', async () => {
  const reader = await Desk.enter(browser, { server, as: 'civil_org', size: phone });
  await reader.open(`${demoLab}.mesa-1`, 'read_only');
  expect(await reader.statusWords()).toBe('Solo lectura');
  await reader.page.locator('p:visible', { hasText: 'Para escribir en él, pídalo a la persona que facilita.' }).waitFor();
  expect(await reader.page.getByRole('toolbar').count()).toBe(0);
  expect(await reader.text.getAttribute('contenteditable')).toBe('false');
  await ana.open(`${demoLab}.mesa-1`);
  await ana.write(' Escrito para quien lee.');
  await reader.shows('Escrito para quien lee.');
  await expectAccessible(reader.page, 'documento en lectura');
  await reader.context.close();
});

test('on a phone the toolbar has targets of 44 px, and the status is seen at 320 px', async () => {
  const hand = await Desk.enter(browser, { server, as: 'facilitator', size: phone });
  await hand.page.setViewportSize({ width: 320, height: 640 });
  await hand.open(await hand.newNote('Una nota con un título bastante largo para un teléfono'));
  await hand.write('En el teléfono.');
  await hand.says('saved');
  const small = await hand.page
    .locator('[data-tool]:visible, [data-status] button')
    .evaluateAll((buttons) =>
      buttons.map((button) => button.getBoundingClientRect()).filter(({ width, height }) => width < 44 || height < 44),
    );
  expect(small).toEqual([]);
  const status = await hand.page.locator('[data-status] [role="status"]').boundingBox();
  expect(status && status.x >= 0 && status.x + status.width <= 320 && status.y >= 0 && status.y < 640).toBe(true);
  expect(await hand.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await expectAccessible(hand.page, 'editor en un teléfono');
  await hand.context.close();
});

test('every colour people write with can be read in light and in dark, as a flag and as a tint under text', async () => {
  const desk = await Desk.enter(browser, { server, as: 'facilitator', size: desktop });
  await desk.open(await desk.newNote());
  for (const colorScheme of ['light', 'dark'] as const) {
    await desk.page.emulateMedia({ colorScheme });
    const poor = await desk.page.evaluate(() => {
      const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
      const painted = (color: string): number[] => {
        canvas.fillStyle = color;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
      };
      const light = (color: string): number => {
        const [red = 0, green = 0, blue = 0] = painted(color).map((part) => {
          const share = part / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const contrast = (one: string, other: string): number => {
        const [lower = 0, higher = 0] = [light(one), light(other)].sort((a, b) => a - b);
        return (higher + 0.05) / (lower + 0.05);
      };
      const layer = document.querySelector('.carets-before')!;
      const ink = document.createElement('span');
      ink.style.color = 'var(--text)';
      layer.append(ink);
      const text = getComputedStyle(ink).color;
      const found: string[] = [];
      for (let person = 0; person < 12; person += 1) {
        const caret = document.createElement('span');
        caret.className = 'caret';
        const flag = document.createElement('span');
        flag.className = 'caret-flag';
        const tint = document.createElement('span');
        tint.className = 'tint';
        for (const element of [caret, tint]) element.dataset['person'] = String(person);
        caret.append(flag);
        layer.append(caret, tint);
        const flagStyle = getComputedStyle(flag);
        const onFlag = contrast(flagStyle.color, flagStyle.backgroundColor);
        const onTint = contrast(text, getComputedStyle(tint).backgroundColor);
        if (onFlag < 4.5 || onTint < 4.5) found.push(`${person}: ${onFlag.toFixed(2)} ${onTint.toFixed(2)}`);
        caret.remove();
        tint.remove();
      }
      return found;
    });
    expect(poor).toEqual([]);
  }
  await desk.context.close();
});
