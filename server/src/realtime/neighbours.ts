// What one room has to do with the same room on other nodes: it tells them what it committed and who is here, hears the same of them, and
// reads from the store what it did not hear. Alone, it only reads.
import type { Bus } from '../bus/bus.ts';
import type { DocumentStore } from '../storage/document-store.ts';
import { decodeNodeMessage, encodeNodeMessage, type NodeMessage, type NodeRow, type ToldPresence } from './node-messages.ts';
import type { RealtimeLog } from './ports.ts';

/** A row of more bytes is not carried: the others read it from the store. */
const carriedBytes = 256 * 1024;
/** Milliseconds a row that was heard waits for the one before it, which may be on its way from a third node. */
const patience = 100;
/** Rows that wait so; more are read from the store. */
const mostHeard = 1_000;
/** Milliseconds after which a hold nobody ended is over: whoever held may be gone. */
export const longestHold = 15_000;

/** A room as its neighbours see it. */
export interface NeighbouringRoom {
  readonly documentId: string;
  readonly generation: string;
  readonly lastSeq: number;
  /** Takes a row of another node, when it is the next one. Throws Malformed. */
  absorb(row: NodeRow): void;
  hearPresence(told: readonly ToldPresence[]): void;
  /** Everybody who is here through this node. */
  presenceHere(): readonly ToldPresence[];
  heldElsewhere(isHeld: boolean): void;
  /** It does not match the store any more. */
  giveUp(code: 'document_not_found' | 'store_unavailable'): void;
}

export interface NeighbourOptions {
  readonly bus: Bus;
  readonly store: Pick<DocumentStore, 'since'>;
  readonly log: RealtimeLog;
}

export class Neighbours {
  readonly #room: NeighbouringRoom;
  readonly #options: NeighbourOptions;
  readonly #topic: string;
  readonly #stop: () => void;
  /** Rows that came before their turn. */
  readonly #heard = new Map<number, NodeRow>();
  #waiting: NodeJS.Timeout | null = null;
  #holding: NodeJS.Timeout | null = null;
  #reading: Promise<void> | null = null;
  #nextReading: Promise<void> | null = null;
  #isClosed = false;

  constructor(room: NeighbouringRoom, options: NeighbourOptions) {
    this.#room = room;
    this.#options = options;
    this.#topic = `document ${room.documentId}`;
    this.#stop = options.bus.subscribe(this.#topic, {
      hear: (message) => this.#hear(message),
      listening: () => {
        // What was committed before one could hear is in the store, and who is here says so when asked.
        void this.#tryReading();
        this.#say({ kind: 'who' });
        this.tellPresence(room.presenceHere());
      },
    });
  }

  tellRow(row: NodeRow): void {
    if (!this.#options.bus.isShared) return;
    const bytes = row.updates.reduce((sum, { length }) => sum + length, 0);
    this.#say(bytes > carriedBytes ? { kind: 'row there', seq: row.seq } : { kind: 'row', row });
  }

  tellPresence(told: readonly ToldPresence[]): void {
    if (this.#options.bus.isShared && told.length > 0) this.#say({ kind: 'presence', told });
  }

  tellHold(isHeld: boolean): void {
    this.#say({ kind: isHeld ? 'hold' : 'let go' });
  }

  /** The room has one more row: what was waiting for it may have its turn. */
  advanced(): void {
    if (this.#heard.size > 0) this.#takeHeard();
  }

  /**
   * Resolves when the room has every row that was in the store when this was asked. Rejects with AppError `store_unavailable` or
   * `document_damaged`.
   */
  readOn(): Promise<void> {
    if (this.#reading === null) return this.#beginReading();
    // The one under way may have looked before what is asked for was written.
    this.#nextReading ??= this.#reading.then(
      () => this.#beginReading(),
      () => this.#beginReading(),
    );
    return this.#nextReading;
  }

  close(): void {
    this.#isClosed = true;
    this.#stop();
    for (const timer of [this.#waiting, this.#holding]) if (timer !== null) clearTimeout(timer);
  }

  #say(message: NodeMessage): void {
    if (this.#options.bus.isShared) this.#options.bus.publish(this.#topic, encodeNodeMessage(message));
  }

  #hear(bytes: Uint8Array): void {
    if (this.#isClosed) return;
    const message = decodeNodeMessage(bytes);
    switch (message.kind) {
      case 'row':
        if (message.row.seq <= this.#room.lastSeq) return;
        this.#heard.set(message.row.seq, message.row);
        this.#takeHeard();
        return;
      case 'row there':
        if (message.seq > this.#room.lastSeq) void this.#tryReading();
        return;
      case 'presence':
        this.#room.hearPresence(message.told);
        return;
      case 'who':
        this.tellPresence(this.#room.presenceHere());
        return;
      case 'hold':
      case 'let go':
        this.#hold(message.kind === 'hold');
    }
  }

  #takeHeard(): void {
    for (let row = this.#heard.get(this.#room.lastSeq + 1); row !== undefined; row = this.#heard.get(this.#room.lastSeq + 1)) {
      this.#room.absorb(row);
    }
    for (const seq of this.#heard.keys()) if (seq <= this.#room.lastSeq) this.#heard.delete(seq);
    if (this.#heard.size > mostHeard) this.#heard.clear();
    else if (this.#heard.size === 0 || this.#waiting !== null) return;
    this.#waiting ??= setTimeout(() => {
      this.#waiting = null;
      void this.#tryReading();
    }, patience);
  }

  #hold(isHeld: boolean): void {
    if (this.#holding !== null) clearTimeout(this.#holding);
    this.#holding = isHeld ? setTimeout(() => this.#hold(false), longestHold) : null;
    this.#room.heldElsewhere(isHeld);
  }

  /** Reads where nobody waits for it: what cannot be read now is looked for again later. */
  async #tryReading(): Promise<void> {
    try {
      await this.readOn();
    } catch (error) {
      const { documentId } = this.#room;
      this.#options.log.warn(
        { err: error, documentId },
        'What other nodes wrote could not be read; it will be looked for again.',
      );
    }
  }

  #beginReading(): Promise<void> {
    this.#nextReading = null;
    const reading = this.#read().finally(() => {
      if (this.#reading === reading) this.#reading = null;
    });
    this.#reading = reading;
    return reading;
  }

  async #read(): Promise<void> {
    const { documentId, generation, lastSeq } = this.#room;
    const since = await this.#options.store.since(documentId, lastSeq);
    if (this.#isClosed) return;
    if (since === null) return this.#room.giveUp('document_not_found');
    if (since.generation !== generation) return this.#room.giveUp('store_unavailable');
    const newClients = [...since.clients].map(([clientId, userId]) => ({ clientId, userId }));
    for (const row of since.rows) this.#room.absorb({ ...row, newClients });
    this.advanced();
  }
}
