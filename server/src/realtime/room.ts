// One document in memory: who is in it, what it accepted and what of that is committed. Judges, fills the next row, acknowledges what is
// on disk, and only then shows it to others. One idea in one file: the way of an update through a room.
import { AppError, type ErrorCode } from '@cocrea/shared/errors.ts';
import { encodeHello } from '@cocrea/shared/protocol/hello.ts';
import { PROTOCOL_VERSION } from '@cocrea/shared/protocol/message-type.ts';
import type { Bus } from '../bus/bus.ts';
import type { Append, StoredDocument } from '../storage/document-store.ts';
import type { CommittingRoom, GroupCommit, StoreAway } from './commit.ts';
import type { Connection } from './connection.ts';
import { DocumentState } from './document-state.ts';
import { encodeClocks, lifeFrame, relayCopy, type RoomMessage, stepOneFrame } from './frames.ts';
import { judge, type Knowledge } from './judge.ts';
import type { RealtimeLimits } from './limits.ts';
import type { CommittedText, DeletedInRow, DocumentReader, HouseEdit, Identity, RealtimeLog, RealtimeMetrics } from './ports.ts';
import { Presence } from './presence.ts';
import { Relay } from './relay.ts';
import type { Settles } from './settlement.ts';
import type { RealtimeTiming } from './timing.ts';
import { RangeIndex } from './update/range-index.ts';
import type { UpdateParts } from './update/update-parts.ts';

export interface RoomOptions {
  readonly commit: GroupCommit;
  readonly reader: DocumentReader;
  readonly bus: Bus;
  readonly limits: RealtimeLimits;
  readonly metrics: RealtimeMetrics;
  readonly log: RealtimeLog;
  /** Milliseconds since 1970: dates rows. */
  readonly now: () => number;
  readonly elapsed: () => number;
  readonly timing: RealtimeTiming;
  readonly onCommitted: (row: CommittedText) => void;
  readonly onPeople: (room: Room) => void;
  /** The room can no longer be trusted to match the store and was left by all: forget it. */
  readonly onGivenUp: (room: Room) => void;
}

interface Accepted {
  /** Null for the house. */
  readonly author: Connection | null;
  readonly update: UpdateParts;
  /** The relayed form of what was received, when nothing had to be cut. */
  readonly frame: Uint8Array | null;
}

/** What goes to the store as one row. */
interface Row {
  readonly accepted: Accepted[];
  readonly newClients: { clientId: number; userId: string }[];
  readonly settles: Map<Connection, Settles>;
  at: number;
}

export class Room implements CommittingRoom {
  readonly documentId: string;
  readonly generation: string;
  readonly connections = new Set<Connection>();
  readonly presence: Presence<Connection>;
  /** Since when nobody is here, by the clock of waits. */
  emptySince: number;
  /** Upgrades on their way in: the room must not be dropped under them. */
  expected = 0;
  readonly #options: RoomOptions;
  readonly #state: DocumentState;
  readonly #relay: Relay<Connection>;
  /** Next clocks with what is accepted and not yet committed: what the next update is judged against. */
  readonly #clocks: Map<number, number>;
  readonly #owners: Map<number, string>;
  #deleted: RangeIndex | null = null;
  #filling: Row | null = null;
  #committing: Row | null = null;
  #lastSeq: number;
  #snapshotSeq: number | null;
  #rowsSinceSnapshot: number;
  #bytesSinceSnapshot: number;
  #isGivenUp = false;
  /** Nothing may be written for the moment. */
  #isHeld = false;

  constructor(stored: StoredDocument, options: RoomOptions) {
    this.documentId = stored.documentId;
    this.generation = stored.generation;
    this.#options = options;
    this.#state = new DocumentState(options.reader, stored);
    this.#clocks = new Map(this.#state.clocks);
    this.#owners = new Map(stored.clients);
    this.#lastSeq = stored.lastSeq;
    this.#snapshotSeq = stored.snapshot?.seq ?? null;
    this.#rowsSinceSnapshot = stored.tail.length;
    this.#bytesSinceSnapshot = stored.tail.reduce((sum, { updates }) => sum + bytesOf(updates), 0);
    this.emptySince = options.elapsed();
    const { elapsed, timing, limits, metrics } = options;
    this.#relay = new Relay({ recipients: this.connections, elapsed, onSent: (recipients) => metrics.relayed(recipients) });
    this.presence = new Presence(this.connections, {
      elapsed,
      timing,
      presenceBytes: limits.presenceBytes,
      ownerOf: (client) => this.#owners.get(client),
    });
  }

