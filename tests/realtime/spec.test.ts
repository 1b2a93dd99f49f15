// The engine's specification is kept by tests: each promise said to be held has one that carries its id.
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const spec = await readFile(new URL('server/src/realtime/SPEC.md', root), 'utf8');

function idsOf(heading: string): string[] {
  const [, section = ''] = spec.split(`\n## ${heading}\n`);
  return [...(section.split('\n## ')[0] ?? '').matchAll(/^- \*\*\[([A-Z]{2}\d+)\]\*\*/gm)].map(([, id]) => id ?? '');
}

/** Ids at the head of the titles of tests, anywhere in the house. */
async function testedIds(): Promise<Set<string>> {
  const ids = new Set<string>();
  for (const folder of ['tests', 'server/src', 'client/src', 'shared/src']) {
    const names = await readdir(fileURLToPath(new URL(folder, root)), { recursive: true });
    for (const name of names) {
      if (!/\.(test|contract)\.tsx?$/.test(name) || name.includes('node_modules')) continue;
      const source = await readFile(new URL(`${folder}/${name}`, root), 'utf8');
      for (const [, id] of source.matchAll(/(?:test|it|describe)[\w.]*\(\s*(?:[^'"`]{0,80}\)\()?['"`]\[([A-Z]{2}\d+)\] /g))
        ids.add(id ?? '');
      // Titles of `test.each(…)`, whose table may be long.
      for (const [, id] of source.matchAll(/\]\)\(\s*['"`]\[([A-Z]{2}\d+)\] /g)) ids.add(id ?? '');
    }
  }
  return ids;
}

const held = idsOf('Held');
const promised = idsOf('Promised, not yet held');

test('no promise is forgotten, doubled, or both held and not', () => {
  expect(held.length).toBe(36);
  const all = [...held, ...promised];
  expect(new Set(all).size).toBe(all.length);
  const families = { WI: 6, JU: 7, DU: 7, CO: 4, MA: 6, NO: 4, RE: 2 };
  const expected = Object.entries(families).flatMap(([family, count]) =>
    Array.from({ length: count }, (_, i) => `${family}${i + 1}`),
  );
  expect(all.toSorted()).toEqual(expected.toSorted());
});

test('every promise that is held has a test that carries its id', async () => {
  const tested = await testedIds();
  expect(held.filter((id) => !tested.has(id))).toEqual([]);
});
