// A sheet as PDF, printed by Typst: tagged (PDF/UA), so that a screen reader hears its headings, lists and tables. Typst is a native program:
// where the machine has none, that is said, and everything else goes on.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type * as compilers from '@myriaddreamin/typst-ts-node-compiler';
import { AppError } from '@cocrea/shared/errors.ts';
import { papers } from '@cocrea/shared/i18n/es/papers.ts';
import type { Imprint } from './draft-paper.ts';
import { headRows, placed } from './sheet-table.ts';
import type { Line, Piece, SheetBlock } from './sheet.ts';

type Typst = Pick<typeof compilers, 'NodeCompiler'>;
type Compiler = compilers.NodeCompiler;

const template = readFileSync(new URL('./paper.typ', import.meta.url), 'utf8');
/** What Typst may read of the machine: this file's folder, in which it is asked for nothing. */
const workspace = fileURLToPath(new URL('.', import.meta.url));
const fonts = [
  ...['400Regular/SourceSerif4_400Regular', '400Regular_Italic/SourceSerif4_400Regular_Italic'].map(serif),
  ...['700Bold/SourceSerif4_700Bold', '700Bold_Italic/SourceSerif4_700Bold_Italic'].map(serif),
  ...['400Regular/SourceSans3_400Regular', '400Regular_Italic/SourceSans3_400Regular_Italic'].map(sans),
  ...['700Bold/SourceSans3_700Bold', '700Bold_Italic/SourceSans3_700Bold_Italic'].map(sans),
];
/** Fewer headings need no contents. */
const fewHeadings = 4;
/** Characters up to which a paragraph is broken into lines as a whole, and up to which it stays one: beyond, both take minutes. */
const longestWhole = 4_000;
const longestLine = 12_000;

export interface PdfPrinter {
  /** Throws AppError `export_unavailable`. */
  print(sheet: readonly SheetBlock[], asked: { imprint: Imprint; isWide?: boolean }): Promise<Uint8Array>;
}

