// A body and a fork of it laid over each other: what is the same on both sides, and between it, in place, what differs. Any choice among the
// differences can be read out of it as a text of its own.
import { blockIdAttribute } from '../block-id.ts';
import { longestRising } from '../longest-rising.ts';
import type { DocumentJson } from '../seed.ts';
import { flowOf, joinedContent, known, sliceOf, wordChanges, type Flow, type WordChange } from './inline-flow.ts';

const textBlocks = new Set(['paragraph', 'heading']);

/** What of a difference a text has: that of the body, that of the fork, or neither: what both took away is gone, what one added is not there. */
export type Pick = 'before' | 'after' | 'none';
/** By number of the difference. */
export type Choice = (difference: number) => Pick;

export type MergedEntry =
  | { readonly at: 'both'; readonly block: MergedBlock }
  | { readonly at: 'body' | 'fork'; readonly node: DocumentJson; readonly difference: number };

/** A block of the same id and kind on both sides. */
export interface MergedBlock {
  readonly body: DocumentJson;
  readonly fork: DocumentJson;
  /** Number of the difference in its attributes; null where there is none. */
  readonly attrs: number | null;
  readonly content:
    | {
        readonly kind: 'words';
        readonly flows: { readonly body: Flow; readonly fork: Flow };
        readonly changes: readonly (WordChange & { readonly difference: number })[];
      }
    | { readonly kind: 'blocks'; readonly entries: readonly MergedEntry[] };
}

export interface MergedBody {
  readonly root: MergedBlock;
  readonly differences: number;
}

/** What a block is known by. */
export interface Named {
  readonly type?: string | undefined;
  readonly attrs?: Record<string, unknown> | undefined;
}

export function idOf(node: Named): string | null {
  const id: unknown = node.attrs?.[blockIdAttribute];
  return typeof id === 'string' ? id : null;
}

export function isTextBlock({ type }: DocumentJson): boolean {
  return textBlocks.has(type ?? '');
}

/**
 * What makes a block the same one: id and kind. Two people who moved one block at the same moment left two of its id: the first is then the
 * same as the first.
 */
export function blockKeys(blocks: readonly Named[]): string[] {
  const seen = new Map<string, number>();
  return blocks.map((block) => {
    const key = `${block.type} ${idOf(block) ?? ''}`;
    const earlier = seen.get(key) ?? 0;
    seen.set(key, earlier + 1);
    return `${key} ${earlier}`;
  });
}

export function mergeBodies(body: DocumentJson, fork: DocumentJson): MergedBody {
  let differences = 0;
  const next = (): number => differences++;

  function merge(one: DocumentJson, other: DocumentJson): MergedBlock {
    const differ = JSON.stringify(known(one.attrs)) !== JSON.stringify(known(other.attrs));
    const attrs = differ ? next() : null;
    if (!isTextBlock(one)) return { body: one, fork: other, attrs, content: { kind: 'blocks', entries: entriesOf(one, other) } };
    const flows = { body: flowOf(joinedContent(one.content ?? [])), fork: flowOf(joinedContent(other.content ?? [])) };
    const changes = wordChanges(flows.body, flows.fork).map((change) => ({ ...change, difference: next() }));
    return { body: one, fork: other, attrs, content: { kind: 'words', flows, changes } };
  }

  function entriesOf({ content: before = [] }: DocumentJson, { content: after = [] }: DocumentJson): MergedEntry[] {
    const places = new Map(blockKeys(before).map((key, at) => [key, at]));
    const same = blockKeys(after).map((key) => places.get(key) ?? -1);
    const entries: MergedEntry[] = [];
    let b = 0;
    let f = 0;
    const upTo = (body: number, fork: number): void => {
      for (; b < body; b += 1) entries.push({ at: 'body', node: before[b] as DocumentJson, difference: next() });
      for (; f < fork; f += 1) entries.push({ at: 'fork', node: after[f] as DocumentJson, difference: next() });
    };
    for (const { at, value } of longestRising(same)) {
      upTo(value, at);
      entries.push({ at: 'both', block: merge(before[value] as DocumentJson, after[at] as DocumentJson) });
      b += 1;
      f += 1;
    }
    upTo(before.length, after.length);
    return entries;
  }

  return { root: merge(body, fork), differences };
}

/** The text that has these differences and no others. */
export function readChoice({ root }: MergedBody, choice: Choice): DocumentJson {
  const read = ({ body, fork, attrs, content }: MergedBlock): DocumentJson => {
    const whose = attrs !== null && choice(attrs) === 'after' ? fork : body;
    const { content: _content, ...node } = whose;
    if (content.kind === 'blocks') {
      const children = content.entries.flatMap((entry): DocumentJson[] => {
        if (entry.at === 'both') return [read(entry.block)];
        return choice(entry.difference) === (entry.at === 'body' ? 'before' : 'after') ? [entry.node] : [];
      });
      return children.length === 0 ? node : { ...node, content: children };
    }
    const words = joinedContent(chosenWords(content, choice));
    return words.length === 0 ? node : { ...node, content: words };
  };
  return read(root);
}

type Words = Extract<MergedBlock['content'], { kind: 'words' }>;

function chosenWords({ flows, changes }: Words, choice: Choice): DocumentJson[] {
  const read: DocumentJson[] = [];
  let at = 0;
  for (const change of changes) {
    read.push(...sliceOf(flows.body, [at, change.body[0]]), ...chosen({ flows, change }, choice(change.difference)));
    at = change.body[1];
  }
  return [...read, ...sliceOf(flows.body, [at, flows.body.text.length])];
}

/** What a text that picks so says in that place. */
export function chosen({ flows, change }: { flows: Words['flows']; change: WordChange }, pick: Pick): DocumentJson[] {
  if (pick === 'after') return sliceOf(flows.fork, change.fork);
  // Marks that neither side has are those of the body.
  return pick === 'before' || change.change === 'format' ? sliceOf(flows.body, change.body) : [];
}
