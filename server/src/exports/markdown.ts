// A sheet as Markdown: CommonMark with the tables, tasks, strikes and footnotes of GitHub's. Whatever somebody wrote stays what they wrote: no
// letter of theirs becomes a mark.
import { papers } from '@cocrea/shared/i18n/es/papers.ts';
import type { Imprint } from './draft-paper.ts';
import { headRows, placed } from './sheet-table.ts';
import type { Line, ListItem, Marks, Piece, Row, SheetBlock } from './sheet.ts';

export function markdownOf(sheet: readonly SheetBlock[], imprint: Imprint): string {
  const notes: string[] = [];
  const text = blocksIn(sheet, notes).join('\n\n');
  const foot = notes.map((note, index) => `[^${index + 1}]: ${note}`).join('\n');
  return `${frontMatter(imprint)}\n${[text, foot].filter((part) => part !== '').join('\n\n')}\n`;
}

/** What the file is, for people and programs: YAML, in which a string of JSON is a string. */
function frontMatter({ title, labName, version, at, fingerprint }: Imprint): string {
  const say = papers.draft;
  const facts = [
    ['Título', title],
    [say.lab, labName],
    [say.version, version],
    [say.date, new Date(at).toISOString()],
    ...(fingerprint === null ? [['Nota', say.liveWhy]] : [['Huella (SHA-256)', fingerprint]]),
  ];
  return `---\n${facts.map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`).join('')}---\n`;
}

function blocksIn(blocks: readonly SheetBlock[], notes: string[]): string[] {
  let before: SheetBlock | null = null;
  return blocks.flatMap((block) => {
    const text = blockOf(block, notes);
    // Two lists that follow each other would be one.
    const apart = before?.kind === 'list' && block.kind === 'list';
    if (text === '') return [];
    before = block;
    return apart ? ['<!-- -->', text] : [text];
  });
}

function blockOf(block: SheetBlock, notes: string[]): string {
  switch (block.kind) {
    case 'paragraph':
      return atLineStarts(lineOf(block, notes));
    case 'heading': {
      const words = lineOf(block, notes).replaceAll('\\\n', ' ');
      return words === '' ? '' : `${'#'.repeat(block.level)} ${words}`;
    }
    case 'quote':
      return indented(blocksIn(block.blocks, notes).join('\n\n'), '> ', '> ').replace(/^> $/gm, '>');
    case 'list':
      return block.items.map((item, index) => itemOf(item, { marker: markerOf(block, index), notes })).join('\n');
    case 'table':
      return tableOf(block.rows, notes);
    case 'rule':
      return '---';
  }
}

function markerOf({ isOrdered, start }: { isOrdered: boolean; start: number }, index: number): string {
  return isOrdered ? `${Math.max(0, start) + index}. ` : '- ';
}

function itemOf({ done, blocks }: ListItem, { marker, notes }: { marker: string; notes: string[] }): string {
  const box = done === null ? '' : done ? '[x] ' : '[ ] ';
  const parts = blocksIn(blocks, notes);
  const text = parts.reduce((all, part, index) => {
    if (index === 0) return part;
    // A list under one line stands close to it.
    return `${all}${index === 1 && blocks[1]?.kind === 'list' ? '\n' : '\n\n'}${part}`;
  }, '');
  return indented(`${box}${text}`, marker, ' '.repeat(marker.length));
}

function indented(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first + line : line === '' && rest.trim() === '' ? '' : rest + line))
    .join('\n');
}

/** Tables of Markdown have one row of heads, cells of one line, and no cell over others: those are left empty. */
function tableOf(rows: readonly Row[], notes: string[]): string {
  const { width, cells } = placed(rows);
  if (width === 0) return '';
  const lines = rows.map(() => Array.from({ length: width }, () => ''));
  for (const { x, y, blocks } of cells) {
    const line = lines[y];
    if (line !== undefined) line[x] = blocksIn(blocks, notes).join('\n').replaceAll('\\\n', '<br>').replace(/\n+/g, '<br>');
  }
  const head = headRows(rows) > 0 ? (lines.shift() ?? []) : Array.from({ length: width }, () => '');
  const said = (line: readonly string[]): string => `| ${line.join(' | ')} |`;
  return [said(head), said(head.map(() => '---')), ...lines.map(said)].join('\n');
}

function lineOf({ pieces }: Line, notes: string[]): string {
  return pieces
    .map((piece, index) => pieceOf(piece, { notes, before: pieces[index - 1], after: pieces[index + 1] }))
    .join('')
    .replace(/^ +| +$/g, '');
}

function pieceOf(
  piece: Piece,
  { notes, before, after }: { notes: string[]; before: Piece | undefined; after: Piece | undefined },
): string {
  if (piece.kind === 'break') return after === undefined ? '' : '\\\n';
  if (piece.kind === 'footnote') return `[^${notes.push(escaped(piece.text).trim())}]`;
  const [, space = '', words = '', end = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(piece.text) ?? [];
  if (words === '') return piece.text;
  const outside = `${space === '' ? lastLetter(before) : ' '}${end === '' ? firstLetter(after) : ' '}`;
  const follows = space === '' && before?.kind === 'words' && /\S$/.test(before.text) && isMarked(before.marks);
  return space + marked(words, { marks: piece.marks, outside, follows }) + end;
}

function isMarked({ bold, italic, strike }: Marks): boolean {
  return bold || italic || strike;
}

/**
 * Where a mark would not be read as one, between a letter and a point or after another mark, it is written in HTML. `outside` is the letter
 * before the words and the one after.
 */
function marked(words: string, { marks, outside, follows }: { marks: Marks; outside: string; follows: boolean }): string {
  const isPunctuation = (letter = ''): boolean => /[\p{P}\p{S}]/u.test(letter);
  const letters = [...words];
  const unread =
    follows ||
    (isPunctuation(letters[0]) && /[\p{L}\p{N}]/u.test(outside[0] ?? '')) ||
    (isPunctuation(letters.at(-1)) && /[\p{L}\p{N}]/u.test(outside[1] ?? ''));
  const wrap = (text: string, mark: string, tag: string): string =>
    unread ? `<${tag}>${text}</${tag}>` : `${mark}${text}${mark}`;
  let text = escaped(words);
  if (marks.strike) text = wrap(text, '~~', 'del');
  if (marks.italic) text = wrap(text, '*', 'em');
  if (marks.bold) text = wrap(text, '**', 'strong');
  return marks.href === null ? text : `[${text}](<${marks.href.trim().replace(/[<>|\\\s]/g, encodeURIComponent)}>)`;
}

function lastLetter(piece: Piece | undefined): string {
  return piece?.kind === 'words' ? (/[\s\S]$/.exec(piece.text)?.[0] ?? ' ') : ' ';
}
function firstLetter(piece: Piece | undefined): string {
  return piece?.kind === 'words' ? (piece.text[0] ?? ' ') : ' ';
}

/** Letters that could be a mark anywhere in a line. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>~|$&]/g, '\\$&');
}

/** What would be a heading, a list, a rule or a quote at the beginning of a line. */
function atLineStarts(text: string): string {
  return text.replace(/^(\s*)(?:([#+=-])|(\d+)([.)]))/gm, (_, space: string, mark?: string, no?: string, point?: string) =>
    mark === undefined ? `${space}${no}\\${point}` : `${space}\\${mark}`,
  );
}
