// The few functions templates are written with, so that an opening text reads like its outline. They make ProseMirror's JSON by the
// node names of ../schema.ts and leave block ids to the seeding.
import type { HeadingLevel } from '../schema.ts';
import type { DocumentJson } from '../seed.ts';

/** A plain string, or a piece with marks or a footnote: see `bold`, `italic`, `link`, `footnote`. */
export type Inline = string | DocumentJson;

function inline(pieces: readonly Inline[]): DocumentJson[] {
  return pieces.flatMap((piece) => (typeof piece !== 'string' ? [piece] : piece === '' ? [] : [{ type: 'text', text: piece }]));
}

/** An empty node says nothing of its content, as ProseMirror writes it. */
function node(type: string, content: readonly DocumentJson[], attrs?: DocumentJson['attrs']): DocumentJson {
  return { type, ...(attrs && { attrs }), ...(content.length > 0 && { content: [...content] }) };
}

function marked(text: string, mark: NonNullable<DocumentJson['marks']>[number]): DocumentJson {
  return { type: 'text', text, marks: [mark] };
}

export function bold(text: string): DocumentJson {
  return marked(text, { type: 'bold' });
}

export function italic(text: string): DocumentJson {
  return marked(text, { type: 'italic' });
}

/** A note of one sentence or two; its number is its place. */
export function footnote(text: string): DocumentJson {
  return { type: 'footnote', attrs: { text } };
}

export function heading(level: HeadingLevel, text: string): DocumentJson {
  return node('heading', inline([text]), { level });
}

/** The heading of a guiding question, 1–4, which nobody may delete or reword. */
export function questionHeading(question: number, text: string): DocumentJson {
  return node('heading', inline([text]), { level: 2, question });
}

/** Without arguments, an empty paragraph: a place to write. */
export function paragraph(...pieces: readonly Inline[]): DocumentJson {
  return node('paragraph', inline(pieces));
}

export function blockquote(...paragraphs: readonly DocumentJson[]): DocumentJson {
  return node('blockquote', paragraphs);
}

/** One line of a list or one cell of a table: a string, or several pieces. */
export type Line = Inline | readonly Inline[];

function lineParagraph(line: Line): DocumentJson {
  return Array.isArray(line) ? paragraph(...(line as readonly Inline[])) : paragraph(line as Inline);
}

function list(type: 'bulletList' | 'orderedList', lines: readonly Line[]): DocumentJson {
  return node(
    type,
    lines.map((line) => node('listItem', [lineParagraph(line)])),
  );
}

/** Give an empty string for an empty item. A list has at least one. */
export function bulletList(...lines: readonly Line[]): DocumentJson {
  return list('bulletList', lines);
}

export function orderedList(...lines: readonly Line[]): DocumentJson {
  return list('orderedList', lines);
}

/** Every task begins undone. */
export function taskList(...lines: readonly Line[]): DocumentJson {
  return node(
    'taskList',
    lines.map((line) => node('taskItem', [lineParagraph(line)], { checked: false })),
  );
}

/** The first row is the header. Throws RangeError when a row has more or fewer cells than it. */
export function table(header: readonly Line[], ...rows: readonly (readonly Line[])[]): DocumentJson {
  const row = (type: 'tableHeader' | 'tableCell', cells: readonly Line[]): DocumentJson => {
    if (cells.length !== header.length)
      throw new RangeError(`a row of ${cells.length} cells in a table of ${header.length} columns`);
    return node(
      'tableRow',
      cells.map((cell) => node(type, [lineParagraph(cell)])),
    );
  };
  return node('table', [row('tableHeader', header), ...rows.map((cells) => row('tableCell', cells))]);
}

export function document(...blocks: readonly DocumentJson[]): DocumentJson {
  return node('doc', blocks);
}
