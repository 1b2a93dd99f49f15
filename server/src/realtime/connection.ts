// One open line of one person in one room: what was sent to it and what it can still take, what it sent and what of that is settled.
import { closeCodeOf, type ErrorCode, type ErrorDetails } from '@cocrea/shared/errors.ts';
import { encodeCrowd } from '@cocrea/shared/protocol/crowd.ts';
import { encodeDurable } from '@cocrea/shared/protocol/durable.ts';
import { encodeNotice } from '@cocrea/shared/protocol/notice.ts';
import { deniedFrame, lifeFrame } from './frames.ts';
import type { StoreAway } from './commit.ts';
import type { RealtimeLimits } from './limits.ts';
import type { Line } from './line.ts';
import { Outgoing } from './outgoing.ts';
import type { Identity, RealtimeMetrics } from './ports.ts';
import type { PresenceHolder } from './presence-audience.ts';
import { Rate } from './rate.ts';
import type { Recipient } from './relay.ts';
import { Settlement, type Settles } from './settlement.ts';

export interface ConnectionOptions {
  readonly line: Line;
  readonly userId: string;
  readonly address: string;
  /** Speaks `cocrea.v1`. */
  readonly extended: boolean;
  readonly may: 'write' | 'read';
  readonly identity: Identity;
  readonly limits: RealtimeLimits;
  readonly metrics: RealtimeMetrics;
  readonly elapsed: () => number;
}

/** How far a connection is with the text. */
type TextState =
  /** Has not asked for it yet. */
  | { readonly at: 'start' }
  /** Its first difference is being made; what is committed meanwhile is sent right after it. */
  | { readonly at: 'syncing'; readonly meanwhile: Uint8Array[] }
  | { readonly at: 'live' }
  /** Cannot keep up: gets nothing until it drained, then the difference since it had these clocks. */
  | { readonly at: 'behind'; readonly had: ReadonlyMap<number, number> };

/** Why a line is not being read. */
export type PauseReason = 'store' | 'rate' | 'loading' | 'draining';

export class Connection implements Recipient, PresenceHolder {
  readonly line: Line;
  readonly userId: string;
  readonly address: string;
  readonly extended: boolean;
  readonly settlement = new Settlement();
  readonly updates: Rate;
  may: 'write' | 'read';
  identity: Identity;
  text: TextState = { at: 'start' };
  /** A step one was sent and its step two has not come: no need to ask again. */
  isAsked = false;
  /** Some presence was left out for it. */
  missesPresence = false;
  /** When something last came from the client, by the clock of waits. */
  heardAt: number;
  /** Told when a connection that got less than there was can take more. */
  onDrained: (() => void) | null = null;
  /** Gives the clocks the room has committed, for one that falls behind. */
  committedClocks: () => ReadonlyMap<number, number> = () => new Map();
  readonly #outgoing: Outgoing;
  readonly #metrics: RealtimeMetrics;
  readonly #elapsed: () => number;
  readonly #paused = new Set<PauseReason>();
  readonly #changes: Rate;
  readonly #toldOnce = new Set<ErrorCode>();
  #toldAway: StoreAway | null = null;
  /** Committed and not told yet, because the queue was full. */
  #untold: { frames: number; readonly clocks: Map<number, number> } | null = null;
  #ended = false;

