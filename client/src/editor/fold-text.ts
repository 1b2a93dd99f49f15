// Text as a search compares it: case, accents and the apostrophes of Mayan languages folded, each character remembering where it stood.

export interface FoldedText {
  readonly text: string;
  /** For each UTF-16 unit of `text`: where the character it came from starts and ends in the original. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Folds `original`; offsets count UTF-16 units from `base`. Combining marks belong to the character before them. */
export function foldText(original: string, base = 0): FoldedText {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  let offset = base;
  for (const character of original) {
    const folded = character
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[ʼ’‘`´]/g, "'")
      .replace(/\s/g, ' ')
      .toLowerCase();
    const end = offset + character.length;
    if (folded === '' && ends.length > 0) ends[ends.length - 1] = end;
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(offset);
      ends.push(end);
    }
    text += folded;
    offset = end;
  }
  return { text, starts, ends };
}
