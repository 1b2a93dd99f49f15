// A sheet reads back what was written, accents and line breaks with it, and runs none of it.
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const read = (bytes: Uint8Array): string[][] => parse(textOf(bytes), { bom: true });

test('accents, quotes, commas and line breaks come back; the file says it is UTF-8', () => {
  const rows = [
    ['Folio', 'Qué'],
    ['B1-OBS-0001', 'Dijo: «¿y el Kʼicheʼ?», "así",\r\ny en otra línea; ñ 🌽'],
  ];
  const bytes = csvOf(rows);
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(textOf(bytes).endsWith('"\r\n')).toBe(true);
  expect(read(bytes)).toEqual(rows);
});
test.each(['=cmd()', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '\r=1', '\n=1', '＝1', '=HYPERLINK("http://x","y")'])(
  '%j is a text, no formula',
  (cell) => {
    expect(read(csvOf([[cell]]))).toEqual([[`'${cell}`]]);
  },
);
test('whatever is in a cell, it stays one cell and begins no formula', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 3, maxLength: 3 }), { minLength: 1 }), (rows) => {
      const back = read(csvOf(rows.map((cells) => cells.map((cell) => cell.toWellFormed()))));
      expect(back.map((cells) => cells.map((cell) => cell.replace(/^'/, '')))).toEqual(
        rows.map((cells) => cells.map((cell) => cell.toWellFormed().replace(/^'/, ''))),
      );
      expect(back.flat().some((cell) => /^[\s]*[=+@-]/.test(cell))).toBe(false);
    }),
    { numRuns: 40 },
  );
});
