// Who wrote each stretch of a text: read from the clientIDs of its Yjs items and the server's record of whose those are, over everything the
// log holds, so that what was moved is found where it was removed.
import { blockIdAttribute } from '@cocrea/shared/document/block-id.ts';
import type { AuthorRun, BlockAuthors } from '@cocrea/shared/document/authorship.ts';
import { bodyField } from '@cocrea/shared/document/schema.ts';
import * as Y from 'yjs';
import { joinRows } from './join-rows.ts';
import { returnMoved, type Written } from './moved-text.ts';

export interface AuthorsAsked {
  /** Every row of the log, as `stored-rows.ts` packs them. */
  readonly rows: Uint8Array;
  readonly owners: ReadonlyMap<number, string>;
}

interface Block {
  readonly id: string;
  readonly pieces: readonly Written[];
  /** A line break or a footnote counts one, and is between pieces: offset by number of letters before it. */
  readonly breaks: readonly number[];
}

export function authorsOf({ rows, owners }: AuthorsAsked): BlockAuthors[] {
  // Nothing is collected: what was removed is where what was moved is found.
  const doc = new Y.Doc({ gc: false });
  const { update, momentOf } = readLog(rows);
  doc.transact(() => Y.applyUpdate(doc, update));
  const writtenIn = (item: Y.Item): Written => {
    const { client, clock } = item.id;
    const text = (item.content as Y.ContentString).str;
    return { text, personId: owners.get(client) ?? null, moved: false, ...momentOf(client, clock + text.length - 1) };
  };
  const blocks: Block[] = [];
  const removed: Written[][] = [];
  const walk = (parent: Y.XmlFragment): void => {
    for (const item of itemsOf(parent)) {
      const { content } = item;
      if (!(content instanceof Y.ContentType)) continue;
      const { type } = content;
      if (type instanceof Y.XmlText) removedFrom(type);
      else if (type instanceof Y.XmlElement) {
        if (!item.deleted && isWorded(type)) blocks.push(blockOf(type, writtenIn));
        walk(type);
      }
    }
  };
  const removedFrom = (text: Y.XmlText): void => {
    let stretch: Written[] = [];
    for (const item of itemsOf(text)) {
      if (!(item.content instanceof Y.ContentString)) continue;
      if (item.deleted) stretch.push(writtenIn(item));
      else if (stretch.length > 0) {
        removed.push(stretch);
        stretch = [];
      }
    }
    if (stretch.length > 0) removed.push(stretch);
  };
  walk(doc.getXmlFragment(bodyField));
  const given = returnMoved(
    blocks.map(({ pieces }) => pieces),
    removed,
  );
  return blocks.map(({ id, breaks }, at) => ({ blockId: id, runs: runsOf(given[at] ?? [], breaks) }));
}

/** All there is, and when a clock of a client came: by the row that brought it. */
function readLog(rows: Uint8Array) {
  const known = new Map<number, { clock: number; seq: number; at: number }[]>();
  const update = joinRows(rows, ({ sections }, { seq, at }) => {
    for (const { client, end } of sections) {
      const list = known.get(client) ?? [];
      const last = list.at(-1);
      if (last?.seq === seq) last.clock = Math.max(last.clock, end);
      else if (end > (last?.clock ?? 0)) list.push({ clock: end, seq, at });
      known.set(client, list);
    }
  });
  const momentOf = (client: number, clock: number): { seq: number; at: number } => {
    const list = known.get(client) ?? [];
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle]?.clock ?? 0) > clock) high = middle;
      else low = middle + 1;
    }
    const found = list[low];
    return { seq: found?.seq ?? 0, at: found?.at ?? 0 };
  };
  return { update, momentOf };
}

function* itemsOf(parent: Y.XmlFragment | Y.XmlText): Generator<Y.Item> {
  for (let item = parent._start; item !== null; item = item.right) yield item;
}

function isWorded(element: Y.XmlElement): boolean {
  return element.nodeName === 'paragraph' || element.nodeName === 'heading';
}

function blockOf(element: Y.XmlElement, writtenIn: (item: Y.Item) => Written): Block {
  const pieces: Written[] = [];
  const breaks: number[] = [];
  let letters = 0;
  for (const child of itemsOf(element)) {
    if (child.deleted || !(child.content instanceof Y.ContentType)) continue;
    const { type } = child.content;
    if (!(type instanceof Y.XmlText)) {
      breaks.push(letters);
      continue;
    }
    for (const item of itemsOf(type)) {
      if (item.deleted) continue;
      if (item.content instanceof Y.ContentEmbed) breaks.push(letters);
      if (!(item.content instanceof Y.ContentString)) continue;
      const piece = writtenIn(item);
      pieces.push(piece);
      letters += piece.text.length;
    }
  }
  return { id: String(element.getAttribute(blockIdAttribute) ?? ''), pieces, breaks };
}

/** Neighbours of one hand are one stretch. */
function runsOf(pieces: readonly Written[], breaks: readonly number[]): AuthorRun[] {
  const runs: AuthorRun[] = [];
  let letters = 0;
  let passed = 0;
  for (const { text, personId, at, moved } of pieces) {
    while ((breaks[passed] ?? Number.POSITIVE_INFINITY) <= letters) passed += 1;
    const from = letters + passed;
    letters += text.length;
    let inside = passed;
    while ((breaks[inside] ?? Number.POSITIVE_INFINITY) < letters) inside += 1;
    const to = letters + inside;
    const last = runs.at(-1);
    if (last !== undefined && last.to === from && last.personId === personId && last.moved === moved)
      runs[runs.length - 1] = { ...last, to, at: Math.max(last.at, at) };
    else runs.push({ from, to, personId, at, moved });
  }
  return runs;
}
