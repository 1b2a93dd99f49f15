// Whoever asks for a file waits for their turn; one that is asked for twice is made once; too many, and what takes too long, are told.
import { expect, test } from 'vitest';
import type { Paper } from './paper.ts';
import { createPress } from './press.ts';
import { everything } from './samples.ts';

const limits = { exportCharacters: 4_000_000, exportSeconds: 60, exportsWaiting: 2 };
const paper = (format: 'md' | 'pdf' | 'docx' = 'md'): Paper => ({
  of: 'draft',
  format,
  draft: {
    ...{ labName: 'Ensayo', title: 'Borrador 1', draftNo: 1, suggested: [], comments: [] },
    version: { isFrozen: false, at: 0, body: everything },
  },
});
async function pressed(
  more: Partial<typeof limits>,
  act: (press: ReturnType<typeof createPress>) => Promise<void>,
): Promise<Error[]> {
  const troubles: Error[] = [];
  const press = createPress({ ...limits, ...more }, { onTrouble: (trouble) => void troubles.push(trouble) });
  try {
    await act(press);
  } finally {
    await press.close();
  }
  return troubles;
}
const codeOf = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'made',
    (error: unknown) => (error as { code?: unknown }).code,
  );

// Word and Typst are loaded with their first file.
test('every kind of file comes out of the thread', { timeout: 60_000 }, async () => {
  await pressed({ exportsWaiting: 9 }, async (press) => {
    const begins = async (format: 'md' | 'pdf' | 'docx') =>
      Buffer.from(await press.print(null, () => Promise.resolve(paper(format)))).toString('latin1', 0, 4);
    expect(await Promise.all([begins('md'), begins('docx'), begins('pdf')])).toEqual(['---\n', 'PK\u0003\u0004', '%PDF']);
  });
});

test('what many ask for at once is made once, and kept', async () => {
  await pressed({}, async (press) => {
    let made = 0;
    const ask = () =>
      press.print('one', () => {
        made += 1;
        return Promise.resolve(paper());
      });
    const all = await Promise.all(Array.from({ length: 20 }, ask));
    expect(new Set(all).size).toBe(1);
    await ask();
    expect(made).toBe(1);
  });
});

test('more than may wait are asked to come back; those before are made', async () => {
  await pressed({}, async (press) => {
    const asked = [1, 2, 3].map(() => codeOf(press.print(null, () => Promise.resolve(paper()))));
    expect(await Promise.all(asked)).toEqual(['made', 'made', 'export_busy']);
    expect(await codeOf(press.print(null, () => Promise.resolve(paper())))).toBe('made');
  });
});

test('what takes too long is given up', async () => {
  const troubles = await pressed({ exportSeconds: 0.001 }, async (press) => {
    expect(await codeOf(press.print('slow', () => Promise.resolve(paper('pdf'))))).toBe('export_unfinished');
  });
  expect(troubles.length).toBeLessThanOrEqual(1);
});

test('what cannot be read stops nobody else', async () => {
  await pressed({}, async (press) => {
    const failed = press.print('gone', () => Promise.reject(new Error('no such text')));
    const next = press.print(null, () => Promise.resolve(paper()));
    await expect(failed).rejects.toThrow('no such text');
    expect((await next).byteLength).toBeGreaterThan(100);
  });
});
