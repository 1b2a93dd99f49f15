// Group commit: what all rooms accepted since the last commit goes to the store as one transaction; then the rooms are told, in order.
// One commit at a time. A failed one is tried again with the same rows until it succeeds, so that no room ever gets a hole.
import { AppError, type ErrorCode } from '@cocrea/shared/errors.ts';
import type { Append, DocumentStore } from '../storage/document-store.ts';
import { CommitPace } from './commit-pace.ts';
import type { RealtimeLog, RealtimeMetrics } from './ports.ts';
import type { RealtimeTiming } from './timing.ts';

/** A stretch of time in which the store takes nothing: one object for each. */
export interface StoreAway {
  readonly code: ErrorCode;
}

/** A room as the commit sees it. */
export interface CommittingRoom {
  readonly documentId: string;
  /** A row was taken, and its end is not told yet. */
  readonly isCommitting: boolean;
  /** Closes the row that was being filled and gives it; called only when there is one, and not again before its end is told. */
  takeRow(): Append;
  /** Nothing is filled or on its way. */
  readonly isSettled: boolean;
  /** The row is on disk. */
  rowCommitted(): void;
  /** Nothing of the row is stored, because others wrote before it, up to that seq: it will go again, behind theirs. */
  rowOvertaken(storedSeq: number): void;
  /** The store does not take it now; it will be tried again. Told once for each stretch of failures. */
  storeAway(away: StoreAway): void;
  /** The row can never be stored as it is: the room must be left and loaded anew. */
  giveUp(code: ErrorCode): void;
}

export interface CommitOptions {
  readonly store: DocumentStore;
  readonly metrics: RealtimeMetrics;
  readonly log: RealtimeLog;
  readonly elapsed: () => number;
  readonly timing: RealtimeTiming;
  /** Bytes that may wait before writers are no longer read. */
  readonly pendingBytes: number;
  /** Told when more waits than that, and when it is half of it again. */
  readonly onPressure: (pressed: boolean) => void;
}

interface TakenRow {
  readonly room: CommittingRoom;
  readonly append: Append;
  readonly bytes: number;
}

interface Overtaken {
  readonly room: CommittingRoom;
  /** The last seq others wrote. */
  readonly storedSeq: number;
}

/** Failures of a whole batch that one row of it causes, whatever is done about the store. */
const ownFaults: readonly ErrorCode[] = ['stale', 'document_not_found', 'document_frozen', 'id_taken', 'document_damaged'];
/** A failure without a name is blamed on a single row after so many tries. */
const unnamedTries = 3;

export class GroupCommit {
  readonly #options: CommitOptions;
  readonly #pace: CommitPace;
  readonly #waiting = new Map<CommittingRoom, number>();
  /** Rooms whose next row somebody else writes down: what they fill meanwhile waits. */
  readonly #reserved = new Set<CommittingRoom>();
  /** Rooms that read what others wrote before them, with a row of their own that is not stored. */
  readonly #overtaken = new Set<CommittingRoom>();
  #onCommitEnd: (() => void)[] = [];
  #running = false;
  #scheduled = false;
  #notBefore = 0;
  #pendingBytes = 0;
  #pressed = false;
  #away: StoreAway | null = null;
  #stopped = false;
  #whenIdle: (() => void)[] = [];
  #wake: (() => void) | null = null;

  constructor(options: CommitOptions) {
    this.#options = options;
    this.#pace = new CommitPace(options.elapsed);
  }

  get pendingBytes(): number {
    return this.#pendingBytes;
  }

  get isPressed(): boolean {
    return this.#pressed;
  }

  /** From a failed try to the next that succeeds; null otherwise. */
  get storeAway(): StoreAway | null {
    return this.#away;
  }

  /** The room has one more update of so many bytes in the row it is filling. */
  add(room: CommittingRoom, bytes: number): void {
    this.#waiting.set(room, (this.#waiting.get(room) ?? 0) + bytes);
    this.#count(bytes);
    this.#schedule();
  }

