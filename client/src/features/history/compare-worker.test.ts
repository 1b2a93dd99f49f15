// What the worker of comparisons tells: how many blocks of how many, rising, a few times a second; and at the end what was found.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Told } from './compare-worker.ts';

const told: Told[] = [];
let clock = 0;
beforeEach(() => {
  told.length = 0;
  // A block takes five milliseconds.
  vi.spyOn(performance, 'now').mockImplementation(() => (clock += 5));
  vi.stubGlobal('postMessage', (message: Told) => told.push(message));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('two texts of 600 blocks: told some sixty times and not six hundred, never more than there is, and done at last', async () => {
  await import('./compare-worker.ts');
  const paragraph = (id: number, text: string) => ({
    type: 'paragraph',
    attrs: { id: `b${id}` },
    content: [{ type: 'text', text }],
  });
  const doc = (word: string) => ({
    type: 'doc',
    content: Array.from({ length: 600 }, (_, id) => paragraph(id, `Párrafo ${id} ${word}`)),
  });
  const ask = globalThis.onmessage as unknown as (question: MessageEvent) => void;
  ask(new MessageEvent('message', { data: { before: doc('uno'), after: doc('dos') } }));
  const progress = told.flatMap((one) => ('blocks' in one ? [one] : []));
  expect(progress[0]).toEqual({ blocks: 0, of: 600 });
  expect(progress.every(({ of }) => of === 600)).toBe(true);
  expect(progress.every(({ blocks }, at) => at === 0 || blocks > (progress[at - 1]?.blocks ?? 0))).toBe(true);
  expect(progress.length).toBeGreaterThan(40);
  expect(progress.length).toBeLessThan(80);
  const last = told.at(-1);
  expect(last !== undefined && 'changes' in last ? last.changes.length : 0).toBe(600);
});