export function createPdfPrinter(load: () => Promise<Typst> = () => import('@myriaddreamin/typst-ts-node-compiler')): PdfPrinter {
  let compiler: Promise<Compiler> | null = null;

  async function start(): Promise<Compiler> {
    const { NodeCompiler } = await load().catch((reason: unknown) => {
      throw new AppError('export_unavailable', { reason: reason instanceof Error ? reason.message : 'unknown' });
    });
    return NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts.map((file) => readFileSync(file)) }] });
  }

  return {
    print: async (sheet, { imprint, isWide = false }) => {
      compiler ??= start();
      const typst = await compiler.catch((reason: unknown) => {
        compiler = null;
        throw reason;
      });
      const compiled = typst.compile({
        mainFileContent: template,
        inputs: { paper: JSON.stringify(paperOf(sheet, { imprint, isWide })) },
      });
      const { result } = compiled;
      if (result === null) throw new Error(`Typst: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
      const pdf = accessible(typst, result);
      // What it remembers of one paper is of no use to the next.
      typst.evictCache(0);
      // A copy: memory of a native program cannot be handed to another thread.
      return new Uint8Array(pdf);
    },
  };
}

/** To the letter of PDF/UA, which wants a glyph for every letter; where the fonts lack one (🌽), tagged all the same. */
function accessible(typst: Compiler, document: Parameters<Compiler['pdf']>[0]): Buffer {
  try {
    return typst.pdf(document, { pdfStandard: 'ua-1' });
  } catch {
    return typst.pdf(document, { pdfTags: true });
  }
}

function serif(name: string): string {
  return fileURLToPath(import.meta.resolve(`@expo-google-fonts/source-serif-4/${name}.ttf`));
}
function sans(name: string): string {
  return fileURLToPath(import.meta.resolve(`@expo-google-fonts/source-sans-3/${name}.ttf`));
}

function paperOf(sheet: readonly SheetBlock[], { imprint, isWide }: { imprint: Imprint; isWide: boolean }): unknown {
  const { title, labName, version, when, at, fingerprint } = imprint;
  const say = papers.draft;
  const print = fingerprint === null ? [] : [say.fingerprintOf(fingerprint)];
  const day = new Date(at);
  const outline = outlined(sheet);
  return {
    ...{ title, labName, isWide, page: say.page, pageOf: say.pageOf },
    keywords: [version, ...print],
    date: { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() },
    foot: [version, when, ...print].join(' · '),
    facts: [labName, version, when, ...(fingerprint === null ? [say.liveWhy] : print)],
    contents: isWide || outline.filter(({ kind }) => kind === 'heading').length < fewHeadings ? null : say.contents,
    blocks: outline.flatMap(blockOf),
  };
}

/** No level is left out on the way down: whoever hears the headings would look for it. */
function outlined(sheet: readonly SheetBlock[]): SheetBlock[] {
  let last = 0;
  return sheet.map((block) => {
    if (block.kind !== 'heading') return block;
    last = Math.min(block.level, last + 1);
    return { ...block, level: last as 1 | 2 | 3 };
  });
}

function blockOf(block: SheetBlock): unknown[] {
  switch (block.kind) {
    case 'paragraph':
      return linesOf(block).map((pieces) => ({ kind: 'paragraph', pieces, isLong: lengthOf(pieces) > longestWhole }));
    case 'heading':
      return [{ kind: 'heading', level: block.level, pieces: block.pieces }];
    case 'rule':
      return [{ kind: 'rule' }];
    case 'quote':
      return [{ kind: 'quote', blocks: block.blocks.flatMap(innerOf) }];
    case 'list': {
      const isTasks = block.items.some(({ done }) => done !== null);
      const items = block.items.map(({ done, blocks }) => ({ blocks: withBox(done, blocks).flatMap(innerOf) }));
      return [{ kind: isTasks ? 'tasks' : 'list', isOrdered: block.isOrdered, start: Math.max(0, block.start), items }];
    }
    case 'table': {
      const { width, cells } = placed(block.rows);
      if (width === 0) return [];
      const head = headRows(block.rows);
      const drawn = cells.map((cell) => ({ ...cell, blocks: cell.blocks.flatMap(innerOf) }));
      const widths = Array.from({ length: width }, (_, x) => block.widths?.[x] ?? 1);
      return [{ kind: 'table', widths, head: drawn.filter(({ y }) => y < head), cells: drawn.filter(({ y }) => y >= head) }];
    }
  }
}

/** A heading in a cell, an item or a quote is no part of the outline. */
function innerOf(block: SheetBlock): unknown[] {
  return block.kind === 'heading' ? [{ kind: 'said', pieces: block.pieces }] : blockOf(block);
}

/** The box of a task is the first of its words. */
function withBox(done: boolean | null, blocks: readonly SheetBlock[]): readonly SheetBlock[] {
  const [first, ...rest] = blocks;
  if (done === null || first?.kind !== 'paragraph') return blocks;
  const marks = { bold: false, italic: false, strike: false, href: null };
  const box: Piece = { kind: 'words', text: done ? '☑ ' : '☐ ', marks, formerly: null, from: null, change: null };
  return [{ ...first, pieces: [box, ...first.pieces] }, ...rest];
}

function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + (piece.kind === 'words' ? piece.text.length : 1), 0);
}

function linesOf({ pieces }: Line): Piece[][] {
  const lines: Piece[][] = [[]];
  let length = 0;
  for (const piece of pieces.flatMap(cut)) {
    length += lengthOf([piece]);
    if (length > longestLine) {
      lines.push([]);
      length = 0;
    }
    lines.at(-1)?.push(piece);
  }
  return lines;
}

function cut(piece: Piece): Piece[] {
  if (piece.kind !== 'words' || piece.text.length <= longestLine) return [piece];
  const parts = piece.text.match(/[\s\S]{1,11000}(?:\s|$)|[\s\S]{1,11000}/gu) ?? [];
  return parts.map((text) => ({ ...piece, text }));
}
