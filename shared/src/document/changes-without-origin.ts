// Which changes between two texts somebody asked for, and which nobody did.
import type { BlockChange } from './lineage.ts';

export interface Traceability {
  /** Blocks that changed, and how many of them have an origin. */
  readonly changed: number;
  readonly explained: number;
  /** The others, in the order of the text. */
  readonly changes: readonly BlockChange[];
}

/** `origins` are ids of blocks, of the later text and of retired ones. Words and their places count; letters made bold do not. */
export function changesWithoutOrigin(changes: readonly BlockChange[], origins: ReadonlySet<string>): Traceability {
  const changed = changes.filter(({ lineage, onlyFormat }) => lineage !== 'same' && !onlyFormat);
  const open = changed.filter(({ blockId }) => !origins.has(blockId));
  return { changed: changed.length, explained: changed.length - open.length, changes: open };
}
