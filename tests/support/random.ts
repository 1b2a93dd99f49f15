// Chance that can be repeated: a generator from a seed, which is printed so that a failing run can be named and run again.

export interface Random {
  readonly seed: number;
  /** An integer from 0 up to, not including, `end`. */
  below(end: number): number;
  pick<Item>(items: readonly Item[]): Item;
}

/** mulberry32. Without `seed`, that of COCREA_TEST_SEED or a new one; printed either way. */
export function printedRandom(what: string, seed = Number(process.env['COCREA_TEST_SEED'] ?? Date.now() % 2 ** 31)): Random {
  console.log(`${what}: COCREA_TEST_SEED=${seed}`);
  let state = seed >>> 0;
  const below = (end: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
  };
  return {
    seed,
    below,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
  };
}
