// What a room accepted and is not on disk yet, and what the next update is judged against: the clocks and owners of all that was accepted.
import { AppError, type ErrorCode } from '@cocrea/shared/errors.ts';
import type { Append } from '../storage/document-store.ts';
import type { Connection } from './connection.ts';
import type { DocumentState } from './document-state.ts';
import { judge, type Judgement, type Knowledge } from './judge.ts';
import type { HouseEdit } from './ports.ts';
import type { Settles } from './settlement.ts';
import { RangeIndex } from './update/range-index.ts';
import type { ReadLimits } from './update/read-update.ts';
import type { UpdateParts } from './update/update-parts.ts';

export interface Accepted {
  /** Null for the house. */
  readonly author: Connection | null;
  readonly update: UpdateParts;
  /** The relayed form of what was received, when nothing had to be cut. */
  readonly frame: Uint8Array | null;
}

/** What goes to the store as one row. */
export interface Row {
  readonly accepted: Accepted[];
  readonly newClients: { clientId: number; userId: string }[];
  readonly settles: Map<Connection, Settles>;
}

export interface IntakeOptions {
  /** What is committed. */
  readonly state: DocumentState;
  readonly owners: ReadonlyMap<number, string>;
  readonly limits: ReadLimits;
  /** Whose screen uses a clientID that has not written yet. */
  readonly userOf: (client: number) => string | undefined;
}

export class Intake {
  readonly #options: IntakeOptions;
  /** Next clocks with what is accepted and not yet committed. */
  readonly #clocks: Map<number, number>;
  readonly #owners: Map<number, string>;
  #deleted: RangeIndex | null = null;
  #filling: Row | null = null;
  #committing: Row | null = null;

  constructor(options: IntakeOptions) {
    this.#options = options;
    this.#clocks = new Map(options.state.clocks);
    this.#owners = new Map(options.owners);
  }

  get clocks(): ReadonlyMap<number, number> {
    return this.#clocks;
  }

  get isCommitting(): boolean {
    return this.#committing !== null;
  }

  /** Nothing is on its way to the store. */
  get isSettled(): boolean {
    return this.#filling === null && this.#committing === null;
  }

  ownerOf(client: number): string | undefined {
    return this.#owners.get(client);
  }

