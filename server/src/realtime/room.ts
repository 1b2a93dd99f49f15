// One document in memory: who is in it, and what of it is committed. Judges, has the next row written, acknowledges what is on disk, and only
// then shows it to others. One idea in one file: the way of an update through a room.
import { AppError, type ErrorCode } from '@cocrea/shared/errors.ts';
import { encodeHello } from '@cocrea/shared/protocol/hello.ts';
import { PROTOCOL_VERSION } from '@cocrea/shared/protocol/message-type.ts';
import type { Append, StoredDocument } from '../storage/document-store.ts';
import type { CommittingRoom, GroupCommit, StoreAway } from './commit.ts';
import type { Connection } from './connection.ts';
import { DocumentState } from './document-state.ts';
import { encodeClocks, lifeFrame, relayCopy, type RoomMessage, stepOneFrame } from './frames.ts';
import { appendOf, Intake, type Row } from './intake.ts';
import type { RealtimeLimits } from './limits.ts';
import { type NeighbouringRoom, type NeighbourOptions, Neighbours } from './neighbours.ts';
import type { NodeRow, ToldPresence } from './node-messages.ts';
import type { CommittedText, DeletedInRow, DocumentReader, HouseEdit, Identity, RealtimeLog, RealtimeMetrics } from './ports.ts';
import { Presence } from './presence.ts';
import { Relay } from './relay.ts';
import type { Settles } from './settlement.ts';
import type { RealtimeTiming } from './timing.ts';
import { readStoredUpdate } from './update/read-update.ts';
import type { UpdateParts } from './update/update-parts.ts';

export interface RoomOptions extends NeighbourOptions {
  readonly commit: GroupCommit;
  readonly reader: DocumentReader;
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

export class Room implements CommittingRoom, NeighbouringRoom {
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
  readonly #intake: Intake;
  readonly #relay: Relay<Connection>;
  readonly #neighbours: Neighbours;
  /** The row on its way to the store, as it takes it. */
  #append: Append | null = null;
  #lastSeq: number;
  #snapshotSeq: number | null;
  #rowsSinceSnapshot: number;
  #bytesSinceSnapshot: number;
  #isGivenUp = false;
  /** Others wrote before the last row of ours: theirs are being read, and until then none of ours is sent. */
  #isBehind = false;
  /** Who lets nothing be written for the moment. */
  readonly #holds = new Set<'house' | 'elsewhere'>();

