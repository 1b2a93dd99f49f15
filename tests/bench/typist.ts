// Typing prepared in advance, so that while the clock runs the load only sends: one frame a key, and what the text must be at the end.
import * as Y from 'yjs';
import { readTrace, writerOf } from '../traces/trace.ts';
import { updateFrame } from './wire.ts';

export const textName = 'text';

export interface Typist {
  readonly clientId: number;
  /** One frame for each key, in order. */
  readonly frames: readonly Uint8Array[];
  /** Everything this typist wrote, as one update. */
  readonly whole: Uint8Array;
}

const sentence = 'el acuerdo de la mesa se escribe entre todas las personas que están, ';

/** A person who types `keys` characters one after another at the place where they began. */
export function prepareTypist(clientId: number, keys: number): Typist {
  return prepare(clientId, (text) => {
    for (let key = 0; key < keys; key++) text.insert(key, sentence.charAt(key % sentence.length));
  });
}

/**
 * The first `edits` of a paper as it was really written: with corrections, jumps and deletions. One frame for each edit, or for each
 * `batch` of them.
 */
export function preparePaper(clientId: number, { edits, batch = 1 }: { edits: number; batch?: number }): Typist {
  const trace = readTrace('automerge-paper');
  return prepare(clientId, (text) => {
    const write = writerOf(trace, text);
    for (let start = 0; start < edits; start += batch) {
      const some = trace.txns.slice(start, Math.min(edits, start + batch));
      text.doc?.transact(() => some.forEach(write));
    }
  });
}

function prepare(clientId: number, write: (text: Y.Text) => void): Typist {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const frames: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => frames.push(updateFrame(update)));
  write(doc.getText(textName));
  const whole = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return { clientId, frames, whole };
}

/** The text that everybody who holds these updates sees. */
export function textOf(updates: Iterable<Uint8Array>): string {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  const text = doc.getText(textName).toString();
  doc.destroy();
  return text;
}

/**
 * Up to which key of each writer an update reaches. Readers of a room are sent the same bytes, so what one of them heard is
 * remembered for the others, and counting costs the load little.
 */
export function createKeyReader(): (update: Uint8Array) => ReadonlyMap<number, number> {
  const known = new Map<string, ReadonlyMap<number, number>>();
  return (update) => {
    const bytes = Buffer.from(update.buffer, update.byteOffset, update.byteLength);
    const mark = `${bytes.length} ${bytes.toString('latin1', 0, 24)} ${bytes.toString('latin1', Math.max(0, bytes.length - 24))}`;
    const before = known.get(mark);
    if (before) return before;
    if (known.size > 2_000) known.clear();
    const keys = Y.parseUpdateMeta(Uint8Array.from(update)).to;
    known.set(mark, keys);
    return keys;
  };
}
