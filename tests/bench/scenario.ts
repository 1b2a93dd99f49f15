// What a measurement is: work that is done to a target, numbers that come out, and the goal each number has in ENGINE.md's table.
import type { Goal } from './goal.ts';
import type { Target, TargetName } from './target.ts';

export interface Row {
  /** The number's name in what `run` returns. */
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly goal?: Goal;
  /** What it is called where there is room for a line only; rows without stay in the whole table. */
  readonly brief?: string;
}

export interface Scale {
  /** Shorter and smaller, to see that everything works; its numbers say little. */
  readonly short: boolean;
}

export interface Scenario {
  /** What one writes on the command line to run it alone. */
  readonly name: string;
  readonly targets: readonly TargetName[];
  readonly rows: readonly Row[];
  /** Makes the data folder it is done in, where a fresh one will not do. */
  readonly folder?: () => Promise<string>;
  /** It is about more than one thread of the server, or done in a browser, which want every core: nothing is pinned. */
  readonly unpinned?: boolean;
  /**
   * Does the work once; throws when the text at the end is not the one that was written. Of what it gives, `load` is how much of its core the
   * load used, where that is known.
   */
  run(target: Target, scale: Scale): Promise<Readonly<Record<string, number>>>;
}

/** Calls `send` with 0, 1, 2 … as they fall due by the clock; a late timer makes up for what it missed. */
export async function paced({ rate, count }: { rate: number; count: number }, send: (index: number) => void): Promise<void> {
  const begin = performance.now();
  let next = 0;
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const due = Math.min(count, Math.floor(((performance.now() - begin) / 1000) * rate) + 1);
      while (next < due) send(next++);
      if (next < count) return;
      clearInterval(timer);
      resolve();
    }, 1);
  });
}

/** A promise to be kept by somebody else, or broken after `seconds` with what was being waited for. */
export function expectation(what: () => string, seconds = 60): { readonly met: Promise<void>; readonly meet: () => void } {
  let meet = (): void => undefined;
  const met = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`after ${seconds} s still not: ${what()}`)), seconds * 1000);
    meet = () => {
      clearTimeout(timer);
      resolve();
    };
  });
  met.catch(() => undefined);
  return { met, meet };
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function assertSame(found: string, expected: string, what: string): void {
  if (found === expected) return;
  throw new Error(`${what}: the text is not the one that was written (${found.length} characters, expected ${expected.length})`);
}