  constructor(stored: StoredDocument, options: RoomOptions) {
    this.documentId = stored.documentId;
    this.generation = stored.generation;
    this.#options = options;
    this.#state = new DocumentState(options.reader, stored);
    this.#lastSeq = stored.lastSeq;
    this.#snapshotSeq = stored.snapshot?.seq ?? null;
    this.#rowsSinceSnapshot = stored.tail.length;
    this.#bytesSinceSnapshot = stored.tail.reduce((sum, { updates }) => sum + bytesOf(updates), 0);
    this.emptySince = options.elapsed();
    const { elapsed, timing, limits, metrics } = options;
    this.#intake = new Intake({
      state: this.#state,
      owners: stored.clients,
      limits,
      userOf: (client) => this.presence.userOf(client),
    });
    this.#relay = new Relay({ recipients: this.connections, elapsed, onSent: (recipients) => metrics.relayed(recipients) });
    this.presence = new Presence(this.connections, {
      elapsed,
      timing,
      presenceBytes: limits.presenceBytes,
      ownerOf: (client) => this.#intake.ownerOf(client),
      onTold: (told) => this.#neighbours.tellPresence(told),
    });
    this.#neighbours = new Neighbours(this, options);
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
    return this.#intake.isCommitting;
  }

  /** Nothing is on its way to the store. */
  get isSettled(): boolean {
    return this.#intake.isSettled;
  }

  get isGivenUp(): boolean {
    return this.#isGivenUp;
  }

  /** Everybody here through this node, each person once, in the order of arrival. */
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
    return this.#send(this.#intake.takeRow());
  }

  rowCommitted(): void {
    const row = this.#intake.committed();
    const append = this.#append;
    if (append === null) throw new Error('a row was committed that was not sent');
    this.#append = null;
    const updates = row.accepted.map(({ update }) => update);
    // The store may have given it to whoever read on before it could say that it is there.
    const isNews = append.seq > this.#lastSeq;
    if (isNews) this.#advance(append.seq, updates);
    for (const [connection, settles] of row.settles) connection.settle(settles, writtenBy(connection, row));
    if (isNews) this.#relay.push(row.accepted);
    this.#neighbours.tellRow(append);
    this.#options.onCommitted({ ...append, here: true, deleted: deletedIn(row) });
    this.#neighbours.advanced();
  }

  rowOvertaken(storedSeq: number): void {
    const seq = this.#append?.seq ?? 0;
    this.#append = null;
    this.#intake.putBack();
    this.#isBehind = true;
    // A store that ends before what was read from it is another one.
    if (storedSeq < seq) return this.giveUp('stale');
    // Where it cannot be read now, the commit meets the same store, and waits for it.
    const goOn = (): void => this.#goOn();
    void this.readOn().then(goOn, goOn);
  }

  /** Resolves when everything is here that was in the store when this was asked. Rejects as `Neighbours.readOn`. */
  readOn(): Promise<void> {
    return this.#neighbours.readOn();
  }

  absorb({ seq, at, updates: bytes, newClients }: NodeRow): void {
    if (seq !== this.#lastSeq + 1 || this.#isGivenUp) return;
    const updates = bytes.map(readStoredUpdate);
    this.#advance(seq, updates);
    this.#intake.learn(updates, newClients);
    this.#relay.push(updates.map((update) => ({ author: null, update, frame: null })));
    this.#options.onCommitted({ documentId: this.documentId, seq, at, updates: bytes, newClients, here: false, deleted: [] });
  }

  /**
   * The row of what the house writes, which whoever takes it stores; null when it is nothing new. Only while the room is reserved. Throws
   * AppError `stale` when it leans on what is not in the log.
   */
  takeHouseRow(edits: readonly HouseEdit[]): Append | null {
    if (this.isCommitting || this.#isGivenUp) throw new AppError('store_unavailable');
    const row = this.#intake.takeHouseRow(edits);
    return row === null ? null : this.#send(row);
  }

  /** The store took nothing of the house's row: it is as if it had never been. */
  houseRowRefused(): void {
    this.#append = null;
    this.#intake.refused();
  }

  /** From now on what is sent is not taken, on no node: it is asked for again when the room is let go, of those who may still write. */
  hold(): void {
    this.#holds.add('house');
    this.#neighbours.tellHold(true);
  }

  letGo(): void {
    this.#neighbours.tellHold(false);
    this.#letGo('house');
  }

  heldElsewhere(isHeld: boolean): void {
    if (isHeld) this.#holds.add('elsewhere');
    else this.#letGo('elsewhere');
  }

  hearPresence(told: readonly ToldPresence[]): void {
    this.presence.hear(told);
  }

  presenceHere(): readonly ToldPresence[] {
    return this.presence.here();
  }

  storeAway(away: StoreAway): void {
    for (const connection of this.connections) connection.tellAway(away);
  }

  giveUp(code: ErrorCode): void {
    if (this.#isGivenUp) return;
    this.#isGivenUp = true;
    this.#append = null;
    this.#intake.clear();
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
    this.#neighbours.close();
  }

  #send(row: Row): Append {
    this.#append = appendOf(row, { documentId: this.documentId, seq: this.#lastSeq + 1, at: this.#options.now() });
    return this.#append;
  }

  /** One more row is in the store. */
  #advance(seq: number, updates: readonly UpdateParts[]): void {
    this.#lastSeq = seq;
    this.#rowsSinceSnapshot += 1;
    this.#bytesSinceSnapshot += bytesOf(updates.map(({ bytes }) => bytes));
    this.#state.append(updates);
  }

  /** What others wrote before has been read: what is ours goes again, behind it. */
  #goOn(): void {
    this.#isBehind = false;
    if (this.#isGivenUp) return;
    const stored = this.#intake.judgeAgain((author, code) => author.end(code));
    for (const [connection, settles] of stored?.settles ?? []) connection.settle(settles, new Map());
    this.#options.commit.goOn(this, this.#intake.waitingBytes);
  }

  #letGo(by: 'house' | 'elsewhere'): void {
    if (!this.#holds.delete(by) || this.#holds.size > 0) return;
    for (const connection of this.connections) {
      if (connection.may !== 'write') continue;
      connection.isAsked = false;
      this.#ask(connection);
    }
  }

  // --- the way in -------------------------------------------------------------------------------------------------------------

  #write(connection: Connection, message: Extract<RoomMessage, { update: Uint8Array; at: number }>, frame: Uint8Array): void {
    const { metrics } = this.#options;
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
    if (this.#holds.size > 0) {
      connection.settlement.hold(number);
      return;
    }
    if (isStepTwo) connection.isAsked = false;
    const judgement = this.#intake.judge(message.update, { userId: connection.userId, complete: isStepTwo });
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
    if (!this.#intake.settleLater(connection, settles)) connection.settle(settles, new Map());
  }

  #accept(
    author: Connection,
    judged: UpdateParts,
    { message, frame }: { message: { update: Uint8Array; at: number }; frame: Uint8Array },
  ): void {
    const isUncut = judged.bytes === message.update;
    const relayed = isUncut ? relayCopy(frame) : null;
    const update = relayed === null ? judged : { ...judged, bytes: relayed.subarray(message.at) };
    this.#intake.accept(author, { update, frame: relayed });
    if (!this.#isBehind) this.#options.commit.add(this, update.bytes.length);
  }

  #ask(connection: Connection): void {
    if (connection.isAsked) return;
    connection.isAsked = true;
    connection.send(stepOneFrame(encodeClocks(this.#intake.clocks)));
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
