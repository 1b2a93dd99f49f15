// The difference of two texts word by word.
import { diffArrays } from 'diff';
import type { WordRun } from './lineage.ts';

/** A word in any script, with the apostrophes of Mayan languages; a stretch of white space; one sign. */
const token = /[\p{L}\p{M}\p{N}ʼ’']+|\s+|[^\p{L}\p{M}\p{N}\s]/gu;
/** Milliseconds after which two texts that have nothing in common are said to be two texts. */
const patience = 150;

export function tokensOf(text: string): string[] {
  return text.match(token) ?? [];
}

export function wordsIn(text: string): string[] {
  return tokensOf(text).filter((one) => /[\p{L}\p{N}]/u.test(one));
}

/** Runs of the same, removed and added words; removed before added. */
export function wordRuns(before: string, after: string): WordRun[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const parts = diffArrays(tokensOf(before), tokensOf(after), { timeout: patience });
  if (parts === undefined)
    return together([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]);
  return together(
    parts.map(({ added, removed, value }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') })),
  );
}

/** Joins what belongs together: a space between two changes is part of them, and what changes in one place is one removal and one addition. */
function together(runs: readonly WordRun[]): WordRun[] {
  const joined: WordRun[] = [];
  let removed = '';
  let added = '';
  const settle = (): void => {
    if (removed !== '') joined.push({ kind: 'removed', text: removed });
    if (added !== '') joined.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  runs.forEach(({ kind, text }, at) => {
    if (text === '') return;
    const between = kind === 'same' && /^\s+$/.test(text) && removed + added !== '' && (runs[at + 1]?.kind ?? 'same') !== 'same';
    if (kind === 'same' && !between) {
      settle();
      joined.push({ kind, text });
      return;
    }
    if (kind !== 'added') removed += text;
    if (kind !== 'removed') added += text;
  });
  settle();
  return joined;
}
