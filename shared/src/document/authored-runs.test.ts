// Each change of a block names whose words came and whose went.
import { expect, test } from 'vitest';
import { authoredRuns } from './authored-runs.ts';
import type { AuthorRun } from './authorship.ts';

const run = (from: number, to: number, personId: string | null): AuthorRun => ({ from, to, personId, at: 0, moved: false });

test('what came is of who wrote it later, what went of who had written it', () => {
  const change = {
    lineage: 'edited' as const,
    before: 'Datos cada mes',
    after: 'Datos cada semana',
    runs: [
      { kind: 'same' as const, text: 'Datos cada ' },
      { kind: 'removed' as const, text: 'mes' },
      { kind: 'added' as const, text: 'semana' },
    ],
  };
  const authors = { before: [run(0, 14, 'ana')], after: [run(0, 11, 'ana'), run(11, 14, 'eva'), run(14, 17, 'luis')] };
  expect(authoredRuns(change, authors)).toEqual([
    { kind: 'same', text: 'Datos cada ', personId: null },
    { kind: 'removed', text: 'mes', personId: 'ana' },
    { kind: 'added', text: 'sem', personId: 'eva' },
    { kind: 'added', text: 'ana', personId: 'luis' },
  ]);
});

test('a footnote counts one place for the editor', () => {
  const after = 'Uno⟦nota⟧dos';
  const change = { lineage: 'new' as const, before: '', after, runs: [] };
  const authored = authoredRuns(change, { before: [], after: [run(0, 3, 'ana'), run(4, 7, 'eva')] });
  expect(authored.map(({ text, personId }) => [text, personId])).toEqual([
    ['Uno⟦nota⟧', 'ana'],
    ['dos', 'eva'],
  ]);
});

test('a block that went names who had written it, and nobody where nobody is known', () => {
  const change = { lineage: 'retired' as const, before: 'Adiós', after: '', runs: [] };
  expect(authoredRuns(change, { before: [run(0, 5, 'ana')], after: [] })).toEqual([
    { kind: 'removed', text: 'Adiós', personId: 'ana' },
  ]);
  expect(authoredRuns(change, { before: [], after: [] })).toEqual([{ kind: 'removed', text: 'Adiós', personId: null }]);
});