  get lastSeq(): number {
    return this.#lastSeq;
  }

  get snapshotSeq(): number | null {
    return this.#snapshotSeq;
  }

  get rowsSinceSnapshot(): number {
    return this.#rowsSinceSnapshot;
  }

  get state(): DocumentState {
    return this.#state;
  }

  get bytesSinceSnapshot(): number {
    return this.#bytesSinceSnapshot;
  }

  get isCommitting(): boolean {
    return this.#committing !== null;
  }

  /** Nothing is on its way to the store. */
  get isSettled(): boolean {
    return this.#filling === null && this.#committing === null;
  }

  get isGivenUp(): boolean {
    return this.#isGivenUp;
  }

  /** Everybody here, each person once, in the order of arrival. */
  get people(): readonly Identity[] {
    const people = new Map<string, Identity>();
    for (const { userId, identity } of this.connections) people.set(userId, identity);
    return [...people.values()];
  }

  enter(connection: Connection): void {
    connection.committedClocks = () => this.#state.clocks;
    connection.onDrained = () => this.#catchUp(connection);
    this.connections.add(connection);
    this.greet(connection);
    this.presence.welcome(connection);
    this.#options.onPeople(this);
  }

  leave(connection: Connection): void {
    if (!this.connections.delete(connection)) return;
    this.presence.leave(connection);
    if (this.connections.size === 0) this.emptySince = this.#options.elapsed();
    this.#options.onPeople(this);
  }

  /** Says hello in the role the connection has now, and asks a writer for what it has. */
  greet(connection: Connection): void {
    this.introduce(connection);
    if (connection.may === 'write') this.#ask(connection);
  }

  /** Says hello to who understands it. */
  introduce(connection: Connection): void {
    const { limits } = this.#options;
    if (connection.extended) {
      connection.send(
        encodeHello({
          version: PROTOCOL_VERSION,
          generation: this.generation,
          role: connection.may,
          userId: connection.userId,
          seq: this.#lastSeq,
          limits: { ...limits },
        }),
      );
    }
  }

  /** The person is called otherwise now. */
  rename(connection: Connection): void {
    this.presence.rename(connection);
    this.#options.onPeople(this);
  }

  /** Takes a message of a connection. Throws the AppError that ends it. */
  receive(connection: Connection, message: RoomMessage, frame: Uint8Array): void {
    switch (message.kind) {
      case 'step one':
        this.#answer(connection, message);
        return;
      case 'update':
      case 'step two':
        this.#write(connection, message, frame);
        return;
      case 'awareness':
        this.#show(connection, message.update);
        return;
      case 'query awareness':
        if (!this.presence.welcome(connection)) connection.sendPresence(lifeFrame());
    }
  }

