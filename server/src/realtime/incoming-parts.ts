// Puts together what one client sends in parts, within what one may send and what all may have under way: memory is promised before the
// first byte is kept, so that nobody waits half-way for another.
import { AppError } from '@cocrea/shared/errors.ts';
import { type Part, PartsJoiner } from '@cocrea/shared/protocol/part.ts';
import type { RealtimeLimits } from './limits.ts';
import { Malformed } from './update/byte-reader.ts';

/** What all connections have under way. */
export class PartsBudget {
  readonly #limit: number;
  #promised = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Promises so many bytes; false when there are not so many left. One that is alone is never refused. */
  promise(bytes: number): boolean {
    if (this.#promised > 0 && this.#promised + bytes > this.#limit) return false;
    this.#promised += bytes;
    return true;
  }

  release(bytes: number): void {
    this.#promised -= bytes;
  }
}

export class IncomingParts {
  readonly #joiner = new PartsJoiner();
  readonly #limits: Pick<RealtimeLimits, 'textBytes'>;
  readonly #budget: PartsBudget;

  constructor(limits: Pick<RealtimeLimits, 'textBytes'>, budget: PartsBudget) {
    this.#limits = limits;
    this.#budget = budget;
  }

  /**
   * Takes a part; gives the whole frame with the last one, null before. Throws Malformed when it is not the one that comes next, AppError
   * `frame_too_large`, or `store_unavailable` when too much of others is under way.
   */
  take(part: Part): Uint8Array | null {
    if (!this.#joiner.fits(part)) throw new Malformed('a part out of order');
    if (part.from === 0) {
      const { textBytes } = this.#limits;
      if (part.total > textBytes) throw new AppError('frame_too_large', { limit: textBytes });
      if (!this.#budget.promise(part.total)) throw new AppError('store_unavailable');
    }
    const whole = this.#joiner.add(part);
    if (whole !== null) this.#budget.release(whole.length);
    return whole;
  }

  forget(): void {
    this.#budget.release(this.#joiner.total);
    this.#joiner.forget();
  }
}
