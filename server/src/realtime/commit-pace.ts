// How long the next commit may wait for company: nothing while little is written, up to 10 ms as the load grows. A commit costs the
// same whatever it holds, so under load the pause between commits decides the price of a key; one busy room gains less from it.

/** Updates per second below which no commit waits, and above which it waits its longest. */
const quiet = 200;
const busy = 2_000;
/** Longest pause, in milliseconds, with one room writing and with many. */
const longestAlone = 2;
const longest = 10;
/** Rooms writing in the same second that count as many. */
const manyRooms = 200;
/** Length of the stretch over which the load is counted, in milliseconds. */
const stretch = 500;

export class CommitPace {
  readonly #elapsed: () => number;
  #since = 0;
  #updates = 0;
  readonly #rooms = new Set<string>();
  #gap = 0;

  constructor(elapsed: () => number) {
    this.#elapsed = elapsed;
  }

  /** One room put so many updates into a commit. */
  note(documentId: string, updates: number): void {
    this.#updates += updates;
    this.#rooms.add(documentId);
  }

  /** Milliseconds between the end of this commit and the start of the next. */
  get gap(): number {
    const elapsed = this.#elapsed() - this.#since;
    if (elapsed >= stretch) {
      const rate = elapsed > stretch * 4 ? 0 : (this.#updates * 1000) / elapsed;
      const load = Math.min(1, Math.max(0, (rate - quiet) / (busy - quiet)));
      const most = longestAlone + (longest - longestAlone) * Math.min(1, this.#rooms.size / manyRooms);
      this.#gap = Math.round(load * most);
      this.#since = this.#elapsed();
      this.#updates = 0;
      this.#rooms.clear();
    }
    return this.#gap;
  }
}