  takeRow(): Append {
    const row = this.#filling;
    if (row === null || this.#committing !== null) throw new Error('a row is taken that is not there');
    this.#filling = null;
    this.#committing = row;
    row.at = this.#options.now();
    return this.#appendOf(row);
  }

  #appendOf({ accepted, newClients, at }: Row): Append {
    const updates = accepted.map(({ update }) => update.bytes);
    return { documentId: this.documentId, seq: this.#lastSeq + 1, at, updates, newClients };
  }

  rowCommitted(): void {
    const row = this.#committing;
    if (row === null) throw new Error('a row was committed that is not there');
    this.#committing = null;
    this.#lastSeq += 1;
    this.#rowsSinceSnapshot += 1;
    const updates = row.accepted.map(({ update }) => update);
    this.#bytesSinceSnapshot += bytesOf(updates.map(({ bytes }) => bytes));
    this.#state.append(updates);
    for (const [connection, settles] of row.settles) connection.settle(settles, writtenBy(connection, row));
    this.#relay.push(row.accepted);
    const { onCommitted } = this.#options;
    const committed = { documentId: this.documentId, seq: this.#lastSeq, updates: updates.map(({ bytes }) => bytes) };
    onCommitted({ ...committed, at: row.at, newClients: row.newClients, deleted: deletedIn(row) });
  }

  /**
   * The row of what the house writes, which whoever takes it stores; null when it is nothing new. Only while the room is reserved. Throws
   * AppError `stale` when it leans on what is not in the log.
   */
  takeHouseRow(edits: readonly HouseEdit[]): Append | null {
    if (this.#committing !== null || this.#isGivenUp) throw new AppError('store_unavailable');
    const row: Row = { accepted: [], newClients: [], settles: new Map(), at: this.#options.now() };
    const known = { clockOf: (client: number) => this.#clocks.get(client) ?? 0, ownerOf: () => undefined, deleted: null };
    for (const { update: bytes, userId, owners } of edits) {
      const judgement = judge(bytes, { known, userId, limits: this.#options.limits, complete: false });
      if (judgement.kind === 'gap') {
        this.#forgetClocks(row);
        throw new AppError('stale');
      }
      if (judgement.kind === 'nothing') continue;
      this.#take(row, { author: null, update: judgement.update, frame: null }, (client) => owners?.get(client) ?? userId);
    }
    if (row.accepted.length === 0) return null;
    this.#committing = row;
    return this.#appendOf(row);
  }

  /** The store took nothing of the house's row: it is as if it had never been. */
  houseRowRefused(): void {
    const row = this.#committing;
    this.#committing = null;
    if (row !== null) this.#forgetClocks(row);
  }

  /** From now on what is sent is not taken: it is asked for again when the room is let go, of those who may still write. */
  hold(): void {
    this.#isHeld = true;
  }

  letGo(): void {
    this.#isHeld = false;
    for (const connection of this.connections) {
      if (connection.may !== 'write') continue;
      connection.isAsked = false;
      this.#ask(connection);
    }
  }

  storeAway(away: StoreAway): void {
    for (const connection of this.connections) connection.tellAway(away);
  }

  giveUp(code: ErrorCode): void {
    this.#isGivenUp = true;
    this.#filling = null;
    this.#committing = null;
    this.#options.commit.drop(this);
    this.#options.log.error({ documentId: this.documentId, code }, 'A room was given up: it did not match the store.');
    for (const connection of this.connections) connection.end(code === 'document_not_found' ? code : 'store_unavailable');
    this.#options.onGivenUp(this);
  }

  /** A snapshot of everything up to and including `seq` is in the store; so many bytes came after it was begun. */
  snapshotWritten(seq: number, { bytesSince }: { bytesSince: number }): void {
    this.#snapshotSeq = seq;
    this.#rowsSinceSnapshot = this.#lastSeq - seq;
    this.#bytesSinceSnapshot = bytesSince;
  }

  /** Sends what waits for a window, and stops all clocks. */
  close(): void {
    this.#relay.flush();
    this.presence.close();
  }

  // --- the way in -------------------------------------------------------------------------------------------------------------

  #write(connection: Connection, message: Extract<RoomMessage, { update: Uint8Array; at: number }>, frame: Uint8Array): void {
    const { metrics, limits } = this.#options;
    metrics.received();
    const number = connection.settlement.count();
    const isStepTwo = message.kind === 'step two';
    if (connection.may !== 'write') {
      // A stock client answers our questions from before its role changed, and a curious one tries.
      connection.settlement.hold(number);
      metrics.refused('update_read_only');
      connection.noticeOnce('update_read_only');
      return;
    }
    if (this.#isHeld) {
      connection.settlement.hold(number);
      return;
    }
    if (isStepTwo) connection.isAsked = false;
    const judgement = judge(message.update, {
      known: this.#knowledge(isStepTwo),
      userId: connection.userId,
      limits,
      complete: isStepTwo,
    });
    if (judgement.kind === 'gap') {
      metrics.refused('update_gap');
      connection.settlement.hold(number);
      this.#ask(connection);
      return;
    }
    if (judgement.gap) {
      metrics.refused('update_gap');
      connection.notice('update_gap');
    }
    const settles: Settles = { frames: number, releases: isStepTwo ? number : 0 };
    if (judgement.kind === 'new') this.#accept(connection, judgement.update, { message, frame });
    const row = this.#filling ?? this.#committing;
    if (row === null) {
      connection.settle(settles, new Map());
      return;
    }
    // Also what brought nothing new waits for the rows under way: it may be in one of them, sent on a connection that broke.
    const before = row.settles.get(connection);
    row.settles.set(connection, { frames: number, releases: Math.max(settles.releases, before?.releases ?? 0) });
  }

  #knowledge(wantsDeletes: boolean): Knowledge {
    if (wantsDeletes) this.#deleted ??= this.#indexDeletes();
    return {
      clockOf: (client) => this.#clocks.get(client) ?? 0,
      ownerOf: (client) => this.#owners.get(client) ?? this.presence.userOf(client),
      deleted: this.#deleted,
    };
  }

  #indexDeletes(): RangeIndex {
    const index = new RangeIndex();
    index.add(this.#state.whole().deletes);
    for (const row of [this.#committing, this.#filling]) for (const { update } of row?.accepted ?? []) index.add(update.deletes);
    return index;
  }

  #accept(
    author: Connection,
    judged: UpdateParts,
    { message, frame }: { message: { update: Uint8Array; at: number }; frame: Uint8Array },
  ): void {
    const isUncut = judged.bytes === message.update;
    const relayed = isUncut ? relayCopy(frame) : null;
    const update = relayed === null ? judged : { ...judged, bytes: relayed.subarray(message.at) };
    this.#filling ??= { accepted: [], newClients: [], settles: new Map(), at: 0 };
    this.#take(this.#filling, { author, update, frame: relayed }, () => author.userId);
    this.#options.commit.add(this, update.bytes.length);
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
  #forgetClocks({ accepted, newClients }: Row): void {
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

  #ask(connection: Connection): void {
    if (connection.isAsked) return;
    connection.isAsked = true;
    connection.send(stepOneFrame(encodeClocks(this.#clocks)));
  }

  #show(connection: Connection, update: Uint8Array): void {
    const outcome = this.presence.receive(connection, update);
    if (outcome === 'heartbeat') connection.sendPresence(lifeFrame());
    if (outcome === 'too large') {
      this.#options.metrics.refused('presence_too_large');
      connection.noticeOnce('presence_too_large', { limit: this.#options.limits.presenceBytes });
    }
    if (outcome === 'foreign') {
      this.#options.metrics.refused('update_foreign_author');
      if (connection.may === 'read') connection.noticeOnce('update_read_only');
    }
  }

  // --- the way out ------------------------------------------------------------------------------------------------------------

  #answer(
    connection: Connection,
    { stateVector, clocks }: { stateVector: Uint8Array; clocks: ReadonlyMap<number, number> },
  ): void {
    if (connection.text.at === 'syncing') return;
    if (connection.isFull) {
      connection.text = { at: 'behind', had: new Map(clocks) };
      return;
    }
    const stepTwo = this.#state.stepTwo({ stateVector, clocks });
    if (stepTwo instanceof Promise) {
      void this.#answerLater(connection, stepTwo);
      return;
    }
    connection.sendText(stepTwo);
    connection.text = { at: 'live' };
  }

  async #answerLater(connection: Connection, making: Promise<Uint8Array>): Promise<void> {
    const meanwhile: Uint8Array[] = [];
    connection.text = { at: 'syncing', meanwhile };
    try {
      connection.sendText(await making);
    } catch (error) {
      this.#options.log.error({ err: error, documentId: this.documentId }, 'A difference could not be made.');
      connection.end('internal');
      return;
    }
    // What waits for a window was committed after the difference was begun, and is not in it: were it left waiting, a connection that
    // falls behind at this moment would be taken to have it.
    this.#relay.flush();
    connection.text = { at: 'live' };
    for (const frame of meanwhile) connection.relay(frame);
    connection.afterRelay();
  }

  /** A connection that got less than there was has drained: one difference, and everybody who is here, bring it up to date. */
  #catchUp(connection: Connection): void {
    if (connection.hasEnded) return;
    if (connection.text.at === 'behind') {
      const { had } = connection.text;
      this.#answer(connection, { stateVector: encodeClocks(had), clocks: had });
    }
    if (!connection.missesPresence) return;
    connection.missesPresence = false;
    this.presence.welcome(connection);
  }
}

function bytesOf(updates: readonly Uint8Array[]): number {
  return updates.reduce((sum, { length }) => sum + length, 0);
}

function deletedIn({ accepted }: Row): DeletedInRow[] {
  return accepted.flatMap(({ author, update }) =>
    author === null || update.deletes.length === 0 ? [] : [{ userId: author.userId, ranges: update.deletes }],
  );
}

function writtenBy(connection: Connection, row: Row): Map<number, number> {
  const clocks = new Map<number, number>();
  for (const { author, update } of row.accepted) {
    if (author === connection) for (const { client, end } of update.sections) clocks.set(client, end);
  }
  return clocks;
}
