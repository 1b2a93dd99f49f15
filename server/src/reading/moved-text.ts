// Text that was cut and pasted is typed anew under the client of whoever moved it. It is found again by its own letters among what was removed,
// and stays with who wrote it first.

/** Letters of one hand, next to each other. */
export interface Written {
  readonly text: string;
  readonly personId: string | null;
  /** The row that brought it, and when. */
  readonly seq: number;
  readonly at: number;
  readonly moved: boolean;
}

/** So many characters in a row are no coincidence. */
export const leastMoved = 24;

interface Place {
  readonly text: string;
  readonly offset: number;
  readonly pieces: readonly Written[];
  readonly seq: number;
}

/** Gives back what was moved: `removed` and `present` are stretches in the order of the text. */
export function returnMoved(
  present: readonly (readonly Written[])[],
  removed: readonly (readonly Written[])[],
): (readonly Written[])[] {
  const first = indexOf(removed);
  if (first.size === 0) return [...present];
  // What was removed may have been moved there before.
  const index = indexOf(removed.map((pieces) => returned(pieces, first)));
  return present.map((pieces) => returned(pieces, index));
}

/** Where each stretch of `leastMoved` characters was written first. */
function indexOf(removed: readonly (readonly Written[])[]): ReadonlyMap<string, Place> {
  const index = new Map<string, Place>();
  for (const pieces of removed) {
    const text = pieces.map((piece) => piece.text).join('');
    const letters = pieces.flatMap((piece) => Array.from({ length: piece.text.length }, () => piece));
    for (let offset = 0; offset + leastMoved <= text.length; offset += 1) {
      const key = text.slice(offset, offset + leastMoved);
      const seq = letters[offset]?.seq ?? 0;
      const known = index.get(key);
      if (known === undefined || seq < known.seq) index.set(key, { text, offset, pieces: letters, seq });
    }
  }
  return index;
}

function returned(pieces: readonly Written[], index: ReadonlyMap<string, Place>): readonly Written[] {
  const text = pieces.map((piece) => piece.text).join('');
  const letters = pieces.flatMap((piece) => Array.from({ length: piece.text.length }, () => piece));
  let changed = false;
  for (let at = 0; at + leastMoved <= text.length; ) {
    const place = index.get(text.slice(at, at + leastMoved));
    const here = letters[at];
    if (place === undefined || here === undefined || here.seq <= place.seq) {
      at += 1;
      continue;
    }
    let length = 0;
    while (at + length < text.length && text[at + length] === place.text[place.offset + length]) {
      const was = place.pieces[place.offset + length];
      const is = letters[at + length];
      if (was === undefined || is === undefined || is.seq <= was.seq) break;
      if (was.personId !== is.personId) {
        letters[at + length] = { ...was, moved: true };
        changed = true;
      }
      length += 1;
    }
    at += Math.max(1, length);
  }
  return changed ? joined(letters, text) : pieces;
}

/** Letters of one hand as one piece again. */
function joined(letters: readonly Written[], text: string): Written[] {
  const pieces: Written[] = [];
  letters.forEach((letter, at) => {
    const last = pieces.at(-1);
    const one = text[at] ?? '';
    if (last !== undefined && last.personId === letter.personId && last.at === letter.at && last.moved === letter.moved)
      pieces[pieces.length - 1] = { ...last, text: last.text + one };
    else pieces.push({ ...letter, text: one });
  });
  return pieces;
}
