// The first pages weigh little: phones in a hall join on bad wifi.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tableLimit, toTheTable, weigh, weightLimit } from '../../scripts/page-weight.ts';
import { repository } from '../support/server.ts';

const dist = join(repository, 'client/dist');

test('what a phone loads before the first field can be typed in stays under its limit', () => {
  const { bytes, files } = weigh(dist);
  expect(bytes, JSON.stringify(files, null, 2)).toBeLessThanOrEqual(weightLimit);
});

test('what it loads until the first contribution does too', () => {
  const { bytes, files } = weigh(dist, toTheTable);
  expect(bytes, JSON.stringify(files, null, 2)).toBeLessThanOrEqual(tableLimit);
});

test('it is weighed whole: the form for joining is in it', () => {
  const script = weigh(dist).files.map(({ file }) => readFileSync(join(dist, file), 'utf8'));
  expect(script.filter((text) => text.includes('Nombre o alias'))).toHaveLength(1);
});

test('a page that comes when it is asked for adds its own script and that of what it imports', () => {
  const alone = weigh(dist, []);
  const withEditor = weigh(dist, ['src/editor/DocumentPage.tsx']);
  expect(withEditor.files.length).toBeGreaterThan(alone.files.length + 1);
  expect(withEditor.files).toEqual(expect.arrayContaining([...alone.files]));
  expect(() => weigh(dist, ['src/nowhere.tsx'])).toThrow('src/nowhere.tsx');
});

test('no cache is in the script of the first page: it comes with the pages that fetch lists', () => {
  const withCache = (pages: readonly string[]): number =>
    weigh(dist, pages).files.filter(({ file }) =>
      readFileSync(join(dist, file), 'utf8').includes('QueryClientProvider to set one'),
    ).length;
  expect(withCache([])).toBe(0);
  expect(withCache(['src/app/LabArea.tsx'])).toBe(1);
});

test('no schema is among it: contracts are types to a page, and schemas nobody reads are left out', () => {
  const carried = weigh(dist, ['src/app/LabArea.tsx', 'src/editor/DocumentPage.tsx']).files;
  expect(carried.filter(({ file }) => readFileSync(join(dist, file), 'utf8').includes('ZodMini'))).toEqual([]);
});
