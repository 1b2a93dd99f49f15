// Which clocks of each client are known to be deleted, as sorted ranges: so that a client that repeats its whole delete set on every
// connect, as stock clients do, adds nothing to the log.

/** Sorted, disjoint, not touching: start0, end0, start1, end1 … (ends exclusive). */
type Ranges = number[];

/** More new ranges than this are merged in one pass instead of inserted one by one. */
const fewRanges = 16;

export class RangeIndex {
  readonly #clients = new Map<number, Ranges>();

  /** Adds flat triples of client, clock and length. */
  add(triples: readonly number[]): void {
    eachClient(triples, (client, pairs) => {
      const known = this.#clients.get(client);
      if (known !== undefined && pairs.length <= fewRanges * 2) {
        for (let i = 0; i < pairs.length; i += 2) insert(known, pairs[i] as number, pairs[i + 1] as number);
      } else {
        this.#clients.set(client, known === undefined ? normalized(pairs) : normalized(known.concat(pairs)));
      }
    });
  }

  /** Of these triples, what is not in the index; the same array when none of it is. */
  missing(triples: readonly number[]): readonly number[] {
    const missing: number[] = [];
    let same = true;
    for (let i = 0; i < triples.length; i += 3) {
      const client = triples[i] as number;
      const start = triples[i + 1] as number;
      const end = start + (triples[i + 2] as number);
      const known = this.#clients.get(client);
      if (known === undefined) {
        missing.push(client, start, end - start);
        continue;
      }
      let at = start;
      for (let r = firstEndingAfter(known, start); at < end; r += 2) {
        const knownStart = known[r];
        if (knownStart === undefined || knownStart >= end) {
          missing.push(client, at, end - at);
          if (at !== start) same = false;
          at = end;
        } else {
          same = false;
          if (knownStart > at) missing.push(client, at, knownStart - at);
          at = Math.max(at, known[r + 1] as number);
        }
      }
    }
    return same ? triples : missing;
  }

  /** Everything in the index, as triples. */
  triples(): number[] {
    const triples: number[] = [];
    for (const [client, ranges] of this.#clients) {
      for (let i = 0; i < ranges.length; i += 2) {
        triples.push(client, ranges[i] as number, (ranges[i + 1] as number) - (ranges[i] as number));
      }
    }
    return triples;
  }
}

/** Hands the ranges of each client over as pairs of start and end, gathering triples that are not next to each other. */
function eachClient(triples: readonly number[], visit: (client: number, pairs: number[]) => void): void {
  const gathered = new Map<number, number[]>();
  for (let i = 0; i < triples.length; i += 3) {
    const client = triples[i] as number;
    let pairs = gathered.get(client);
    if (pairs === undefined) gathered.set(client, (pairs = []));
    pairs.push(triples[i + 1] as number, (triples[i + 1] as number) + (triples[i + 2] as number));
  }
  for (const [client, pairs] of gathered) visit(client, pairs);
}

/** Index of the first range that ends after `clock`. */
function firstEndingAfter(ranges: Ranges, clock: number): number {
  let low = 0;
  let high = ranges.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle * 2 + 1] as number) > clock) high = middle;
    else low = middle + 1;
  }
  return low * 2;
}

function insert(ranges: Ranges, start: number, end: number): void {
  // From the first range that ends at or after `start` to the last that begins at or before `end`, all become one.
  const first = firstEndingAfter(ranges, start - 1);
  let last = first;
  let from = start;
  let to = end;
  while (last < ranges.length && (ranges[last] as number) <= end) {
    from = Math.min(from, ranges[last] as number);
    to = Math.max(to, ranges[last + 1] as number);
    last += 2;
  }
  ranges.splice(first, last - first, from, to);
}

function normalized(pairs: readonly number[]): Ranges {
  const order = Array.from({ length: pairs.length / 2 }, (_, i) => i * 2);
  order.sort((a, b) => (pairs[a] as number) - (pairs[b] as number));
  const ranges: Ranges = [];
  for (const i of order) {
    const start = pairs[i] as number;
    const end = pairs[i + 1] as number;
    const lastEnd = ranges.at(-1);
    if (lastEnd !== undefined && start <= lastEnd) ranges[ranges.length - 1] = Math.max(lastEnd, end);
    else ranges.push(start, end);
  }
  return ranges;
}
