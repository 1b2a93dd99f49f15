// What became of each block from one text to another: the shape of an answer; `compareBodies` finds it.

/** A run of words, as it is on both sides or on one. */
export interface WordRun {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

export const lineages = ['same', 'edited', 'split', 'merged', 'new', 'retired', 'moved'] as const;
export type Lineage = (typeof lineages)[number];

/** One block that carries words (paragraph, heading, list item, cell, caption …) in one of two texts or in both. */
export interface BlockChange {
  readonly lineage: Lineage;
  /** In the later text; of a retired block in the earlier one. */
  readonly blockId: string;
  /** Blocks of the earlier text whose words it has; its own id among them where it was there. */
  readonly from: readonly string[];
  /** `paragraph`, `heading` …: the node, and in what it stands (`listItem`, `tableCell` …), outermost first. */
  readonly node: string;
  readonly within: readonly string[];
  /** The heading it stands under, in the later text where it is there. */
  readonly section: string;
  readonly before: string;
  readonly after: string;
  /** Word by word; empty for one that is the same. */
  readonly runs: readonly WordRun[];
  /** Its words are the same, its format or kind is not. */
  readonly onlyFormat: boolean;
}
