// What is committed of one document, held as bytes: a base, what came since in two steps, and all of it joined for whoever comes in. No Y.Doc.
import { AppError } from '@cocrea/shared/errors.ts';
import * as Y from 'yjs';
import { treeMerge } from '../storage/tree-merge.ts';
import type { StoredDocument } from '../storage/document-store.ts';
import { encodeClocks, stepTwoFrame } from './frames.ts';
import type { DocumentReader } from './ports.ts';
import { cutUpdate, joinUpdates } from './update/join-updates.ts';
import { readStoredUpdate } from './update/read-update.ts';
import type { UpdateParts } from './update/update-parts.ts';

/**
 * The tail is folded into the middle beyond so many updates (more where there is more to copy), or so many bytes; the middle into the base when
 * it is no longer small beside it. So a large base is copied when somebody comes in or it is compacted, and not because people write.
 */
const tailUpdates = 512;
const bytesPerUpdate = 256;
const tailBytes = 64 * 1024;
const share = 1 / 4;
/** Differences of larger states are made in a worker. */
const inlineBytes = 64 * 1024;
/** Differences kept for others who come back with the same state. */
const keptDifferences = 16;

const nothing: UpdateParts = { bytes: Uint8Array.of(0, 0), sections: [], deletes: [] };

export class DocumentState {
  readonly #clocks = new Map<number, number>();
  readonly #reader: DocumentReader;
  #base: UpdateParts;
  #middle: UpdateParts = nothing;
  #tail: UpdateParts[] = [];
  #tailBytes = 0;
  /** While its base is being compacted elsewhere, the tail stays apart from it. */
  #held = false;
  #whole: UpdateParts | null = null;
  #frame: Uint8Array | null = null;
  /** Frames by encoded state vector of who asked, for the present state. */
  readonly #differences = new Map<string, Uint8Array | Promise<Uint8Array>>();

  constructor(reader: DocumentReader, stored: Pick<StoredDocument, 'snapshot' | 'tail'>) {
    this.#reader = reader;
    this.#base = stored.snapshot === null ? nothing : readStoredUpdate(stored.snapshot.update);
    this.#count(this.#base);
    for (const row of stored.tail) {
      for (const update of row.updates) this.#push(readStoredUpdate(update));
    }
  }

  /** Next clock of every client, of what is committed. Not to be changed by others. */
  get clocks(): ReadonlyMap<number, number> {
    return this.#clocks;
  }

  /** Bytes of the state, about. */
  get size(): number {
    return this.#base.bytes.length + this.#middle.bytes.length + this.#tailBytes;
  }