  /** A room whose row was overtaken goes on with what it has, which may be nothing any more. */
  goOn(room: CommittingRoom, bytes: number): void {
    this.#overtaken.delete(room);
    if (bytes > 0) this.add(room, bytes);
    for (const resolve of this.#onCommitEnd.splice(0)) resolve();
    this.#tellIdle();
  }

  #schedule(): void {
    if (this.#running || this.#scheduled || !this.#hasWork) return;
    this.#scheduled = true;
    const gap = this.#notBefore - this.#options.elapsed();
    const run = (): void => {
      this.#scheduled = false;
      void this.#run();
    };
    // Without a gap the commit still begins after this turn, with all that arrives in it.
    if (gap > 0) setTimeout(run, gap);
    else setImmediate(run);
  }

  /**
   * Takes no row of this room until `release`; resolves when none of it is under way. AppError `store_unavailable` when that takes longer
   * than so many milliseconds.
   */
  async reserve(room: CommittingRoom, patience: number): Promise<void> {
    this.#reserved.add(room);
    await this.#until(() => !room.isCommitting, patience);
  }

  release(room: CommittingRoom): void {
    if (this.#reserved.delete(room)) this.#schedule();
    this.#tellIdle();
  }

  /** Resolves when all that this room accepted is on disk; as `reserve` otherwise. */
  async settled(room: CommittingRoom, patience: number): Promise<void> {
    await this.#until(() => room.isSettled, patience);
  }

  async #until(isSo: () => boolean, patience: number): Promise<void> {
    const last = this.#options.elapsed() + patience;
    while (!isSo()) {
      const left = last - this.#options.elapsed();
      if (left <= 0 || this.#stopped) throw new AppError('store_unavailable');
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#onCommitEnd.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  get #hasWork(): boolean {
    for (const room of this.#waiting.keys()) if (!this.#reserved.has(room)) return true;
    return false;
  }

  /** Forgets what a room was filling: it gives itself up. */
  drop(room: CommittingRoom): void {
    this.#count(-(this.#waiting.get(room) ?? 0));
    this.#waiting.delete(room);
    this.#overtaken.delete(room);
    for (const resolve of this.#onCommitEnd.splice(0)) resolve();
    this.#tellIdle();
  }

  /** Resolves when nothing waits and nothing is being committed. */
  idle(): Promise<void> {
    if (this.#isIdle) return Promise.resolve();
    return new Promise((resolve) => this.#whenIdle.push(resolve));
  }

  /** Gives up trying again: what is not committed by now never will be by this process. */
  stop(): void {
    this.#stopped = true;
    this.#wake?.();
  }

  get #isIdle(): boolean {
    return !this.#running && ((this.#waiting.size === 0 && this.#overtaken.size === 0) || this.#stopped);
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#hasWork && !this.#stopped) {
      const rows = this.#take();
      await this.#commit(rows);
      for (const row of rows) this.#count(-row.bytes);
      for (const resolve of this.#onCommitEnd.splice(0)) resolve();
      const { gap } = this.#pace;
      this.#notBefore = gap === 0 ? 0 : this.#options.elapsed() + gap;
      if (gap > 0 && this.#hasWork) await this.#pause(gap);
    }
    this.#running = false;
    this.#tellIdle();
  }

  #take(): TakenRow[] {
    const rows: TakenRow[] = [];
    for (const [room, bytes] of this.#waiting) {
      if (this.#reserved.has(room)) continue;
      this.#waiting.delete(room);
      const append = room.takeRow();
      this.#pace.note(room.documentId, append.updates.length);
      rows.push({ room, append, bytes });
    }
    return rows;
  }

  /** Ends when every row is committed, given up, or the whole is stopped. */
  async #commit(taken: readonly TakenRow[]): Promise<void> {
    const { store, metrics, log, elapsed, timing } = this.#options;
    let rows = taken;
    let pause = timing.retry;
    for (let tries = 1; !this.#stopped; tries++) {
      const begun = elapsed();
      try {
        await store.append(rows.map(({ append }) => append));
      } catch (error) {
        const code = error instanceof AppError ? error.code : 'store_unavailable';
        metrics.commitFailed(code);
        const overtaken = overtakenOf(rows, error);
        if (overtaken !== null) {
          this.#overtake(overtaken);
          rows = rows.filter(({ room }) => room !== overtaken.room);
          if (rows.length === 0) return;
          continue;
        }
        if (ownFaults.includes(code) || (!(error instanceof AppError) && tries >= unnamedTries)) {
          log.error({ err: error, code, rooms: rows.length }, 'A commit was refused.');
          return this.#eachAlone(rows, code);
        }
        if (this.#away === null) log.error({ err: error, code }, 'The store takes nothing; what is written waits in memory.');
        this.#tellAway(rows, code);
        await this.#pause(pause);
        pause = Math.min(pause * 2, timing.retryMost);
        continue;
      }
      if (this.#away !== null) log.info({ tries }, 'The store takes what is written again.');
      this.#away = null;
      metrics.committed({
        milliseconds: elapsed() - begun,
        rooms: rows.length,
        updates: rows.reduce((sum, { append }) => sum + append.updates.length, 0),
      });
      for (const { room } of rows) {
        // A room that fails when it is told cannot be trusted any more; the others must be told all the same.
        if (!this.#safely(() => room.rowCommitted())) this.#safely(() => room.giveUp('internal'));
      }
      return;
    }
  }

  #overtake({ room, storedSeq }: Overtaken): void {
    this.#overtaken.add(room);
    if (!this.#safely(() => room.rowOvertaken(storedSeq))) this.#safely(() => room.giveUp('internal'));
  }

  /** Finds out which row a failure was about, so that the others are not held up by it. */
  async #eachAlone(rows: readonly TakenRow[], code: ErrorCode): Promise<void> {
    if (rows.length === 1) {
      for (const { room } of rows) this.#safely(() => room.giveUp(code));
      return;
    }
    for (const row of rows) await this.#commit([row]);
  }

  #tellAway(rows: readonly TakenRow[], code: ErrorCode): void {
    if (this.#away !== null) return;
    const away = { code };
    this.#away = away;
    for (const { room } of rows) this.#safely(() => room.storeAway(away));
  }

  /** What a room does when told must not keep the others from being told. False when it failed. */
  #safely(tell: () => void): boolean {
    try {
      tell();
      return true;
    } catch (error) {
      this.#options.log.error({ err: error }, 'A room failed while it was told of a commit.');
      return false;
    }
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(done, milliseconds);
      const wake = (): void => done();
      this.#wake = wake;
      function done(): void {
        clearTimeout(timer);
        resolve();
      }
    });
  }

  #count(bytes: number): void {
    this.#pendingBytes += bytes;
    const { pendingBytes, onPressure } = this.#options;
    if (!this.#pressed && this.#pendingBytes > pendingBytes) {
      this.#pressed = true;
      onPressure(true);
    } else if (this.#pressed && this.#pendingBytes <= pendingBytes / 2) {
      this.#pressed = false;
      onPressure(false);
    }
  }

  #tellIdle(): void {
    if (!this.#isIdle) return;
    for (const resolve of this.#whenIdle.splice(0)) resolve();
  }
}

/** The room a batch was refused for because others wrote into its document; null where it was refused for something else. */
function overtakenOf(rows: readonly TakenRow[], error: unknown): Overtaken | null {
  if (!(error instanceof AppError) || error.code !== 'stale') return null;
  const { document, lastSeq } = error.details;
  const room = rows.find(({ append }) => append.documentId === document)?.room;
  return room === undefined || typeof lastSeq !== 'number' ? null : { room, storedSeq: lastSeq };
}
