// Which of several things are in the same order in two places: the most of them that can be.

/** The longest rising run among the values from 0 on, with where each stands: patience sorting. */
export function longestRising(values: readonly number[]): { at: number; value: number }[] {
  const tails: number[] = [];
  const before: number[] = [];
  values.forEach((value, at) => {
    if (value < 0) return;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = at;
  });
  const run: { at: number; value: number }[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) run.push({ at, value: values[at] ?? 0 });
  return run.reverse();
}
