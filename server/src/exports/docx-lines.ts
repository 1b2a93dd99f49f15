// The words of a line as runs of Word: real footnotes and links, what is suggested as its own tracked changes, remarks as its comments.
import {
  BuilderElement,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  ExternalHyperlink,
  FootnoteReferenceRun,
  InsertedTextRun,
  Paragraph,
  TextRun,
  type ParagraphChild,
} from 'docx';
import type { Comment } from './draft-paper.ts';
import type { Change, Line, Marks, Piece } from './sheet.ts';

/** What of a file is gathered while its lines are drawn. */
export interface DocxNotes {
  /** By the number Word knows them by. */
  readonly footnotes: Record<string, { readonly children: readonly Paragraph[] }>;
  /** Tracked changes are numbered through the file. */
  nextChange(): number;
  /** Those of a block, by their number in the file; each is taken once. */
  commentsOn(blockId: string | null): readonly { readonly id: number; readonly comment: Comment }[];
}

interface Marker {
  readonly at: number;
  readonly nodes: readonly ParagraphChild[];
}

export function runsOf({ id, pieces }: Line, notes: DocxNotes): ParagraphChild[] {
  const end = pieces.reduce((last, piece) => (piece.from === null ? last : piece.from + lengthOf(piece)), 0);
  const markers = notes.commentsOn(id).flatMap(({ id: no, comment: { anchor } }): Marker[] => {
    const from = Math.min(Math.max(0, anchor.from), end);
    const to = Math.min(Math.max(from, anchor.to), end);
    const reference = new TextRun({ children: [new CommentReference(no)] });
    return [
      { at: from, nodes: [new CommentRangeStart(no)] },
      { at: to, nodes: [new CommentRangeEnd(no), reference] },
    ];
  });
  markers.sort((one, other) => one.at - other.at);
  const runs: ParagraphChild[] = [];
  const passUpTo = (place: number): void => {
    while (markers[0] !== undefined && markers[0].at <= place) runs.push(...(markers.shift()?.nodes ?? []));
  };
  for (const piece of pieces.flatMap((one) => cutAt(one, markers))) {
    if (piece.from !== null) passUpTo(piece.from);
    runs.push(runOf(piece, notes));
  }
  passUpTo(Infinity);
  return runs;
}

/** A stretch of words cut where a comment begins or ends. */
function cutAt(piece: Piece, markers: readonly Marker[]): Piece[] {
  if (piece.kind !== 'words' || piece.from === null) return [piece];
  const { from, text } = piece;
  const inside = markers.map(({ at }) => at - from).filter((at) => at > 0 && at < text.length);
  const places = [...new Set([0, ...inside, text.length])].sort((one, other) => one - other);
  return places.slice(1).map((to, index) => {
    const begin = places[index] ?? 0;
    return { ...piece, from: from + begin, text: text.slice(begin, to) };
  });
}

function lengthOf(piece: Piece): number {
  return piece.kind === 'words' ? piece.text.length : 1;
}

function runOf(piece: Piece, notes: DocxNotes): ParagraphChild {
  const { change } = piece;
  if (piece.kind === 'footnote') {
    const no = Object.keys(notes.footnotes).length + 1;
    notes.footnotes[no] = { children: [new Paragraph({ children: [new TextRun(` ${piece.text}`)] })] };
    const reference = new FootnoteReferenceRun(no);
    return change === null ? reference : wrapped(reference, change, notes);
  }
  if (piece.kind === 'break') {
    const line = new TextRun({ break: 1 });
    return change === null ? line : wrapped(line, change, notes);
  }
  const { text, marks, formerly } = piece;
  const style = { ...styleOf(marks), ...(marks.href !== null && { style: 'Hyperlink' }) };
  const was = formerly && {
    revision: { ...styleOf(formerly.marks), ...tracked({ kind: 'inserted', ...formerly }, notes) },
  };
  const run =
    change === null
      ? new TextRun({ text, ...style, ...was })
      : change.kind === 'inserted'
        ? new InsertedTextRun({ text, ...style, ...tracked(change, notes) })
        : new DeletedTextRun({ text, ...style, ...tracked(change, notes) });
  return marks.href === null ? run : new ExternalHyperlink({ link: marks.href, children: [run] });
}

function styleOf({ bold, italic, strike }: Marks): { bold?: true; italics?: true; strike?: true } {
  return { ...(bold && { bold }), ...(italic && { italics: italic }), ...(strike && { strike }) };
}

/** Number, author and date, as Word shows them in the margin. */
export function tracked({ author, at }: Change, notes: DocxNotes): { id: number; author: string; date: string } {
  return { id: notes.nextChange(), author, date: new Date(at).toISOString() };
}

/** What is no text, as inserted or deleted. */
function wrapped(run: TextRun | FootnoteReferenceRun, change: Change, notes: DocxNotes): ParagraphChild {
  const { id, author, date } = tracked(change, notes);
  const attributes = {
    id: { key: 'w:id', value: id },
    author: { key: 'w:author', value: author },
    date: { key: 'w:date', value: date },
  };
  const name = change.kind === 'inserted' ? 'w:ins' : 'w:del';
  return new BuilderElement({ name, attributes, children: [run] }) as unknown as ParagraphChild;
}
