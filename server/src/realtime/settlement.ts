// Counts, for one connection, which of its content frames are settled: the number that `durable` tells. Frames settle in order; one that
// was refused without ending the connection (a gap, read only) holds the count until a later step two, which has everything, settles.

/** What one commit settles of a connection. */
export interface Settles {
  /** Every frame up to this one is settled, but for those held. */
  frames: number;
  /** The latest step two among them, which makes up for what was refused before it; 0 for none. */
  releases: number;
}

export class Settlement {
  /** Content frames received. */
  #received = 0;
  #reached = 0;
  #held: number[] = [];
  #told = 0;

  get received(): number {
    return this.#received;
  }

  get told(): number {
    return this.#told;
  }

  /** Another content frame came; gives its number, from 1. */
  count(): number {
    this.#received += 1;
    return this.#received;
  }

  /** The frame of this number was refused and will be made up for by a step two. */
  hold(frame: number): void {
    this.#held.push(frame);
  }

  /** Gives the count to tell when it has grown, else null. */
  settle({ frames, releases }: Settles): number | null {
    if (releases > 0) this.#held = this.#held.filter((held) => held > releases);
    this.#reached = Math.max(this.#reached, frames);
    const count = Math.min(this.#reached, (this.#held[0] ?? Number.POSITIVE_INFINITY) - 1);
    if (count <= this.#told) return null;
    this.#told = count;
    return count;
  }
}
