// What leaves on one line: how much of it waits, and when that is too much. Whoever does not read costs memory here and nowhere else, so
// everything that is sent passes through, and what may be left out or made up for later asks first.
import { encodePart, partBytes } from '@cocrea/shared/protocol/part.ts';
import type { RealtimeLimits } from './limits.ts';
import type { Line } from './line.ts';

export interface OutgoingOptions {
  readonly line: Line;
  /** Understands text that comes in parts. */
  readonly inParts: boolean;
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
  /** Text in its order, of which the first is under way in parts. */
  #texts: Uint8Array[] = [];
  /** How much of the first was sent. */
  #partsAt = 0;
  #sentBytes = 0;
  #takenBefore = 0;
  #stuckSince: number | null = null;
  /** What a client asked for is no reproach to it while it takes it. */
  #allowance = 0;

  constructor(options: OutgoingOptions) {
    this.#options = options;
    this.sentAt = options.elapsed();
  }

  /** Bytes that wait. */
  get queued(): number {
    return this.#options.line.bufferedAmount;
  }

  /** A queue has built up: what is shown for a moment only is left out. */
  get isBusy(): boolean {
    return this.queued > this.#options.limits.queueBytes / 4;
  }

  /** More waits than should: nothing is added that can be made up for later. */
  get isFull(): boolean {
    return this.queued > this.#options.limits.queueBytes;
  }

  /** Text is under way in parts: what is committed meanwhile is for later. */
  get isCarrying(): boolean {
    return this.#texts.length > 0;
  }

  /** Sends a frame whatever waits. */
  send(frame: Uint8Array): void {
    const { line, limits, elapsed, onTooSlow } = this.#options;
    this.sentAt = elapsed();
    const { queued } = this;
    if (this.#isOver(queued)) return onTooSlow();
    this.#sentBytes += frame.length;
    // The callback costs; it is wanted only where a queue has built up and its end must be noticed.
    if (queued + frame.length <= limits.queueBytes / 4) line.send(frame);
    else line.send(frame, () => this.#taken());
  }

  /** Sends text after all text before it: what is large in parts, as fast as they are taken. */
  sendText(frame: Uint8Array): void {
    if (!this.isCarrying && !this.#isInParts(frame)) return this.send(frame);
    this.#texts.push(frame);
    if (this.#texts.length === 1) this.#carry();
  }

  /** Sends the text a client asked for, however large. */
  sendAsked(frame: Uint8Array): void {
    if (!this.#isInParts(frame)) this.#allowance = frame.length;
    this.sendText(frame);
  }

  /** The line is closing: what was not sent never will be. */
  stop(): void {
    this.#texts = [];
  }

  /** Regular care: ends what takes nothing for too long, or is owed too much by what `ws` sends of itself. */
  sweep(): void {
    const { limits, elapsed, onTooSlow } = this.#options;
    const now = elapsed();
    const { queued } = this;
    const taken = this.#sentBytes - queued;
    const isStuck = this.isBusy && taken <= this.#takenBefore;
    this.#stuckSince = isStuck ? (this.#stuckSince ?? now) : null;
    this.#takenBefore = taken;
    const isStuckForLong = this.#stuckSince !== null && now - this.#stuckSince >= limits.queueMilliseconds;
    if (isStuckForLong || this.#isOver(queued)) onTooSlow();
    else this.#carry();
  }

  #isOver(queued: number): boolean {
    return queued > this.#options.limits.queueBytesMost + this.#allowance;
  }

  #isInParts(frame: Uint8Array): boolean {
    return this.#options.inParts && frame.length > partBytes;
  }

  /** Hands over what the line can take now. No more at once: it tells of what it took only when it took all that waits. */
  #carry(): void {
    for (let text = this.#texts[0]; text !== undefined && !this.isBusy; text = this.#texts[0]) {
      const part = this.#isInParts(text) ? encodePart(text, this.#partsAt) : text;
      this.#partsAt += partBytes;
      if (this.#partsAt >= text.length) {
        this.#texts.shift();
        this.#partsAt = 0;
      }
      this.#sentBytes += part.length;
      this.sentAt = this.#options.elapsed();
      this.#options.line.send(part, () => this.#taken());
    }
  }

  #taken(): void {
    this.#carry();
    if (this.isBusy || this.isCarrying) return;
    this.#allowance = 0;
    this.#options.onDrained();
  }
}
