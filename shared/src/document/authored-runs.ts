// Who is behind each change of a block: what came is of who wrote it in the later text, what went of who had written it in the earlier one.
import type { AuthorRun } from './authorship.ts';
import type { BlockChange, WordRun } from './lineage.ts';
import { footnoteMarks } from './words-of-block.ts';

export interface AuthoredRun extends WordRun {
  /** Whose words they are; null where nobody is known, and of what stayed the same. */
  readonly personId: string | null;
}

/** The runs of a change, cut where another hand begins. A block that is new or gone is one run. */
export function authoredRuns(
  { lineage, runs, before, after }: Pick<BlockChange, 'lineage' | 'runs' | 'before' | 'after'>,
  authors: { readonly before: readonly AuthorRun[]; readonly after: readonly AuthorRun[] },
): AuthoredRun[] {
  const [were, are] = [authorsOf(before, authors.before), authorsOf(after, authors.after)];
  let [left, right] = [0, 0];
  const whole: readonly WordRun[] =
    runs.length > 0
      ? runs
      : lineage === 'new'
        ? [{ kind: 'added', text: after }]
        : lineage === 'retired'
          ? [{ kind: 'removed', text: before }]
          : [{ kind: 'same', text: after }];
  return whole.flatMap((run): AuthoredRun[] => {
    const { kind, text } = run;
    const [wasAt, isAt] = [left, right];
    if (kind !== 'added') left += text.length;
    if (kind !== 'removed') right += text.length;
    if (kind === 'same') return [{ ...run, personId: null }];
    return cut(run, kind === 'added' ? are.slice(isAt, right) : were.slice(wasAt, left));
  });
}

function cut({ kind, text }: WordRun, hands: readonly (string | null)[]): AuthoredRun[] {
  const pieces: AuthoredRun[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const personId = hands[at] ?? null;
    const last = pieces.at(-1);
    if (last !== undefined && last.personId === personId) pieces[pieces.length - 1] = { ...last, text: last.text + text[at] };
    else pieces.push({ kind, text: text[at] ?? '', personId });
  }
  return pieces;
}

/** Whose each sign of the words of a block is. A footnote is one place for the editor and many signs here; it is of the hand it stands in. */
function authorsOf(words: string, runs: readonly AuthorRun[]): (string | null)[] {
  const [opening, closing] = footnoteMarks;
  const hands: (string | null)[] = [];
  let place = 0;
  let next = 0;
  let isNote = false;
  for (const sign of words.split('')) {
    while ((runs[next]?.to ?? Number.POSITIVE_INFINITY) <= place) next += 1;
    const run = runs[next];
    hands.push(run !== undefined && run.from <= place ? run.personId : (hands.at(-1) ?? null));
    if (sign === opening) isNote = true;
    if (sign === closing) isNote = false;
    if (!isNote) place += 1;
  }
  return hands;
}
