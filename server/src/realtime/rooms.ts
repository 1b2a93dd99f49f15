// Which documents are in memory: each loaded once however many ask, and left only when nobody is there and nothing is on its way to disk.
import { AppError } from '@cocrea/shared/errors.ts';
import type { DocumentStore } from '../storage/document-store.ts';
import type { Compaction } from './compaction.ts';
import { assertWhole } from './document-state.ts';
import type { RealtimeLog, RealtimeMetrics } from './ports.ts';
import { Room, type RoomOptions } from './room.ts';

export interface RoomsOptions {
  readonly store: DocumentStore;
  readonly compaction: Compaction;
  readonly room: Omit<RoomOptions, 'onGivenUp'>;
  readonly metrics: RealtimeMetrics;
  readonly log: RealtimeLog;
  readonly elapsed: () => number;
  /** Milliseconds an empty room stays. */
  readonly idle: number;
}

export class Rooms {
  readonly #options: RoomsOptions;
  readonly #rooms = new Map<string, Room>();
  readonly #loading = new Map<string, Promise<Room>>();
  #isClosed = false;

  constructor(options: RoomsOptions) {
    this.#options = options;
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
   * The room of a document, expecting one more: `release` it when that one has entered or will not. Throws AppError
   * `document_not_found`, `document_damaged` or `store_unavailable`, and then leaves nothing behind.
   */
  async expect(documentId: string): Promise<Room> {
    const room = this.#rooms.get(documentId) ?? (await (this.#loading.get(documentId) ?? this.#load(documentId)));
    // Between the end of a load and here nothing else runs that could drop the room: sweeps are tasks, this is a microtask.
    room.expected += 1;
    return room;
  }

  release(room: Room): void {
    room.expected -= 1;
  }

  /** Regular care: presence of all rooms, compaction of those that have grown, farewell to those that are empty. */
  sweep(): void {
    const now = this.#options.elapsed();
    for (const room of this.#rooms.values()) {
      room.presence.sweep();
      const isIdle = room.connections.size === 0 && room.expected === 0 && now - room.emptySince >= this.#options.idle;
      if (this.#options.compaction.isWanted(room, { isIdle })) this.#options.compaction.begin(room);
      else if (isIdle && room.isSettled && !this.#options.compaction.isRunning(room)) this.#forget(room);
    }
  }

  /** Forgets every room at once, and makes no more: the engine is closing. */
  close(): void {
    this.#isClosed = true;
    for (const room of [...this.#rooms.values()]) this.#forget(room);
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
