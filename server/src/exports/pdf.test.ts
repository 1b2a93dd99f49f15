// A PDF, opened: tagged to the letter of PDF/UA, with its version, date and fingerprint; every letter has its glyph, and none is a command. Where
// the machine has no Typst, that is told.
import { inflateSync } from 'node:zlib';
import { AppError } from '@cocrea/shared/errors.ts';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import { describe, expect, test } from 'vitest';
import { createPdfPrinter } from './pdf.ts';
import { block, everything, hostile, paragraph, text } from './samples.ts';
import { sheetOf } from './sheet-of-body.ts';

const imprint = {
  ...{ title: 'Borrador 1', labName: 'Ensayo & Cía.', version: 'Borrador 1, congelado' },
  ...{ at: Date.UTC(2026, 0, 5, 15, 30), when: 'Congelado lun 5 ene 2026, 09:30', fingerprint: 'ab'.repeat(32) },
};
const printer = createPdfPrinter();
const doc = (...content: DocumentJson[]): DocumentJson => ({ type: 'doc', content });

/** The whole file with its streams inflated: its objects and the letters its glyphs stand for can be looked for. */
async function opened(body: DocumentJson): Promise<string> {
  const bytes = Buffer.from(await printer.print(sheetOf(body), { imprint }));
  const raw = bytes.toString('latin1');
  const streams = [...raw.matchAll(/stream\r?\n/g)].map(({ index, 0: { length } }) => {
    const end = raw.indexOf('endstream', index);
    try {
      return inflateSync(bytes.subarray(index + length, end)).toString('latin1');
    } catch {
      return '';
    }
  });
  return [raw, ...streams].join('\n');
}
const glyphFor = (letter: string): RegExp =>
  new RegExp(`<[0-9a-f]+> <${letter.codePointAt(0)?.toString(16).padStart(4, '0')}>`, 'i');

test('every node and mark, tagged to the letter of PDF/UA, with what the file is', async () => {
  const pdf = await opened(everything);
  expect(pdf.startsWith('%PDF-1.7')).toBe(true);
  expect(pdf).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
  expect(pdf).toMatch(/\/Lang ?\(es-GT\)/);
  for (const tag of ['H1', 'H2', 'H3', 'L', 'LI', 'Table', 'TH', 'TD', 'Note', 'Link', 'BlockQuote', 'Title'])
    expect(pdf, tag).toMatch(new RegExp(`/S ?/${tag}\\b`));
  expect(pdf).toContain(imprint.fingerprint);
  expect(pdf).toContain('2026-01-05');
  for (const letter of 'áñʼ☑') expect(pdf, letter).toMatch(glyphFor(letter));
});

describe('letters stay letters', () => {
  test('of all that could be a command', async () => {
    const pdf = await opened(doc(...hostile.map((words) => paragraph(text(words)))));
    expect(pdf).toMatch(/<pdfuaid:part>/);
    for (const letter of '#$\\"=@<>*_`~|') expect(pdf, letter).toMatch(glyphFor(letter));
  });

  test('also those no font has: the file is there, and tagged', async () => {
    const pdf = await opened(doc(paragraph(text('maíz 🌽 漢字'))));
    expect(pdf).toContain('/StructTreeRoot');
  });
});

describe('what is odd is printed all the same', () => {
  const deep = (levels: number): DocumentJson =>
    levels === 0
      ? paragraph(text('al fondo'))
      : block('bulletList', [block('listItem', [paragraph(text(`nivel ${levels}`)), deep(levels - 1)])]);
  const cell = (attrs: Record<string, unknown>, ...content: DocumentJson[]): DocumentJson => block('tableCell', content, attrs);
  test.each([
    ['nothing at all', doc()],
    ['an empty paragraph', doc(paragraph())],
    [
      'headings that begin below and skip a level',
      doc(
        block('heading', [text('a')], { level: 3 }),
        block('heading', [text('b')], { level: 1 }),
        block('heading', [text('c')], { level: 3 }),
      ),
    ],
    ['lists forty deep', doc(deep(40))],
    [
      'a heading and a table in a cell',
      doc(
        block('table', [
          block('tableRow', [
            cell(
              {},
              block('heading', [text('a')], { level: 1 }),
              block('table', [block('tableRow', [cell({}, paragraph(text('dentro')))])]),
            ),
          ]),
        ]),
      ),
    ],
    [
      'cells that reach out of their table',
      doc(
        block('table', [
          block('tableRow', [cell({ colspan: 3, rowspan: 9 }, paragraph()), cell({ rowspan: 4 }, paragraph())]),
          block('tableRow', [cell({}, paragraph(text('x')))]),
        ]),
      ),
    ],
    ['a list that begins at nothing', doc(block('orderedList', [block('listItem', [paragraph(text('a'))])], { start: 0 }))],
  ])('%s', async (_, body) => {
    expect(await opened(body)).toContain('/StructTreeRoot');
  });

  test('a paragraph of two hundred thousand letters', async () => {
    expect(await opened(doc(paragraph(text('palabra '.repeat(25_000)))))).toContain('/StructTreeRoot');
  });
});

test('where Typst cannot be loaded, that is told, and asked again it is tried again', async () => {
  let tries = 0;
  const without = createPdfPrinter(() => {
    tries += 1;
    return Promise.reject(new Error('no native binding'));
  });
  for (const expected of [1, 2]) {
    const failed = await without.print(sheetOf(everything), { imprint }).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(AppError);
    expect((failed as AppError).code).toBe('export_unavailable');
    expect(tries).toBe(expected);
  }
});