  /** Takes what was just committed. */
  append(updates: readonly UpdateParts[]): void {
    for (const update of updates) this.#push(update);
    this.#whole = null;
    this.#frame = null;
    this.#differences.clear();
    const { length } = this.#middle.bytes;
    const isLong = this.#tail.length > Math.max(tailUpdates, length / bytesPerUpdate);
    if (isLong || this.#tailBytes > Math.max(tailBytes, length * share)) this.#foldTail();
  }

  /** All of it as one update, made once for everybody. */
  whole(): UpdateParts {
    this.#whole ??= joined([this.#base, this.#middle, ...this.#tail]);
    if (!this.#held) this.#become(this.#whole);
    return this.#whole;
  }

  /**
   * The step two for a client that has `clocks`, which encode to `stateVector`: the same bytes to all who have the same. At once
   * for who has nothing, for who lacks only whole sections, and for small documents; from a worker else.
   */
  stepTwo({
    stateVector,
    clocks,
  }: {
    stateVector: Uint8Array;
    clocks: ReadonlyMap<number, number>;
  }): Uint8Array | Promise<Uint8Array> {
    if (clocks.size === 0) return (this.#frame ??= this.#encoded());
    const key = Buffer.from(stateVector).toString('latin1');
    const kept = this.#differences.get(key);
    if (kept !== undefined) return kept;
    const made = this.#difference(stateVector, clocks);
    if (this.#differences.size >= keptDifferences) this.#differences.clear();
    this.#differences.set(key, made);
    if (made instanceof Promise) {
      // A failure is told to whoever asked; the next one asks anew.
      made.catch(() => {
        if (this.#differences.get(key) === made) this.#differences.delete(key);
      });
    }
    return made;
  }

  /** The difference since the state had `clocks`, as a step two. */
  since(clocks: ReadonlyMap<number, number>): Uint8Array | Promise<Uint8Array> {
    return this.stepTwo({ stateVector: encodeClocks(clocks), clocks });
  }

  /** Gives all there is, as few updates, for compaction, and keeps what follows apart from it until `endCompaction`. */
  beginCompaction(): readonly Uint8Array[] {
    this.#foldTail();
    this.#held = true;
    return [this.#base, this.#middle].filter((parts) => parts !== nothing).map(({ bytes }) => bytes);
  }

  /** Puts the compacted form in place of what `beginCompaction` gave; null leaves that as it was. */
  endCompaction(compacted: UpdateParts | null): void {
    this.#held = false;
    if (compacted === null) return;
    this.#base = compacted;
    this.#middle = nothing;
    this.#whole = null;
    this.#frame = null;
    this.#differences.clear();
  }

  #difference(stateVector: Uint8Array, clocks: ReadonlyMap<number, number>): Uint8Array | Promise<Uint8Array> {
    const whole = this.whole();
    const lacking = whole.sections.filter(({ client, end }) => (clocks.get(client) ?? 0) < end);
    if (lacking.every(({ client, clock }) => (clocks.get(client) ?? 0) <= clock)) {
      return stepTwoFrame(cutUpdate(whole.bytes, { sections: lacking, deletes: whole.deletes }).bytes);
    }
    if (whole.bytes.length <= inlineBytes) return stepTwoFrame(Y.diffUpdate(whole.bytes, stateVector));
    return this.#reader.diff(whole.bytes, stateVector.slice()).then(stepTwoFrame);
  }

  /** The whole as a frame, of which the whole is then a part, so that it is kept once. */
  #encoded(): Uint8Array {
    const whole = this.whole();
    const frame = stepTwoFrame(whole.bytes);
    const isBase = this.#base === whole;
    this.#whole = { ...whole, bytes: frame.subarray(frame.length - whole.bytes.length) };
    if (isBase) this.#become(this.#whole);
    return frame;
  }

  #push(update: UpdateParts): void {
    this.#tail.push(update);
    this.#tailBytes += update.bytes.length;
    this.#count(update);
  }

  #count(update: UpdateParts): void {
    for (const { client, end } of update.sections) this.#clocks.set(client, Math.max(end, this.#clocks.get(client) ?? 0));
  }

  #foldTail(): void {
    if (this.#held || this.#tail.length === 0) return;
    const since = joined([this.#middle, ...this.#tail]);
    if (since.bytes.length > this.#base.bytes.length * share) {
      this.#become(joined([this.#base, since]));
      return;
    }
    this.#middle = since;
    this.#tail = [];
    this.#tailBytes = 0;
  }

  #become(whole: UpdateParts): void {
    this.#base = whole;
    this.#middle = nothing;
    this.#tail = [];
    this.#tailBytes = 0;
  }
}

function joined(parts: readonly UpdateParts[]): UpdateParts {
  const some = parts.filter((one) => one !== nothing);
  if (some.length === 0) return nothing;
  // Only a log that something else than the judge wrote can fail to join.
  return joinUpdates(some) ?? readStoredUpdate(treeMerge(some.map(({ bytes }) => bytes)));
}

/** Refuses a document whose rows do not begin where its snapshot ends. */
export function assertWhole({ documentId, snapshot, tail, lastSeq }: StoredDocument): void {
  let seq = snapshot?.seq ?? 0;
  for (const row of tail) {
    if (row.seq !== seq + 1) throw new AppError('document_damaged', { documentId, seq: seq + 1 });
    seq = row.seq;
  }
  if (seq !== lastSeq) throw new AppError('document_damaged', { documentId, seq: lastSeq });
}
