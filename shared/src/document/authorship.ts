// Who wrote a text, stretch by stretch: the shape of the answer, and how much of the text is each person's.

/** A stretch of one block: offsets as the editor counts them inside the block (a character, a line break or a footnote is one). */
export interface AuthorRun {
  readonly from: number;
  readonly to: number;
  /** Who wrote it; null where nobody is known. */
  readonly personId: string | null;
  /** When, in milliseconds since 1970: of the latest of it. */
  readonly at: number;
  /** Somebody else brought it here from another place of the text. */
  readonly moved: boolean;
}

export interface BlockAuthors {
  readonly blockId: string;
  readonly runs: readonly AuthorRun[];
}

export interface Share {
  readonly key: string;
  readonly characters: number;
}

/** How many characters are whose, the largest first; `keyOf` says what a person counts as. */
export function sharesOf(blocks: readonly BlockAuthors[], keyOf: (personId: string | null) => string): Share[] {
  const counted = new Map<string, number>();
  for (const { runs } of blocks) {
    for (const { from, to, personId } of runs) counted.set(keyOf(personId), (counted.get(keyOf(personId)) ?? 0) + to - from);
  }
  return [...counted]
    .map(([key, characters]) => ({ key, characters }))
    .sort((a, b) => b.characters - a.characters || (a.key < b.key ? -1 : 1));
}