  /** Throws the AppError with which an update is refused. `complete`: it says all its client has. */
  judge(update: Uint8Array, { userId, complete }: { userId: string; complete: boolean }): Judgement {
    if (complete) this.#deleted ??= this.#indexDeletes();
    return judge(update, { known: this.#knowledge(this.#deleted), userId, limits: this.#options.limits, complete });
  }

  /** Takes an update into the row that is being filled. */
  accept(author: Connection, { update, frame }: Omit<Accepted, 'author'>): void {
    this.#filling ??= emptyRow();
    this.#take(this.#filling, { author, update, frame }, () => author.userId);
  }

  /** False where nothing is under way: what the connection sent is settled already. */
  settleLater(connection: Connection, settles: Settles): boolean {
    // Also what brought nothing new waits for the rows under way: it may be in one of them, sent on a connection that broke.
    const row = this.#filling ?? this.#committing;
    const before = row?.settles.get(connection);
    row?.settles.set(connection, { frames: settles.frames, releases: Math.max(settles.releases, before?.releases ?? 0) });
    return row !== null;
  }

  /** The row that was being filled is on its way. */
  takeRow(): Row {
    const row = this.#filling;
    if (row === null || this.#committing !== null) throw new Error('a row is taken that is not there');
    this.#filling = null;
    this.#committing = row;
    return row;
  }

  /** The row of what the house writes is on its way; null when it is nothing new. Throws AppError `stale` when it leans on what is not known. */
  takeHouseRow(edits: readonly HouseEdit[]): Row | null {
    const row = emptyRow();
    const known = { ...this.#knowledge(null), ownerOf: () => undefined };
    for (const { update: bytes, userId, owners } of edits) {
      const judgement = judge(bytes, { known, userId, limits: this.#options.limits, complete: false });
      if (judgement.kind === 'gap') {
        this.#forget(row);
        throw new AppError('stale');
      }
      if (judgement.kind === 'nothing') continue;
      this.#take(row, { author: null, update: judgement.update, frame: null }, (client) => owners?.get(client) ?? userId);
    }
    if (row.accepted.length === 0) return null;
    this.#committing = row;
    return row;
  }

  /** The row that was on its way is on disk. */
  committed(): Row {
    const row = this.#committing;
    if (row === null) throw new Error('a row was committed that is not there');
    this.#committing = null;
    return row;
  }

  /** The store took nothing of the row on its way: it is as if it had never been. */
  refused(): void {
    if (this.#committing !== null) this.#forget(this.#committing);
    this.#committing = null;
  }

  /** The store took nothing of the row on its way, because others wrote before: it goes again, with what was accepted since. */
  putBack(): void {
    const [before, since] = [this.#committing, this.#filling];
    this.#committing = null;
    if (before === null) return;
    this.#filling = before;
    if (since === null) return;
    before.accepted.push(...since.accepted);
    before.newClients.push(...since.newClients);
    for (const [connection, { frames, releases }] of since.settles) {
      before.settles.set(connection, { frames, releases: Math.max(releases, before.settles.get(connection)?.releases ?? 0) });
    }
  }

  /** What another node wrote is on disk and in the state. */
  learn(updates: readonly UpdateParts[], clients: Append['newClients']): void {
    for (const { sections, deletes } of updates) {
      for (const { client, end } of sections) this.#clocks.set(client, Math.max(end, this.#clocks.get(client) ?? 0));
      this.#deleted?.add(deletes);
    }
    // Whoever is on disk was first, whatever was accepted here.
    for (const { clientId, userId } of clients) this.#owners.set(clientId, userId);
  }

  /**
   * Judges what is being filled once more, after others wrote before it: somebody may have come from there with what they had sent here, or
   * one of two have taken the same clientID. `onRefused` is told whose words cannot be stored any more. Gives the row when nothing of it is
   * left to be stored.
   */
  judgeAgain(onRefused: (author: Connection, code: ErrorCode) => void): Row | null {
    const before = this.#filling;
    if (before === null) return null;
    const row: Row = { ...emptyRow(), settles: before.settles };
    this.#clocks.clear();
    for (const [client, clock] of this.#options.state.clocks) this.#clocks.set(client, clock);
    for (const { update } of this.#committing?.accepted ?? []) {
      for (const { client, end } of update.sections) this.#clocks.set(client, Math.max(end, this.#clocks.get(client) ?? 0));
    }
    for (const { clientId, userId } of before.newClients) {
      if (this.#owners.get(clientId) === userId) this.#owners.delete(clientId);
    }
    this.#deleted = null;
    this.#filling = row;
    for (const { author, update, frame } of before.accepted) {
      if (author === null) continue;
      const { userId } = author;
      if (this.#followsOn(update, userId)) {
        this.#take(row, { author, update, frame }, () => userId);
        continue;
      }
      try {
        const judgement = this.judge(update.bytes, { userId, complete: true });
        // It leans on what was refused before it: its author comes back with all they have.
        if (judgement.kind === 'gap' || judgement.gap) throw new AppError('store_unavailable');
        if (judgement.kind === 'nothing') continue;
        const isUncut = judgement.update.bytes === update.bytes;
        this.#take(row, { author, update: judgement.update, frame: isUncut ? frame : null }, () => userId);
      } catch (error) {
        row.settles.delete(author);
        onRefused(author, error instanceof AppError ? error.code : 'internal');
      }
    }
    if (row.accepted.length > 0) return null;
    this.#filling = null;
    return row;
  }

  /** Nothing of it is stored, and nothing lies between what is and where it begins. */
  #followsOn({ sections }: UpdateParts, userId: string): boolean {
    return sections.every(
      ({ client, clock }) => (this.#clocks.get(client) ?? 0) === clock && (this.#owners.get(client) ?? userId) === userId,
    );
  }

  /** Bytes of the row that is being filled. */
  get waitingBytes(): number {
    return (this.#filling?.accepted ?? []).reduce((sum, { update }) => sum + update.bytes.length, 0);
  }

  /** The room is given up. */
  clear(): void {
    this.#filling = null;
    this.#committing = null;
  }

  #knowledge(deleted: RangeIndex | null): Knowledge {
    return {
      clockOf: (client) => this.#clocks.get(client) ?? 0,
      ownerOf: (client) => this.#owners.get(client) ?? this.#options.userOf(client),
      deleted,
    };
  }

  #indexDeletes(): RangeIndex {
    const index = new RangeIndex();
    index.add(this.#options.state.whole().deletes);
    for (const row of [this.#committing, this.#filling]) for (const { update } of row?.accepted ?? []) index.add(update.deletes);
    return index;
  }

  #take(row: Row, accepted: Accepted, ownerOf: (client: number) => string): void {
    const { update } = accepted;
    for (const { client, end } of update.sections) {
      this.#clocks.set(client, end);
      if (this.#owners.has(client)) continue;
      const userId = ownerOf(client);
      this.#owners.set(client, userId);
      row.newClients.push({ clientId: client, userId });
    }
    this.#deleted?.add(update.deletes);
    row.accepted.push(accepted);
  }

  /** Takes back what `#take` noted of a row that was not stored. */
  #forget({ accepted, newClients }: Row): void {
    for (const { update } of accepted) {
      for (const { client, clock } of update.sections) {
        if ((this.#clocks.get(client) ?? 0) <= clock) continue;
        if (clock === 0) this.#clocks.delete(client);
        else this.#clocks.set(client, clock);
      }
    }
    for (const { clientId } of newClients) this.#owners.delete(clientId);
    this.#deleted = null;
  }
}

/** A row as the store takes it. */
export function appendOf(
  { accepted, newClients }: Row,
  { documentId, seq, at }: Pick<Append, 'documentId' | 'seq' | 'at'>,
): Append {
  return { documentId, seq, at, updates: accepted.map(({ update }) => update.bytes), newClients };
}

function emptyRow(): Row {
  return { accepted: [], newClients: [], settles: new Map() };
}
