// Which changes between two texts somebody asked for, and which nobody did.
import type { BlockChange } from './lineage.ts';

export interface Traceability {
  /** Blocks that changed, and how many of them have an origin. */
  readonly changed: number;
  readonly explained: number;
  /** The others, in the order of the text. */
  readonly changes: readonly BlockChange[];
}

/**
 * `origins` are ids of blocks, of the later text and of retired ones. Words and their places count; letters made bold do not, nor that a draft
 * calls itself by its new number.
 */
export function changesWithoutOrigin(
  changes: readonly BlockChange[],
  { origins, draftNo }: { origins: ReadonlySet<string>; draftNo: number },
): Traceability {
  const renumbered = ({ before, after }: BlockChange): boolean =>
    before !== after && before.replace(`Borrador ${draftNo - 1}`, `Borrador ${draftNo}`) === after;
  const changed = changes.filter((change) => change.lineage !== 'same' && !change.onlyFormat && !renumbered(change));
  const open = changed.filter(({ blockId }) => !origins.has(blockId));
  return { changed: changed.length, explained: changed.length - open.length, changes: open };
}
