// What leaves one socket: how much of it waits, and when that is too much. Whoever does not read costs memory here and nowhere else, so
// everything that is sent passes through, and what may be left out or made up for later asks first.
import type { WebSocket } from 'ws';
import type { RealtimeLimits } from './limits.ts';

export interface OutgoingOptions {
  readonly socket: WebSocket;
  readonly limits: Pick<RealtimeLimits, 'queueBytes' | 'queueBytesMost' | 'queueMilliseconds'>;
  readonly elapsed: () => number;
  /** A queue that had built up is nearly gone: what was withheld can be sent. */
  readonly onDrained: () => void;
  /** It takes nothing, or too little for what it is owed. */
  readonly onTooSlow: () => void;
}

export class Outgoing {
  /** When something was last sent. */
  sentAt: number;
  readonly #options: OutgoingOptions;
  #queuedBefore = 0;
  #stuckSince: number | null = null;
  /** What a client asked for is no reproach to it while it takes it. */
  #allowance = 0;

  constructor(options: OutgoingOptions) {
    this.#options = options;
    this.sentAt = options.elapsed();
  }

  /** Bytes that wait. */
  get queued(): number {
    return this.#options.socket.bufferedAmount;
  }

  /** A queue has built up: what is shown for a moment only is left out. */
  get isBusy(): boolean {
    return this.queued > this.#options.limits.queueBytes / 4;
  }

  /** More waits than should: nothing is added that can be made up for later. */
  get isFull(): boolean {
    return this.queued > this.#options.limits.queueBytes;
  }

  /** Sends a frame whatever waits. */
  send(frame: Uint8Array): void {
    const { socket, limits, elapsed, onTooSlow } = this.#options;
    this.sentAt = elapsed();
    const { queued } = this;
    if (this.#isOver(queued)) return onTooSlow();
    // The callback costs; it is wanted only where a queue has built up and its end must be noticed.
    if (queued + frame.length <= limits.queueBytes / 4) socket.send(frame);
    else socket.send(frame, () => this.#taken());
  }

  /** Sends the text a client asked for, however large. */
  sendAsked(frame: Uint8Array): void {
    this.#allowance = frame.length;
    this.send(frame);
  }

  /** Regular care: ends what takes nothing for too long, or is owed too much by what `ws` sends of itself. */
  sweep(): void {
    const { limits, elapsed, onTooSlow } = this.#options;
    const now = elapsed();
    const { queued } = this;
    const isStuck = this.isBusy && queued >= this.#queuedBefore;
    this.#stuckSince = isStuck ? (this.#stuckSince ?? now) : null;
    this.#queuedBefore = queued;
    const isStuckForLong = this.#stuckSince !== null && now - this.#stuckSince >= limits.queueMilliseconds;
    if (isStuckForLong || this.#isOver(queued)) onTooSlow();
  }

  #isOver(queued: number): boolean {
    return queued > this.#options.limits.queueBytesMost + this.#allowance;
  }

  #taken(): void {
    if (this.isBusy) return;
    this.#allowance = 0;
    this.#options.onDrained();
  }
}
