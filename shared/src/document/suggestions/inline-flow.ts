// The words of a block as one string beside what carries them: what two of them differ in, word by word, and stretches cut out of them.
import { diffArrays } from 'diff';
import type { DocumentJson } from '../seed.ts';
import { tokensOf, wordsIn } from '../word-runs.ts';

/** Stands for what is no text: a footnote, a line break. */
const atom = '\uFFFC';
/** Milliseconds after which two texts that have nothing in common are said to be two texts. */
const patience = 150;

/** Changes of so many words on both sides of one word are a text that was written anew. */
const rewritten = 3;

export interface Flow {
  readonly text: string;
  readonly runs: readonly { readonly from: number; readonly to: number; readonly node: DocumentJson; readonly marks: string }[];
}

export interface WordChange {
  readonly change: 'insert' | 'delete' | 'replace' | 'format';
  readonly body: readonly [number, number];
  readonly fork: readonly [number, number];
}

export function flowOf(content: readonly DocumentJson[]): Flow {
  let text = '';
  const runs = content.map((node) => {
    const from = text.length;
    text += node.type === 'text' ? (node.text ?? '') : atom;
    return { from, to: text.length, node, marks: marksOf(node) };
  });
  return { text, runs };
}

function marksOf({ marks = [] }: DocumentJson): string {
  const named = marks.map(({ type, attrs }) => JSON.stringify([type, known(attrs)]));
  return JSON.stringify(named.sort());
}

/** Attributes that say something, in one order. */
export function known(attrs: Record<string, unknown> | undefined): [string, unknown][] {
  return Object.entries(attrs ?? {})
    .filter(([, value]) => value !== null && value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

/** That stretch as inline nodes of its own. */
export function sliceOf({ runs }: Flow, [from, to]: readonly [number, number]): DocumentJson[] {
  return runs.flatMap((run) => {
    const start = Math.max(from, run.from);
    const end = Math.min(to, run.to);
    if (start >= end) return [];
    return [
      run.node.type === 'text' ? { ...run.node, text: (run.node.text ?? '').slice(start - run.from, end - run.from) } : run.node,
    ];
  });
}

/** What that stretch says, for a person: footnotes by their words. */
export function wordsOf(content: readonly DocumentJson[]): string {
  return content
    .map((node) => {
      if (node.type === 'text') return node.text ?? '';
      if (node.type === 'hardBreak') return '\n';
      return node.type === 'footnote' ? `[${String(node.attrs?.['text'] ?? '')}]` : '';
    })
    .join('');
}

/** Joins neighbours of the same marks: how a text is cut into nodes says nothing. */
export function joinedContent(content: readonly DocumentJson[]): DocumentJson[] {
  const joined: DocumentJson[] = [];
  for (const node of content) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text' && marksOf(last) === marksOf(node)) last.text = `${last.text}${node.text}`;
    else if (node.type !== 'text' || node.text !== '') joined.push({ ...node });
  }
  return joined;
}

interface Token {
  readonly from: number;
  readonly to: number;
  /** What it is compared by. */
  readonly key: string;
}

function tokens({ text, runs }: Flow): Token[] {
  const atoms = new Map(runs.filter(({ node }) => node.type !== 'text').map(({ from, node }) => [from, node]));
  let at = 0;
  return tokensOf(text).map((token) => {
    const from = at;
    at += token.length;
    const node = token === atom ? atoms.get(from) : undefined;
    return { from, to: at, key: node === undefined ? token : JSON.stringify([node.type, known(node.attrs)]) };
  });
}

/** Marks of every unit, so that two stretches of the same words can be compared. */
function marksFrom({ runs }: Flow, at: number): { readonly marks: string; readonly to: number } {
  const run = runs.find((one) => one.from <= at && at < one.to);
  return run === undefined ? { marks: '[]', to: at + 1 } : { marks: run.marks, to: run.to };
}

/** In the order of the text; what lies between two of them reads and looks the same on both sides. */
export function wordChanges(body: Flow, fork: Flow): WordChange[] {
  if (body.text === '' && fork.text === '') return [];
  const before = tokens(body);
  const after = tokens(fork);
  const keys = (list: readonly Token[]): string[] => list.map(({ key }) => key);
  const parts = diffArrays(keys(before), keys(after), { timeout: patience });
  if (parts === undefined) return [change([0, body.text.length], [0, fork.text.length])];
  const changes: WordChange[] = [];
  let b = 0;
  let f = 0;
  let from: [number, number] | null = null;
  const place = (list: readonly Token[], index: number, flow: Flow): number => list[index]?.from ?? flow.text.length;
  const settle = (): void => {
    if (from === null) return;
    changes.push(change([from[0], place(before, b, body)], [from[1], place(after, f, fork)]));
    from = null;
  };
  parts.forEach(({ added, removed, value }, index) => {
    if (added || removed) {
      from ??= [place(before, b, body), place(after, f, fork)];
      if (added) f += value.length;
      else b += value.length;
      return;
    }
    // A space between two changes is part of them.
    const between = from !== null && index < parts.length - 1 && value.every((key) => /^\s+$/.test(key));
    if (!between) settle();
    const begin = { body: place(before, b, body), fork: place(after, f, fork) };
    b += value.length;
    f += value.length;
    if (!between) changes.push(...formatChanges({ body, fork }, { ...begin, length: place(before, b, body) - begin.body }));
  });
  settle();
  return together(changes, { body, fork });
}

/** One word that two sentences happen to share is part of the change of all that is around it. */
function together(changes: readonly WordChange[], flows: { body: Flow; fork: Flow }): WordChange[] {
  const size = ({ body, fork }: WordChange): number =>
    Math.max(wordsIn(flows.body.text.slice(...body)).length, wordsIn(flows.fork.text.slice(...fork)).length);
  const joined: WordChange[] = [];
  for (const one of changes) {
    const at = joined.findLastIndex(({ change: kind }) => kind !== 'format');
    const last = joined[at];
    const gap = last === undefined ? '' : flows.body.text.slice(last.body[1], one.body[0]);
    const isOne = last !== undefined && one.change !== 'format' && wordsIn(gap).length <= 1;
    if (!isOne || Math.min(size(last), size(one)) < rewritten) joined.push(one);
    else joined.splice(at, Infinity, change([last.body[0], one.body[1]], [last.fork[0], one.fork[1]]));
  }
  return joined;
}

function change(body: readonly [number, number], fork: readonly [number, number]): WordChange {
  return { change: body[0] === body[1] ? 'insert' : fork[0] === fork[1] ? 'delete' : 'replace', body, fork };
}

/** Where the same words have other marks. */
function formatChanges(
  flows: { body: Flow; fork: Flow },
  { body, fork, length }: { body: number; fork: number; length: number },
): WordChange[] {
  const changes: WordChange[] = [];
  let open: number | null = null;
  for (let at = 0; at < length; ) {
    const one = marksFrom(flows.body, body + at);
    const other = marksFrom(flows.fork, fork + at);
    const next = Math.min(one.to - body, other.to - fork, length);
    if (one.marks !== other.marks) open ??= at;
    if (open !== null && (one.marks === other.marks || next === length)) {
      const end = one.marks === other.marks ? at : next;
      changes.push({ change: 'format', body: [body + open, body + end], fork: [fork + open, fork + end] });
      open = null;
    }
    at = next;
  }
  return changes;
}
