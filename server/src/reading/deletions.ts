// What somebody took away from a text, looked at in the text itself: how much of it there was and is gone for good, and the edit that brings it
// back. A deletion is a Yjs update that holds no structs.
import { recorded } from '@cocrea/shared/document/suggestions/decide-suggestions.ts';
import { bodyField } from '@cocrea/shared/document/schema.ts';
import { wordsIn } from '@cocrea/shared/document/word-runs.ts';
import * as Y from 'yjs';
import { cutUpdate } from '../realtime/update/join-updates.ts';
import { RangeIndex } from '../realtime/update/range-index.ts';
import { readStoredUpdate } from '../realtime/update/read-update.ts';
import { unpackUpdates } from '../storage/row-format.ts';
import { treeMerge } from '../storage/tree-merge.ts';

export interface DeletionAsked {
  /** Every row up to the moment before, and those from there to the last deletion. */
  readonly before: Uint8Array;
  readonly since: Uint8Array;
  readonly deletion: Uint8Array;
  /** The clientIDs of whoever deleted: what they typed themselves since and took back is no loss. */
  readonly own: readonly number[];
  /** Whether what others deleted again since counts as gone: of how the text is, or of what this deletion did to it. */
  readonly withOthers: boolean;
}

export interface MeasuredDeletion {
  /** Characters there were, and how many of those are gone and stand nowhere else now. */
  readonly characters: number;
  readonly gone: number;
  /** Characters there are now, at least. */
  readonly left: number;
  /** The deletion without what was written and taken back by the same hand meanwhile. */
  readonly deletion: Uint8Array;
}

/** Words in a row by which a place is recognised, as in comparisons. */
const shingle = 3;

export function measureDeletion({ before, since, deletion, own, withOthers }: DeletionAsked): MeasuredDeletion {
  const doc = new Y.Doc({ gc: false });
  const stood = treeMerge(unpackUpdates(before));
  doc.transact(() => Y.applyUpdate(doc, stood));
  const clocks = Y.decodeStateVector(Y.encodeStateVector(doc));
  const kept = withoutOwn(deletion, { own: new Set(own), clocks });
  const characters = lettersOf(wordsOf(doc));
  let taken = '';
  let next: Y.ID | null = null;
  doc.transact((transaction) => {
    Y.applyUpdate(doc, kept);
    Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return;
      // What was not typed in one go are words of two places.
      taken += next !== null && Y.compareIDs(next, struct.id) ? struct.content.str : `\n${struct.content.str}`;
      next = Y.createID(struct.id.client, struct.id.clock + struct.length);
    });
  });
  const spared = wordsOf(doc);
  const all = readStoredUpdate(treeMerge([stood, ...unpackUpdates(since)]));
  const known = new RangeIndex();
  known.add(readStoredUpdate(stood).deletes);
  known.add(readStoredUpdate(deletion).deletes);
  const deletes = withOthers ? all.deletes : known.triples();
  const now = new Y.Doc({ gc: false });
  now.transact(() => Y.applyUpdate(now, cutUpdate(all.bytes, { sections: all.sections, deletes }).bytes));
  const others = known.missing(all.deletes).filter((_, at) => at % 3 === 2);
  return {
    characters,
    gone: Math.round(lettersOf(taken) * shareLost({ taken, spared, standing: wordsOf(now) })),
    left: Math.max(
      0,
      others.reduce((left, length) => left - length, lettersOf(spared)),
    ),
    deletion: kept,
  };
}

/** One edit that brings back what the deletion took, where it stood, with what others wrote into it; null where nothing is to be brought. */
export function bringBack({ packed, deletion }: { packed: Uint8Array; deletion: Uint8Array }): Uint8Array | null {
  // The text as if it had not been deleted, and then the deletion alone: taking that back is the edit.
  const parts = readStoredUpdate(treeMerge(unpackUpdates(packed)));
  const taken = new RangeIndex();
  taken.add(readStoredUpdate(deletion).deletes);
  const doc = new Y.Doc({ gc: false });
  const spared = cutUpdate(parts.bytes, { sections: parts.sections, deletes: taken.missing(parts.deletes) });
  doc.transact(() => Y.applyUpdate(doc, spared.bytes));
  const undo = new Y.UndoManager(doc.getXmlFragment(bodyField), { trackedOrigins: new Set(['deletion']), captureTimeout: 0 });
  doc.transact(() => Y.applyUpdate(doc, deletion), 'deletion');
  const update = recorded(doc, () => undo.undo());
  undo.destroy();
  return update;
}

function withoutOwn(
  deletion: Uint8Array,
  { own, clocks }: { own: ReadonlySet<number>; clocks: ReadonlyMap<number, number> },
): Uint8Array {
  const { bytes, deletes } = readStoredUpdate(deletion);
  const kept: number[] = [];
  for (let at = 0; at < deletes.length; at += 3) {
    const [client, clock, length] = deletes.slice(at, at + 3) as [number, number, number];
    const most = own.has(client) ? (clocks.get(client) ?? 0) - clock : length;
    if (most > 0) kept.push(client, clock, Math.min(length, most));
  }
  return cutUpdate(bytes, { sections: [], deletes: kept }).bytes;
}

function lettersOf(words: string): number {
  return words.replaceAll('\n', '').length;
}

/** The words that stand in the text, each block on a line. */
function wordsOf(doc: Y.Doc): string {
  const found: string[] = [];
  const walk = (parent: Y.XmlFragment | Y.XmlText): void => {
    for (let item = parent._start; item !== null; item = item.right) {
      if (item.deleted) continue;
      if (item.content instanceof Y.ContentString) found.push(item.content.str);
      else if (item.content instanceof Y.ContentType) {
        const { type } = item.content;
        if (type instanceof Y.XmlElement) found.push('\n');
        if (type instanceof Y.XmlText || type instanceof Y.XmlFragment) walk(type);
      }
    }
  };
  walk(doc.getXmlFragment(bodyField));
  return found.join('');
}

/** How much of the words that were taken did not come back elsewhere: what was moved, or made into another kind of block, is not lost. */
function shareLost({ taken, spared, standing }: Record<'taken' | 'spared' | 'standing', string>): number {
  const lost = shinglesOf(taken);
  if (lost.length === 0) return 1;
  // What stands now and did not before: the same words may stand in a text many times.
  const came = new Map<string, number>();
  for (const one of shinglesOf(standing)) came.set(one, (came.get(one) ?? 0) + 1);
  for (const one of shinglesOf(spared)) came.set(one, (came.get(one) ?? 0) - 1);
  const gone = lost.filter((one) => {
    const left = came.get(one) ?? 0;
    came.set(one, left - 1);
    return left <= 0;
  });
  return gone.length / lost.length;
}

function shinglesOf(text: string): string[] {
  const words = wordsIn(text);
  if (words.length <= shingle) return words.length === 0 ? [] : [words.join(' ')];
  return words.slice(0, 1 - shingle).map((_, at) => words.slice(at, at + shingle).join(' '));
}