  constructor(options: ConnectionOptions) {
    this.line = options.line;
    this.userId = options.userId;
    this.address = options.address;
    this.extended = options.extended;
    this.may = options.may;
    this.identity = options.identity;
    this.#metrics = options.metrics;
    this.#elapsed = options.elapsed;
    this.updates = new Rate(options.limits.updatesPerSecond, options.elapsed);
    this.#changes = new Rate(options.limits.presencePerSecond, options.elapsed);
    this.heardAt = options.elapsed();
    this.#outgoing = new Outgoing({
      line: this.line,
      inParts: options.extended,
      limits: options.limits,
      elapsed: options.elapsed,
      onDrained: () => this.#drained(),
      onTooSlow: () => this.#endSlow(),
    });
  }

  /** True once it is closing: what still arrives is no longer looked at. */
  get hasEnded(): boolean {
    return this.#ended;
  }

  get isPaused(): boolean {
    return this.#paused.size > 0;
  }

  /** More is queued than should be, or text is under way in parts: what is committed meanwhile is sent later, as one difference. */
  get isFull(): boolean {
    return this.#outgoing.isFull || this.#outgoing.isCarrying;
  }

  /** Bytes that wait for its client to read on. */
  get queued(): number {
    return this.#outgoing.queued;
  }

  /** Sends a frame whatever the queue holds. */
  send(frame: Uint8Array): void {
    if (!this.#ended) this.#outgoing.send(frame);
  }

  relay(frame: Uint8Array): boolean {
    switch (this.text.at) {
      case 'live':
        if (!this.#ended) this.#outgoing.sendText(frame);
        return true;
      case 'syncing':
        this.text.meanwhile.push(frame);
        return true;
      default:
        return false;
    }
  }

  afterRelay(): void {
    if (this.text.at === 'live' && this.isFull) this.text = { at: 'behind', had: new Map(this.committedClocks()) };
  }

  /** Sends the text a client asked for; its size is no reproach to the client while it takes it. */
  sendText(frame: Uint8Array): void {
    if (!this.#ended) this.#outgoing.sendAsked(frame);
  }

  mayChange(): boolean {
    return this.#changes.take();
  }

  /** Presence is the first to be left out; who missed some is told of everybody when it can take more. */
  sendPresence(frame: Uint8Array): void {
    if (this.#outgoing.isBusy) this.missesPresence = true;
    else this.send(frame);
  }

  tellCrowd(people: number): void {
    if (this.extended) this.sendPresence(encodeCrowd(people));
  }

  /** Tells what a commit settled, and the committed clocks of what this connection wrote. */
  settle(settles: Settles, clocks: ReadonlyMap<number, number>): void {
    const before = this.settlement.told;
    const frames = this.settlement.settle(settles);
    if (frames === null) return;
    this.#metrics.acknowledged(frames - before);
    if (!this.extended) return;
    this.#untold ??= { frames, clocks: new Map() };
    this.#untold.frames = frames;
    for (const [client, clock] of clocks) this.#untold.clocks.set(client, clock);
    if (!this.#outgoing.isFull) this.#tellDurable();
  }

  notice(code: ErrorCode, details: ErrorDetails = {}): void {
    if (this.extended) this.send(encodeNotice({ code, details }));
  }

  /** Says something once in the life of this connection, to stock clients as well: those write it to their console. */
  noticeOnce(code: ErrorCode, details: ErrorDetails = {}): void {
    if (this.#toldOnce.has(code)) return;
    this.#toldOnce.add(code);
    if (this.extended) this.notice(code, details);
    else this.send(deniedFrame(code));
  }

  /** Says that the store takes nothing now; once for each such time. */
  tellAway(away: StoreAway): void {
    if (this.#toldAway === away) return;
    this.#toldAway = away;
    this.notice(away.code);
  }

  /** May say that once more. */
  forgetNotice(code: ErrorCode): void {
    this.#toldOnce.delete(code);
  }

  /** Ends it with the close code and the name of a failure. */
  end(code: ErrorCode): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#outgoing.stop();
    this.line.close(closeCodeOf(code), code);
    // A paused line would not see the other side's answer to that.
    this.line.resume();
  }

  /** The line is gone. */
  gone(): void {
    this.#ended = true;
    this.#outgoing.stop();
  }

  pause(reason: PauseReason): void {
    this.#paused.add(reason);
    this.line.pause();
  }

  resume(reason: PauseReason): void {
    this.#paused.delete(reason);
    if (this.#paused.size === 0 && this.line.isPaused) this.line.resume();
  }

  /**
   * Regular care: ends it when it takes nothing or is silent for too long, and keeps a client that would else hear nothing from taking
   * the connection for dead, as stock ones do after 30 s.
   */
  sweep({ silence }: { silence: number }): void {
    this.#outgoing.sweep();
    if (this.#ended) return;
    const now = this.#elapsed();
    if (this.isPaused) this.heardAt = now;
    if (now - this.heardAt >= silence * 2) this.line.terminate();
    else if (now - this.heardAt >= silence) this.line.ping();
    if (now - this.#outgoing.sentAt >= (silence * 2) / 3) this.send(lifeFrame());
  }

  #endSlow(): void {
    this.end('too_slow');
    // It takes nothing, so it will not take the close frame either.
    this.line.terminate();
  }

  #tellDurable(): void {
    if (this.#untold === null) return;
    this.send(encodeDurable(this.#untold));
    this.#untold = null;
  }

  #drained(): void {
    this.#tellDurable();
    this.onDrained?.();
  }
}
