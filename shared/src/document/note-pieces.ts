// The words of a block with its footnotes told apart: in comparisons and quotes a note stands among the words, between marks nobody should read.
import { footnoteMarks } from './words-of-block.ts';

export interface WordsPiece {
  readonly text: string;
  /** Part of a footnote. */
  readonly isNote: boolean;
  /** The note begins with it. */
  readonly opens: boolean;
}

const [opening, closing] = footnoteMarks;

/** Also of a piece of a block that begins or ends inside a note; `inside` says so, and the answer says it of the next piece. */
export function notePieces(words: string, inside = false): { pieces: WordsPiece[]; inside: boolean } {
  const pieces: WordsPiece[] = [];
  // A note that ends here and did not begin here began before.
  const [begins, ends] = [words.indexOf(opening), words.indexOf(closing)];
  let [isNote, opens, text] = [inside || (ends >= 0 && (begins < 0 || ends < begins)), false, ''];
  const settle = (): void => {
    if (text !== '' || opens) pieces.push({ text, isNote, opens });
    text = '';
  };
  for (const sign of words) {
    if (sign === opening && !isNote) {
      settle();
      [isNote, opens] = [true, true];
    } else if (sign === closing && isNote) {
      settle();
      [isNote, opens] = [false, false];
    } else text += sign;
  }
  settle();
  return { pieces, inside: isNote };
}

/** In plain words, where nothing can be raised: each note as `say` puts it. */
export function plainNotes(words: string, say: (note: string) => string): string {
  return notePieces(words)
    .pieces.map(({ text, isNote }) => (isNote ? say(text) : text))
    .join('');
}
