// Reads a recorded text, and writes its edits into a Yjs text as its authors did.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as Y from 'yjs';

/** `[position, deleted, inserted]`, in Unicode code points. */
type Patch = readonly [number, number, string];
interface Transaction {
  readonly patches: readonly Patch[];
  /** Only in texts of several authors. */
  readonly agent?: number;
  /** What the author had seen: indices of transactions, which stand for everything before them too. */
  readonly parents?: readonly number[];
}
export interface Trace {
  readonly txns: readonly Transaction[];
  readonly endContent: string;
}

export function readTrace(name: 'friendsforever' | 'automerge-paper'): Trace {
  const packed = readFileSync(join(import.meta.dirname, `${name}.json.gz`));
  return JSON.parse(gunzipSync(packed).toString()) as Trace;
}

/** How the edits of this trace are written into `text`, which must hold exactly what each edit's author had seen. */
export function writerOf(trace: Trace, text: Y.Text): (transaction: Transaction) => void {
  // Yjs counts UTF-16 units: the same number, unless the trace has characters outside the basic plane. Only then is the text read.
  const pairs = /[\u{10000}-\u{10FFFF}]/u;
  const readsText = trace.txns.some(({ patches }) => patches.some(([, , inserted]) => pairs.test(inserted)));
  const unitsBefore = (codePoints: number): number =>
    readsText ? Array.from(text.toString()).slice(0, codePoints).join('').length : codePoints;
  return ({ patches }) => {
    for (const [position, deleted, inserted] of patches) {
      const start = unitsBefore(position);
      if (deleted > 0) text.delete(start, unitsBefore(position + deleted) - start);
      if (inserted !== '') text.insert(start, inserted);
    }
  };
}

/** One edit as its author made it: the Yjs update, and how many edits of each author they had seen. */
export interface Authored {
  readonly agent: number;
  readonly update: Uint8Array;
  readonly seen: readonly number[];
}

/**
 * Makes the updates of a trace of two authors: each writes in a document of their own that holds exactly what the parents of the next
 * edit cover. clientIDs are 1 and 2, in the order of agent, as the recorded end text wants it.
 */
export function authorAll(trace: Trace, rootName: string): readonly Authored[] {
  const authors = [1, 2].map((clientID) => {
    const doc = new Y.Doc();
    doc.clientID = clientID;
    let made: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'other') made.push(update);
    });
    const write = writerOf(trace, doc.getText(rootName));
    return {
      doc,
      updates: [] as Uint8Array[],
      holds: 0,
      make: (transaction: Transaction): Uint8Array => {
        made = [];
        doc.transact(() => write(transaction));
        const [update] = made;
        if (!update || made.length !== 1) throw new Error(`an edit made ${made.length} updates`);
        return update;
      },
    };
  });
  const seenAfter: number[][] = [];
  return trace.txns.map((transaction) => {
    const agent = transaction.agent ?? 0;
    const [author, other] = [authors[agent], authors[1 - agent]];
    if (!author || !other) throw new Error('a trace of two authors has agents 0 and 1');
    const seen = [0, 1].map((one) => Math.max(0, ...(transaction.parents ?? []).map((parent) => seenAfter[parent]?.[one] ?? 0)));
    if (seen[agent] !== author.updates.length) throw new Error('an author has seen all of their own edits');
    const wanted = seen[1 - agent] ?? 0;
    if (wanted < author.holds) throw new Error('an author does not forget what they saw');
    for (const update of other.updates.slice(author.holds, wanted)) Y.applyUpdate(author.doc, update, 'other');
    author.holds = wanted;
    const update = author.make(transaction);
    author.updates.push(update);
    seenAfter.push(seen.map((count, one) => (one === agent ? author.updates.length : count)));
    return { agent, update, seen };
  });
}
