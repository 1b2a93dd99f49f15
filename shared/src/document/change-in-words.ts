// What became of a block, told in words: for whoever does not see colours and strokes.
import type { BlockChange } from './lineage.ts';

/** What the sentences are made of, in a language. */
export interface ChangeWords {
  readonly added: (text: string) => string;
  readonly removed: (text: string) => string;
  readonly replaced: (before: string, after: string) => string;
  readonly new: (text: string) => string;
  readonly retired: (text: string) => string;
  readonly moved: string;
  readonly split: string;
  readonly merged: string;
  readonly onlyFormat: string;
  readonly same: string;
}

/** One sentence after the other. */
export function inWords({ lineage, runs, before, after, onlyFormat }: BlockChange, say: ChangeWords): string {
  if (lineage === 'same') return say.same;
  if (lineage === 'new') return say.new(after);
  if (lineage === 'retired') return say.retired(before);
  const told: string[] = lineage === 'moved' || lineage === 'split' || lineage === 'merged' ? [say[lineage]] : [];
  if (onlyFormat) told.push(say.onlyFormat);
  runs.forEach(({ kind, text }, at) => {
    const words = text.trim();
    const next = runs[at + 1];
    const last = runs[at - 1];
    if (words === '') return;
    if (kind === 'removed')
      told.push(next?.kind === 'added' && next.text.trim() !== '' ? say.replaced(words, next.text.trim()) : say.removed(words));
    if (kind === 'added' && !(last?.kind === 'removed' && last.text.trim() !== '')) told.push(say.added(words));
  });
  return told.join(' ');
}
