// A bucket of tokens: how much more of something one connection may do now.

export class Rate {
  readonly #perSecond: number;
  readonly #elapsed: () => number;
  #tokens: number;
  #at: number;

  /** Up to two seconds' worth may be used at once. */
  constructor(perSecond: number, elapsed: () => number) {
    this.#perSecond = perSecond;
    this.#elapsed = elapsed;
    this.#tokens = perSecond * 2;
    this.#at = elapsed();
  }

  /** Uses one token when there is one. */
  take(): boolean {
    if (this.#tokens < 1) this.#refill();
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }

  /** Uses one token even when there is none: for what must not be dropped. Gives the milliseconds until the debt is paid, 0 without one. */
  owe(): number {
    this.#tokens -= 1;
    return this.#tokens >= 0 ? 0 : this.debt();
  }

  /** Milliseconds until the debt is paid, 0 without one. */
  debt(): number {
    this.#refill();
    return this.#tokens >= 0 ? 0 : Math.ceil((-this.#tokens * 1000) / this.#perSecond);
  }

  #refill(): void {
    const now = this.#elapsed();
    this.#tokens = Math.min(this.#perSecond * 2, this.#tokens + ((now - this.#at) * this.#perSecond) / 1000);
    this.#at = now;
  }
}
