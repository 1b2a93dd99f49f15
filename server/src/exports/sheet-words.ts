// The words of a block as pieces of paper: cut where their marks change, and where somebody suggests others.
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import { flowOf, joinedContent, sliceOf, type Flow } from '@cocrea/shared/document/suggestions/inline-flow.ts';
import type { SuggestionPart } from '@cocrea/shared/domain/suggestion.ts';
import type { Change, Marks, Piece } from './sheet.ts';

export interface WordsSuggested {
  readonly part: Extract<SuggestionPart, { what: 'words' }>;
  /** The words of the block in the fork. */
  readonly fork: readonly DocumentJson[];
  readonly author: string;
  readonly at: number;
}

interface Asked {
  /** Of the block as a whole. */
  readonly change: Change | null;
  readonly suggested: readonly WordsSuggested[];
  readonly href: (address: unknown) => string | null;
}

export function piecesOf(content: readonly DocumentJson[], { change, suggested, href }: Asked): Piece[] {
  const flow = flowOf(joinedContent(content));
  const pieces: Piece[] = [];
  const put = (
    nodes: readonly DocumentJson[],
    placed: { from: number | null; change: Change | null; formerly?: Formerly },
  ): void => {
    let { from } = placed;
    for (const node of nodes) {
      pieces.push(...pieceOf(node, { ...placed, from, href }));
      if (from !== null) from += lengthOf(node);
    }
  };
  if (suggested.length === 0) {
    put(
      flow.runs.map(({ node }) => node),
      { from: 0, change },
    );
    return pieces;
  }
  const marked = suggested.map((one) => ({ ...one, flow: flowOf(joinedContent(one.fork)) }));
  const cuts = cutsOf(flow, marked);
  cuts.forEach((from, index) => {
    // What would come stands after what would go for it.
    for (const { part, flow: fork, author, at } of marked) {
      if (part.change === 'format' || part.body[1] !== from) continue;
      put(sliceOf(fork, part.fork), { from: null, change: { kind: 'inserted', author, at } });
    }
    const to = cuts[index + 1];
    if (to === undefined) return;
    const over = marked.filter(({ part: { body } }) => body[0] <= from && to <= body[1]);
    const gone = over.find(({ part }) => part.change !== 'format');
    const reformatted = over.find(({ part }) => part.change === 'format');
    if (gone !== undefined) {
      put(sliceOf(flow, [from, to]), { from, change: { kind: 'deleted', author: gone.author, at: gone.at } });
    } else if (reformatted === undefined) {
      put(sliceOf(flow, [from, to]), { from, change: null });
    } else {
      const { part, flow: fork, author, at } = reformatted;
      const shift = part.fork[0] - part.body[0];
      const [was] = sliceOf(flow, [from, to]);
      put(sliceOf(fork, [from + shift, to + shift]), { from, change: null, formerly: { marks: marksOf(was, href), author, at } });
    }
  });
  return pieces;
}

/** Every place where something begins or ends, in order. */
function cutsOf(flow: Flow, marked: readonly (WordsSuggested & { flow: Flow })[]): number[] {
  const places = new Set([0, flow.text.length]);
  for (const { part, flow: fork } of marked) {
    for (const place of part.body) places.add(Math.min(place, flow.text.length));
    if (part.change !== 'format') continue;
    const [from, to] = part.body;
    const shift = part.fork[0] - from;
    for (const place of [...flow.runs.map((run) => run.to), ...fork.runs.map((run) => run.to - shift)])
      if (from < place && place < to) places.add(place);
  }
  return [...places].sort((one, other) => one - other);
}

type Formerly = Extract<Piece, { kind: 'words' }>['formerly'];

function pieceOf(
  node: DocumentJson,
  {
    from,
    change,
    formerly = null,
    href,
  }: { from: number | null; change: Change | null; formerly?: Formerly; href: Asked['href'] },
): Piece[] {
  if (node.type === 'hardBreak') return [{ kind: 'break', from, change }];
  if (node.type === 'footnote') return [{ kind: 'footnote', text: clean(String(node.attrs?.['text'] ?? '')), from, change }];
  if (node.type !== 'text' || !node.text) return [];
  return [{ kind: 'words', text: clean(node.text), marks: marksOf(node, href), formerly, from, change }];
}

function lengthOf(node: DocumentJson): number {
  return node.type === 'text' ? (node.text?.length ?? 0) : 1;
}

function marksOf(node: DocumentJson | undefined, href: Asked['href']): Marks {
  const marks = node?.marks ?? [];
  const has = (type: string): boolean => marks.some((mark) => mark.type === type);
  const link = marks.find(({ type }) => type === 'link');
  return { bold: has('bold'), italic: has('italic'), strike: has('strike'), href: href(link?.attrs?.['href']) };
}

/** What is no letter to XML or to a printer becomes a space, one for one, so that places stay where they are. */
export function clean(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}\uFFFE\uFFFF\u2028\u2029]/gu, ' ');
}
