// What changed in a paragraph, told in sentences: for whoever hears it, and for whoever does not read marks.
import type { WordRun } from '@cocrea/shared/document/lineage.ts';
import type { Words } from './words.ts';

/** Changes that are told one by one; of more, only these. */
const most = 6;

export function changeInWords(runs: readonly WordRun[], say: Words['folios']): string[] {
  const told: string[] = [];
  for (let at = 0; at < runs.length && told.length < most; at += 1) {
    const run = runs[at];
    const next = runs[at + 1];
    if (run === undefined || run.kind === 'same' || run.text.trim() === '') continue;
    if (run.kind === 'removed' && next?.kind === 'added' && next.text.trim() !== '') {
      told.push(say.replaced(run.text.trim(), next.text.trim()));
      at += 1;
    } else told.push(run.kind === 'added' ? say.added(run.text.trim()) : say.removed(run.text.trim()));
  }
  return told;
}
