// What one person deleted of one text in the last minute, counted without reading it: the numbers an update says of itself. They are never fewer
// than the characters that went, so that who stays below the limit here needs no reading.
import { cutUpdate } from '../realtime/update/join-updates.ts';

interface Deletion {
  readonly seq: number;
  readonly at: number;
  readonly ranges: readonly number[];
  readonly count: number;
}

export interface DeletionsNow {
  /** The row before the first of them, and that of the last. */
  readonly before: number;
  readonly until: number;
  /** Of the last, in milliseconds since 1970. */
  readonly at: number;
  readonly count: number;
  /** A Yjs update of deletions alone. */
  readonly update: Uint8Array;
}

/** Deletions at the beginning that weigh no more than this of all are another thing: a word mended before everything was deleted. */
const slight = 0.05;

export class RecentDeletions {
  readonly #window: number;
  #deletions: Deletion[] = [];

  /** `window` in milliseconds. */
  constructor(window: number) {
    this.#window = window;
  }

  get isEmpty(): boolean {
    return this.#deletions.length === 0;
  }

  get count(): number {
    return this.#deletions.reduce((sum, { count }) => sum + count, 0);
  }

  add({ seq, at, ranges }: { seq: number; at: number; ranges: readonly number[] }): void {
    this.forgetBefore(at - this.#window);
    this.#deletions.push({ seq, at, ranges, count: countOf(ranges) });
  }

  forgetBefore(at: number): void {
    if ((this.#deletions[0]?.at ?? at) < at) this.#deletions = this.#deletions.filter((one) => one.at >= at);
  }

  /** Forgets what was told. */
  forgetUpTo(seq: number): void {
    this.#deletions = this.#deletions.filter((one) => one.seq > seq);
  }

  /** Null where there are none. */
  now(): DeletionsNow | null {
    const all = this.count;
    let left = all;
    const told = this.#deletions.filter(({ count }) => {
      const isSlight = all - left + count <= all * slight;
      left -= count;
      return !isSlight;
    });
    const [first, last] = [told[0], told.at(-1)];
    if (first === undefined || last === undefined) return null;
    const deletes = told.flatMap(({ ranges }) => ranges);
    return {
      before: first.seq - 1,
      until: last.seq,
      at: last.at,
      count: told.reduce((sum, { count }) => sum + count, 0),
      update: cutUpdate(new Uint8Array(), { sections: [], deletes }).bytes,
    };
  }
}

export function countOf(ranges: readonly number[]): number {
  let count = 0;
  for (let at = 2; at < ranges.length; at += 3) count += ranges[at] as number;
  return count;
}
