// Writes into texts on behalf of the house, or stops them from being written for a moment, whether anybody has them open or not. A room
// that is written so keeps its row for itself: what people type meanwhile waits in the next one.
import { AppError } from '@cocrea/shared/errors.ts';
import type { Append } from '../storage/document-store.ts';
import type { Recorded } from '../storage/record-store.ts';
import type { GroupCommit } from './commit.ts';
import type { HouseEdit, RealtimeLog, RoomWriter } from './ports.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';

/** Milliseconds a room is waited for that cannot write down what it has. */
const patience = 10_000;
/** How often a write is tried anew, behind what other nodes wrote meanwhile. */
const tries = 5;

/** What was thrown tells that the store took nothing of it; anything else leaves open whether it did. */
function tookNothing(error: unknown): boolean {
  return error instanceof AppError && error.code !== 'store_unavailable' && error.code !== 'internal';
}

/** Others wrote into the text before: the store names it, which it does not where a record changed. */
function isOvertaken(error: unknown): boolean {
  return error instanceof AppError && error.code === 'stale' && error.details['document'] !== undefined;
}

export class HouseWriter implements RoomWriter {
  readonly #rooms: Rooms;
  readonly #commit: GroupCommit;
  readonly #log: RealtimeLog;
  /** The end of the last who has, or waits for, a room. */
  readonly #turns = new Map<string, Promise<void>>();

  readonly #askRights: (documentId: string) => Promise<void>;

  /** `askRights` resolves when everybody in a room was told anew what they may do there. */
  constructor({
    rooms,
    commit,
    log,
    askRights,
  }: {
    rooms: Rooms;
    commit: GroupCommit;
    log: RealtimeLog;
    askRights: (documentId: string) => Promise<void>;
  }) {
    this.#askRights = askRights;
    this.#rooms = rooms;
    this.#commit = commit;
    this.#log = log;
  }

  async write(edits: readonly HouseEdit[], record: (rows: readonly Append[]) => Promise<Recorded>): Promise<Recorded> {
    const byDocument = new Map<string, HouseEdit[]>();
    for (const edit of edits) byDocument.set(edit.documentId, [...(byDocument.get(edit.documentId) ?? []), edit]);
    // In one order for all, so that no two wait for each other.
    const documentIds = [...byDocument.keys()].sort();
    return this.#alone(documentIds, (rooms) => this.#behindOthers(rooms, () => this.#writeOnce(rooms, { byDocument, record })));
  }

  async #writeOnce(
    rooms: readonly Room[],
    {
      byDocument,
      record,
    }: { byDocument: ReadonlyMap<string, HouseEdit[]>; record: (rows: readonly Append[]) => Promise<Recorded> },
  ): Promise<Recorded> {
    const written: { room: Room; row: Append }[] = [];
    try {
      for (const room of rooms) {
        await this.#commit.reserve(room, patience);
        const row = room.takeHouseRow(byDocument.get(room.documentId) ?? []);
        if (row === null) this.#commit.release(room);
        else written.push({ room, row });
      }
      const answer = await record(written.map(({ row }) => row));
      for (const { room } of written) {
        if (answer.outcome === 'recorded') room.rowCommitted();
        else room.houseRowRefused();
      }
      return answer;
    } catch (error) {
      for (const { room } of written) {
        if (tookNothing(error)) room.houseRowRefused();
        else room.giveUp('store_unavailable');
      }
      if (!tookNothing(error))
        this.#log.error({ err: error, documentIds: [...byDocument.keys()] }, 'It is not known whether a text was written.');
      throw error;
    } finally {
      for (const room of rooms) this.#commit.release(room);
    }
  }

  async hold<Answer>(documentId: string, act: (at: { readonly seq: number }) => Promise<Answer>): Promise<Answer> {
    return this.#alone([documentId], async ([room]) => {
      if (room === undefined) throw new AppError('document_not_found');
      room.hold();
      try {
        await this.#commit.settled(room, patience);
        await this.#commit.reserve(room, patience);
        const answer = await this.#behindOthers([room], () => act({ seq: room.lastSeq }));
        // Whoever may not write any more must not be asked for what they have: the store would refuse it, and the room with it.
        await this.#askRights(documentId);
        return answer;
      } finally {
        this.#commit.release(room);
        room.letGo();
      }
    });
  }

  /** Runs `act`, and again after reading what other nodes wrote where it was refused for that. */
  async #behindOthers<Answer>(rooms: readonly Room[], act: () => Promise<Answer>): Promise<Answer> {
    for (let left = tries; ; left -= 1) {
      try {
        return await act();
      } catch (error) {
        if (!isOvertaken(error) || left <= 1) throw error;
        await Promise.all(rooms.map((room) => room.readOn()));
      }
    }
  }

  /** Runs `act` with the rooms of these documents, loaded, and no other write of the house in them. */
  async #alone<Answer>(documentIds: readonly string[], act: (rooms: readonly Room[]) => Promise<Answer>): Promise<Answer> {
    const ends: (() => void)[] = [];
    const rooms: Room[] = [];
    try {
      for (const documentId of documentIds) {
        const before = this.#turns.get(documentId);
        const mine = new Promise<void>((resolve) => ends.push(resolve));
        const turn = (before ?? Promise.resolve()).then(() => mine);
        this.#turns.set(documentId, turn);
        void turn.then(() => this.#turns.get(documentId) === turn && this.#turns.delete(documentId));
        await before;
        rooms.push(await this.#rooms.expect(documentId));
      }
      return await act(rooms);
    } finally {
      for (const room of rooms) this.#rooms.release(room);
      for (const end of ends) end();
    }
  }
}
