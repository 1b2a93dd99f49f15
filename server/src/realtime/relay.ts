// Brings what was committed in one room to everybody else in it: one frame for all that waits, joined and encoded once. Frames are
// held back for a window only where so many are sent that fewer of them is worth the wait; a small room never waits.
import { treeMerge } from '../storage/tree-merge.ts';
import { updateFrame } from './frames.ts';
import { joinUpdates } from './update/join-updates.ts';
import type { UpdateParts } from './update/update-parts.ts';

/** Who gets frames of text. */
export interface Recipient {
  /** Sends a frame of text now, or remembers it, or drops it because all will be sent later: the recipient's own affair. */
  relay(frame: Uint8Array): boolean;
  /** All that was committed so far has been relayed: the moment to notice that it cannot keep up. */
  afterRelay(): void;
}

/** A committed update, who wrote it, and its frame when that is already encoded. */
export interface Relayed<R extends Recipient> {
  readonly author: R | null;
  readonly update: UpdateParts;
  readonly frame: Uint8Array | null;
}

/** From so many frames sent per second in one room, frames wait so many milliseconds for company. */
const windows = [
  { from: 30_000, wait: 100 },
  { from: 8_000, wait: 50 },
  { from: 2_500, wait: 16 },
] as const;
/** A room of so few waits for nothing, however fast they type. */
const few = 10;
/** Length of the stretch over which sending is counted, in milliseconds. */
const stretch = 500;

export class Relay<R extends Recipient> {
  readonly #recipients: ReadonlySet<R>;
  readonly #elapsed: () => number;
  readonly #onSent: (recipients: number) => void;
  #waiting: Relayed<R>[] = [];
  #timer: NodeJS.Timeout | null = null;
  #since = 0;
  #counted = 0;
  #perSecond = 0;

  constructor({
    recipients,
    elapsed,
    onSent,
  }: { recipients: ReadonlySet<R>; elapsed: () => number; onSent: (recipients: number) => void }) {
    this.#recipients = recipients;
    this.#elapsed = elapsed;
    this.#onSent = onSent;
  }

  /** Sends what one commit brought, now or when the window closes. */
  push(updates: readonly Relayed<R>[]): void {
    const wait = this.#window();
    for (const update of updates) this.#waiting.push(update);
    if (wait === 0) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), wait);
  }

  /** Sends all that waits. */
  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const batch = this.#waiting;
    const first = batch[0];
    if (first === undefined) return;
    this.#waiting = [];
    if (this.#recipients.size <= 2) {
      this.#sendEach(batch);
    } else {
      const author = batch.every((one) => one.author === first.author) ? first.author : null;
      this.#send(batch.length === 1 ? encoded(first) : updateFrame(joined(batch)), author);
    }
    for (const recipient of this.#recipients) recipient.afterRelay();
  }

  /** With two in the room each update has one recipient, and joining for one costs more than it spares. */
  #sendEach(batch: readonly Relayed<R>[]): void {
    if (this.#recipients.size === 0) return;
    for (const one of batch) this.#send(encoded(one), one.author);
  }

  #send(frame: Uint8Array, except: R | null): void {
    let sent = 0;
    for (const recipient of this.#recipients) {
      if (recipient !== except && recipient.relay(frame)) sent += 1;
    }
    if (sent > 0) this.#onSent(sent);
  }

  /** What would be sent if nothing waited decides, so that a window does not close itself by working. */
  #window(): number {
    this.#counted += this.#recipients.size;
    const elapsed = this.#elapsed() - this.#since;
    if (elapsed >= stretch) {
      this.#perSecond = elapsed > stretch * 4 ? 0 : (this.#counted * 1000) / elapsed;
      this.#since = this.#elapsed();
      this.#counted = 0;
    }
    if (this.#recipients.size <= few) return 0;
    return windows.find(({ from }) => this.#perSecond >= from)?.wait ?? 0;
  }
}

function encoded(one: { readonly update: UpdateParts; readonly frame: Uint8Array | null }): Uint8Array {
  return one.frame ?? updateFrame(one.update.bytes);
}

function joined(batch: readonly { readonly update: UpdateParts }[]): Uint8Array {
  const updates = batch.map(({ update }) => update);
  return joinUpdates(updates)?.bytes ?? treeMerge(updates.map(({ bytes }) => bytes));
}
