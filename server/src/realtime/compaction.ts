// When a document has grown enough since its last snapshot, has it compacted in a worker and writes the result beside the rows, never in
// their place. One document at a time: it is never urgent, because the rows alone are enough.
import type { DocumentStore } from '../storage/document-store.ts';
import type { DocumentReader, RealtimeLog } from './ports.ts';
import type { Room } from './room.ts';
import type { UpdateParts } from './update/update-parts.ts';

/** Rows, or bytes, since the last snapshot that are worth a new one: while people write, and when all have left. */
const rowsInUse = 1_000;
const rowsIdle = 50;
const bytesInUse = 512 * 1024;
const bytesIdle = 4 * 1024;
/** While people write, a large document waits for one row for each so many of its bytes. */
const bytesPerRow = 1_024;
/** After a failed try a room is left alone for so many milliseconds. */
const afterFailure = 60_000;

export class Compaction {
  readonly #store: DocumentStore;
  readonly #reader: DocumentReader;
  readonly #log: RealtimeLog;
  readonly #now: () => number;
  readonly #elapsed: () => number;
  readonly #notBefore = new WeakMap<Room, number>();
  #running: Room | null = null;
  #stopped = false;

  constructor({
    store,
    reader,
    log,
    now,
    elapsed,
  }: { store: DocumentStore; reader: DocumentReader; log: RealtimeLog; now: () => number; elapsed: () => number }) {
    this.#store = store;
    this.#reader = reader;
    this.#log = log;
    this.#now = now;
    this.#elapsed = elapsed;
  }

  isRunning(room: Room): boolean {
    return this.#running === room;
  }

  isWanted(room: Room, { isIdle }: { isIdle: boolean }): boolean {
    if (this.#running !== null || this.#stopped || room.isGivenUp) return false;
    const { size } = room.state;
    const rows = isIdle ? rowsIdle : Math.max(rowsInUse, size / bytesPerRow);
    const bytes = isIdle ? bytesIdle : Math.max(bytesInUse, size / 2);
    if (room.rowsSinceSnapshot < rows && room.bytesSinceSnapshot < bytes) return false;
    return this.#elapsed() >= (this.#notBefore.get(room) ?? 0);
  }

  begin(room: Room): void {
    this.#running = room;
    void this.#compact(room).finally(() => {
      this.#running = null;
    });
  }

  /** Begins nothing more. What is under way may end or be cut off: the state is the same. */
  stop(): void {
    this.#stopped = true;
  }

  async #compact(room: Room): Promise<void> {
    const { documentId, lastSeq: seq, snapshotSeq: base } = room;
    const bytesBefore = room.bytesSinceSnapshot;
    const updates = room.state.beginCompaction();
    let compacted: UpdateParts | null = null;
    try {
      const parts = await this.#reader.compact(updates);
      const { bytes: update } = parts;
      const isWritten = await this.#store.writeSnapshot({ documentId, base, seq, at: this.#now(), update });
      if (!isWritten) {
        // Another node was first. Its snapshot is the one to begin from.
        this.#notBefore.set(room, this.#elapsed() + afterFailure);
        const newest = (await this.#store.load(documentId))?.snapshot?.seq ?? null;
        if (newest !== null && newest <= room.lastSeq)
          room.snapshotWritten(newest, { bytesSince: room.bytesSinceSnapshot - bytesBefore });
        return;
      }
      compacted = parts;
      room.snapshotWritten(seq, { bytesSince: room.bytesSinceSnapshot - bytesBefore });
    } catch (error) {
      this.#notBefore.set(room, this.#elapsed() + afterFailure);
      this.#log.warn({ err: error, documentId, seq }, 'A document was not compacted; its rows stand.');
    } finally {
      room.state.endCompaction(compacted);
    }
    if (compacted === null) return;
    try {
      await this.#store.archive(documentId);
    } catch (error) {
      this.#log.warn({ err: error, documentId }, 'Old rows were not moved to history; they stand where they are.');
    }
  }
}
