// Answers that are kept: read once for one state, bounded by bytes, and the longest unasked forgotten first.
import { expect, test } from 'vitest';
import { createKeptAnswers } from './kept-answers.ts';

const large = 'x'.repeat(10_000);

function counted(most: number) {
  const kept = createKeptAnswers<string>(most);
  const reads: string[] = [];
  const ask = (key: string, { state = 1, value = large }: { state?: number; value?: string } = {}): Promise<string> =>
    kept.of(key, {
      state,
      read: () => {
        reads.push(`${key}${state}`);
        return Promise.resolve(value);
      },
    });
  return { kept, reads, ask };
}

test('what was read from a state is read once for all who ask, and anew from the next state', async () => {
  const { reads, ask, kept } = counted(100_000);
  await Promise.all([ask('a'), ask('a')]);
  await ask('a');
  await ask('a', { state: 2 });
  expect(reads).toEqual(['a1', 'a2']);
  expect(kept.bytes).toBeLessThan(30_000);
});

test('beyond its bytes the longest unasked goes first, and what outweighs everything is not kept in place of all else', async () => {
  const { reads, ask, kept } = counted(70_000);
  for (const key of ['a', 'b', 'c']) await ask(key);
  await ask('a');
  await ask('d');
  await ask('a');
  expect(reads).toEqual(['a1', 'b1', 'c1', 'd1']);
  await ask('b');
  expect(reads.at(-1)).toBe('b1');
  await ask('whale', { value: large.repeat(10) });
  await ask('a');
  expect(reads.slice(-2)).toEqual(['b1', 'whale1']);
  expect(kept.bytes).toBeLessThanOrEqual(70_000);
});

test('however many are asked, no more is kept than the bytes allow', async () => {
  const { ask, kept } = counted(70_000);
  for (let no = 0; no < 1_000; no += 1) {
    await ask(`document ${no}`);
    expect(kept.bytes).toBeLessThanOrEqual(70_000);
  }
  expect(kept.bytes).toBeGreaterThan(50_000);
});

test('a failure is told to who asked and asked again by the next', async () => {
  const kept = createKeptAnswers<string>(1_000);
  const failed = kept.of('a', { state: 1, read: () => Promise.reject(new Error('away')) });
  await expect(failed).rejects.toThrow('away');
  expect(await kept.of('a', { state: 1, read: () => Promise.resolve('here') })).toBe('here');
});
