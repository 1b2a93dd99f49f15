// What one connection says, from its line to its room: frames are read, kept within their rates, and ended with a reason when they
// cannot be taken. Also asks anew what its person may do.
import { AppError, type ErrorCode } from '@cocrea/shared/errors.ts';
import type { GroupCommit } from './commit.ts';
import type { Connection } from './connection.ts';
import { type PartMessage, readMessage } from './frames.ts';
import { IncomingParts, type PartsBudget } from './incoming-parts.ts';
import type { RealtimeLimits } from './limits.ts';
import type { RealtimeLog, RealtimeMetrics, RoomAccess } from './ports.ts';
import type { Room } from './room.ts';
import { Malformed } from './update/byte-reader.ts';

export interface SessionOptions {
  readonly connection: Connection;
  readonly documentId: string;
  readonly access: RoomAccess;
  readonly commit: GroupCommit;
  readonly limits: RealtimeLimits;
  readonly parts: PartsBudget;
  readonly metrics: RealtimeMetrics;
  readonly log: RealtimeLog;
  readonly elapsed: () => number;
}

export class Session {
  readonly connection: Connection;
  readonly documentId: string;
  readonly #options: SessionOptions;
  readonly #parts: IncomingParts;
  #room: Room | null = null;
  /** Frames that were already on their way in when the room was not loaded yet. */
  #early: Uint8Array[] = [];
  #rateTimer: NodeJS.Timeout | null = null;
  #asked = 0;

  constructor(options: SessionOptions) {
    this.connection = options.connection;
    this.documentId = options.documentId;
    this.#options = options;
    this.#parts = new IncomingParts(options.limits, options.parts);
  }

  get userId(): string {
    return this.connection.userId;
  }

  /** The room is there: takes part in it, and takes up what came meanwhile. */
  enter(room: Room): void {
    this.#room = room;
    room.enter(this.connection);
    for (const frame of this.#early.splice(0)) this.#take(frame);
    this.connection.resume('loading');
  }

  /** The line is gone. */
  gone(): void {
    if (this.#rateTimer !== null) clearTimeout(this.#rateTimer);
    this.#early = [];
    this.#parts.forget();
    this.connection.gone();
    this.#room?.leave(this.connection);
    this.#room = null;
  }

  /** Its client is alive. */
  heard(): void {
    this.connection.heardAt = this.#options.elapsed();
  }

  /** A frame came; null for what is none. */
  receive(frame: Uint8Array | null): void {
    if (this.connection.hasEnded) return;
    this.heard();
    if (frame === null) this.#refuse('frame_malformed');
    else if (this.#room === null) this.#early.push(frame);
    else this.#take(frame);
  }

  /** What the person may do, or is called, may have changed: asks, and lets it take effect at once. */
  async askAgain(): Promise<void> {
    const { access, log } = this.#options;
    const { connection, documentId } = this;
    this.#asked += 1;
    const asked = this.#asked;
    const answer = await access.accessOf(connection.userId, documentId).catch((error: unknown) => {
      log.error({ err: error, documentId }, 'Access could not be asked again; the connection is ended to be on the safe side.');
      return { refused: 'store_unavailable' as const };
    });
    // Answers may overtake each other; only the one to the last question counts.
    if (asked !== this.#asked || connection.hasEnded) return;
    if ('refused' in answer) return connection.end(answer.refused);
    const roleChanged = connection.may !== answer.may;
    const nameChanged = JSON.stringify(connection.identity) !== JSON.stringify(answer.identity);
    connection.may = answer.may;
    connection.identity = answer.identity;
    if (roleChanged) {
      connection.isAsked = false;
      connection.forgetNotice('update_read_only');
      this.#room?.greet(connection);
    }
    if (nameChanged) this.#room?.rename(connection);
  }

  #take(frame: Uint8Array): void {
    const { connection } = this;
    const room = this.#room;
    if (room === null || connection.hasEnded) return;
    try {
      const message = readMessage(frame);
      if (message.kind === 'part') this.#takePart(message, room);
      else room.receive(connection, message, frame);
      if (message.kind === 'update' || message.kind === 'step two' || message.kind === 'part') this.#moderate();
    } catch (error) {
      if (error instanceof Malformed) this.#refuse('frame_malformed');
      else if (error instanceof AppError) this.#refuse(error.code);
      else {
        this.#options.log.error({ err: error, documentId: this.documentId }, 'A frame could not be taken.');
        this.#refuse('internal');
      }
    }
  }

  #takePart(part: PartMessage, room: Room): void {
    if (!this.connection.extended) throw new Malformed('parts without the subprotocol');
    const whole = this.#parts.take(part);
    if (whole === null) return;
    const message = readMessage(whole);
    if (message.kind !== 'update' && message.kind !== 'step two') throw new Malformed('parts of what is no text');
    room.receive(this.connection, message, whole);
  }

  #refuse(code: ErrorCode): void {
    this.#options.metrics.refused(code);
    this.#options.log.warn(
      { code, documentId: this.documentId, userId: this.userId },
      'A connection was ended for what it sent.',
    );
    this.connection.notice(code);
    this.connection.end(code);
  }

  /** Reads on more slowly, or not at all, from who writes faster than allowed or than the store takes. */
  #moderate(): void {
    const { connection } = this;
    const { commit, limits } = this.#options;
    // Others of the room were told when it began; who writes since must not wait for an answer without knowing why.
    if (commit.storeAway !== null) connection.tellAway(commit.storeAway);
    if (commit.isPressed && !connection.isPaused) {
      connection.pause('store');
      connection.notice('store_unavailable');
    }
    const wait = connection.updates.owe();
    if (wait === 0 || this.#rateTimer !== null) return;
    connection.pause('rate');
    connection.notice('rate_limited', { limit: limits.updatesPerSecond, seconds: Math.ceil(wait / 1000) });
    this.#payOff(wait);
  }

  #payOff(wait: number): void {
    this.#rateTimer = setTimeout(() => {
      const left = this.connection.updates.debt();
      if (left > 0) return this.#payOff(left);
      this.#rateTimer = null;
      this.connection.resume('rate');
    }, wait);
  }
}
