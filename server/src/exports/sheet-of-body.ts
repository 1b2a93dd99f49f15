// Makes a sheet of a body, and writes what is suggested for it into its place: words that would come beside those that would go, blocks that
// would come where they would stand. Of two people who would change the same words, both are heard; the first takes away what both would.
import { blockIdAttribute } from '@cocrea/shared/document/block-id.ts';
import { isSafeLink } from '@cocrea/shared/document/safe-link.ts';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import type { Suggestion, SuggestionPart } from '@cocrea/shared/domain/suggestion.ts';
import { deepest, type Cell, type Change, type Line, type ListItem, type Row, type SheetBlock } from './sheet.ts';
import { piecesOf, type WordsSuggested } from './sheet-words.ts';

/** What one person suggests: their fork of the text, and how it differs. */
export interface Suggested {
  readonly author: string;
  /** Milliseconds since 1970 of the last change of their fork. */
  readonly at: number;
  readonly body: DocumentJson;
  readonly suggestions: readonly Suggestion[];
}

/** Where a cell begins: a list and one in it have room there, another table has none. */
const inCell = deepest - 2;

interface Added {
  readonly node: DocumentJson;
  readonly change: Change;
}

/** What is suggested, by the block it is about. */
interface Marginalia {
  readonly words: ReadonlyMap<string, readonly WordsSuggested[]>;
  readonly removed: ReadonlyMap<string, Change>;
  /** By the container and the block they would follow. */
  readonly added: ReadonlyMap<string, readonly Added[]>;
}

export function sheetOf(body: DocumentJson, suggested: readonly Suggested[] = []): SheetBlock[] {
  const marginalia = gather(suggested);
  return childrenOf(body, { marginalia, change: null }).flatMap(({ node, change }) =>
    blockOf(node, { marginalia, change, depth: 0 }),
  );
}

interface Within {
  readonly marginalia: Marginalia;
  /** Of what it stands in. */
  readonly change: Change | null;
  readonly depth: number;
}

function blockOf(node: DocumentJson, within: Within): SheetBlock[] {
  const { depth } = within;
  const children = childrenOf(node, within);
  const inner = (): SheetBlock[] =>
    children.flatMap((child) => blockOf(child.node, { ...within, change: child.change, depth: depth + 1 }));
  switch (node.type) {
    case 'paragraph':
      return [{ kind: 'paragraph', ...lineOf(node, within) }];
    case 'heading':
      return [{ kind: 'heading', level: levelOf(node), ...lineOf(node, within) }];
    case 'horizontalRule':
      return [{ kind: 'rule', change: within.change }];
    case 'blockquote':
      return depth >= deepest ? inner() : [{ kind: 'quote', blocks: inner() }];
    case 'bulletList':
    case 'orderedList':
    case 'taskList': {
      if (depth >= deepest) return inner();
      const items = children.map((child): ListItem => {
        const done: unknown = child.node.attrs?.['checked'];
        const blocks = childrenOf(child.node, { ...within, change: child.change }).flatMap((one) =>
          blockOf(one.node, { ...within, change: one.change, depth: depth + 1 }),
        );
        return { done: node.type === 'taskList' ? done === true : null, blocks };
      });
      const start = Number(node.attrs?.['start'] ?? 1);
      return [{ kind: 'list', isOrdered: node.type === 'orderedList', start: Number.isInteger(start) ? start : 1, items }];
    }
    case 'table':
      if (depth >= inCell) return inner();
      return [{ kind: 'table', rows: children.map((child) => rowOf(child.node, { ...within, change: child.change })) }];
    // Items and rows that a suggestion left without what they belong to.
    default:
      return inner();
  }
}

function rowOf(node: DocumentJson, within: Within): Row {
  const cells = childrenOf(node, within).map(
    (child): Cell => ({
      isHeader: child.node.type === 'tableHeader',
      columns: spanOf(child.node.attrs?.['colspan']),
      rows: spanOf(child.node.attrs?.['rowspan']),
      blocks: childrenOf(child.node, { ...within, change: child.change }).flatMap((one) =>
        blockOf(one.node, { ...within, change: one.change, depth: inCell }),
      ),
    }),
  );
  return { cells, change: within.change };
}

function lineOf(node: DocumentJson, { marginalia, change }: Within): Line {
  const id = idOf(node);
  // Whoever would take the block away, or bring it, has it as it is.
  const suggested = change === null && id !== null ? (marginalia.words.get(id) ?? []) : [];
  return { id, pieces: piecesOf(node.content ?? [], { change, suggested, href: safeLink }), change };
}

interface Child {
  readonly node: DocumentJson;
  readonly change: Change | null;
}

/** What stands in a block, with what would stand there. */
function childrenOf(node: DocumentJson, { marginalia, change }: Pick<Within, 'marginalia' | 'change'>): Child[] {
  const content = node.content ?? [];
  if (change !== null) return content.map((child) => ({ node: child, change }));
  const container = node.type === 'doc' ? null : idOf(node);
  const addedAfter = (id: string | null): readonly Child[] =>
    marginalia.added.get(placeKey({ containerId: container, afterId: id })) ?? [];
  return [
    ...addedAfter(null),
    ...content.flatMap((child): Child[] => {
      const id = idOf(child);
      const here = { node: child, change: id === null ? null : (marginalia.removed.get(id) ?? null) };
      return [here, ...(id === null ? [] : addedAfter(id))];
    }),
  ];
}

function gather(suggested: readonly Suggested[]): Marginalia {
  const words = new Map<string, WordsSuggested[]>();
  const removed = new Map<string, Change>();
  const added = new Map<string, Added[]>();
  for (const { author, at, body, suggestions } of suggested) {
    const blocks = blocksById(body);
    const note = (part: SuggestionPart): void => {
      if (part.what === 'words') {
        const fork = blocks.get(part.blockId)?.content ?? [];
        words.set(part.blockId, [...(words.get(part.blockId) ?? []), { part, fork, author, at }]);
      } else if (part.what === 'removed') {
        if (!removed.has(part.blockId)) removed.set(part.blockId, { kind: 'deleted', author, at });
      } else if (part.what === 'added') {
        const node = blocks.get(part.blockId);
        const key = placeKey(part.place);
        if (node !== undefined) added.set(key, [...(added.get(key) ?? []), { node, change: { kind: 'inserted', author, at } }]);
      }
    };
    for (const { parts } of suggestions) for (const part of parts) note(part);
  }
  return { words, removed, added };
}

function placeKey({ containerId, afterId }: { containerId: string | null; afterId: string | null }): string {
  return JSON.stringify([containerId, afterId]);
}

function blocksById(body: DocumentJson): Map<string, DocumentJson> {
  const found = new Map<string, DocumentJson>();
  const walk = (node: DocumentJson): void => {
    const id = idOf(node);
    if (id !== null) found.set(id, node);
    for (const child of node.content ?? []) walk(child);
  };
  walk(body);
  return found;
}

function idOf(node: DocumentJson): string | null {
  const id: unknown = node.attrs?.[blockIdAttribute];
  return typeof id === 'string' ? id : null;
}

function levelOf(node: DocumentJson): 1 | 2 | 3 {
  const level: unknown = node.attrs?.['level'];
  return level === 1 || level === 2 ? level : 3;
}

/** Columns or rows a cell takes; a table of a hundred is none. */
function spanOf(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value > 1 ? Math.min(value, 100) : 1;
}

function safeLink(href: unknown): string | null {
  return typeof href === 'string' && isSafeLink(href) ? href : null;
}
