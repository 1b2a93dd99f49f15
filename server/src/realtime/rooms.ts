// Which documents are in memory: each loaded once however many ask, and left only when nobody is there and nothing is on its way to disk.
import { AppError } from '@cocrea/shared/errors.ts';
import type { Bus } from '../bus/bus.ts';
import type { DocumentStore } from '../storage/document-store.ts';
import type { Compaction } from './compaction.ts';
import { assertWhole } from './document-state.ts';
import type { RealtimeLog, RealtimeMetrics } from './ports.ts';
import { Room, type RoomOptions } from './room.ts';
import type { RealtimeTiming } from './timing.ts';

export interface RoomsOptions {
  readonly store: DocumentStore;
  readonly compaction: Compaction;
  readonly room: Omit<RoomOptions, 'onGivenUp'>;
  readonly metrics: RealtimeMetrics;
  readonly log: RealtimeLog;
  readonly bus: Bus;
  readonly elapsed: () => number;
  readonly timing: Pick<RealtimeTiming, 'idle' | 'lookWhileUp' | 'lookWhileDown'>;
}

export class Rooms {
  readonly #options: RoomsOptions;
  readonly #rooms = new Map<string, Room>();
  readonly #loading = new Map<string, Promise<Room>>();
  #lookedAt: number;
  #isClosed = false;

  constructor(options: RoomsOptions) {
    this.#options = options;
    this.#lookedAt = options.elapsed();
  }

  get size(): number {
    return this.#rooms.size;
  }

  /** True while there is a room, or one is being made. */
  get isInUse(): boolean {
    return this.#rooms.size > 0 || this.#loading.size > 0;
  }

  all(): Iterable<Room> {
    return this.#rooms.values();
  }

  get(documentId: string): Room | undefined {
    return this.#rooms.get(documentId);
  }

  /**
   * The room of a document, expecting one more, with all that was in the store when this was asked: whoever comes may have seen it on
   * another node. `release` it when that one has entered or will not. Throws AppError `document_not_found`, `document_damaged` or
   * `store_unavailable`, and then leaves nothing behind.
   */
  async expect(documentId: string): Promise<Room> {
    const known = this.#rooms.get(documentId);
    const isLoading = this.#loading.has(documentId);
    const room = known ?? (await (this.#loading.get(documentId) ?? this.#load(documentId)));
    // Between the end of a load and here nothing else runs that could drop the room: sweeps are tasks, this is a microtask.
    room.expected += 1;
    if (!this.#options.bus.isShared || (known === undefined && !isLoading)) return room;
    try {
      await room.readOn();
      if (!room.isGivenUp) return room;
    } catch (error) {
      room.expected -= 1;
      throw error;
    }
    // What stands in the store is another text than this room's: whoever comes is for that one.
    room.expected -= 1;
    return this.expect(documentId);
  }

  release(room: Room): void {
    room.expected -= 1;
  }

  /** Regular care: presence of all rooms, compaction of those that have grown, farewell to those that are empty. */
  sweep(): void {
    const now = this.#options.elapsed();
    const { bus, timing } = this.#options;
    if (bus.isShared && this.#rooms.size > 0 && now - this.#lookedAt >= (bus.isUp ? timing.lookWhileUp : timing.lookWhileDown)) {
      this.#lookedAt = now;
      void this.#look();
    }
    for (const room of this.#rooms.values()) {
      room.presence.sweep();
      const isIdle = room.connections.size === 0 && room.expected === 0 && now - room.emptySince >= this.#options.timing.idle;
      if (this.#options.compaction.isWanted(room, { isIdle })) this.#options.compaction.begin(room);
      else if (isIdle && room.isSettled && !this.#options.compaction.isRunning(room)) this.#forget(room);
    }
  }

  /** The documents somebody has open. */
  *visited(): Iterable<string> {
    for (const { documentId, connections } of this.#rooms.values()) if (connections.size > 0) yield documentId;
  }

  /** Forgets every room at once, and makes no more: the engine is closing. */
  close(): void {
    this.#isClosed = true;
    for (const room of [...this.#rooms.values()]) this.#forget(room);
  }

  /** Looks for what other nodes wrote and was not heard of here: the line between nodes may lose anything. */
  async #look(): Promise<void> {
    const { store, log } = this.#options;
    try {
      for (const [documentId, seq] of await store.lastSeqs([...this.#rooms.keys()])) {
        const room = this.#rooms.get(documentId);
        if (room !== undefined && room.lastSeq < seq) await room.readOn();
      }
    } catch (error) {
      log.warn({ err: error }, 'The store could not be asked what other nodes wrote; it will be asked again.');
    }
  }

  #load(documentId: string): Promise<Room> {
    const loading = this.#make(documentId).finally(() => this.#loading.delete(documentId));
    this.#loading.set(documentId, loading);
    return loading;
  }

  async #make(documentId: string): Promise<Room> {
    const { store, log, metrics, room: options } = this.#options;
    const stored = await store.load(documentId);
    if (this.#isClosed) throw new AppError('restarting');
    if (stored === null) throw new AppError('document_not_found');
    assertWhole(stored);
    if (stored.damage.length > 0) log.error({ documentId, damage: stored.damage }, 'A document was read around damage.');
    const room = new Room(stored, { ...options, onGivenUp: (given) => this.#forget(given) });
    this.#rooms.set(documentId, room);
    metrics.rooms(1);
    return room;
  }

  #forget(room: Room): void {
    if (this.#rooms.get(room.documentId) !== room) return;
    this.#rooms.delete(room.documentId);
    room.close();
    this.#options.metrics.rooms(-1);
  }
}
