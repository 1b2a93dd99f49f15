// What a number should be, in words people read and as a question that can be asked of a run.
import type { TargetName } from './target.ts';

/** A row's number on a target; NaN where it was not measured. */
export type Measured = (target: TargetName) => number;

export interface Goal {
  readonly told: string;
  /** Null where what it is held against was not measured. */
  met(measured: Measured): boolean | null;
}

export const peers = ['y-websocket', 'hocuspocus'] as const satisfies readonly TargetName[];
/** Of the peers that were measured, the one that took least. */
function best(measured: Measured): number {
  const known = peers.map(measured).filter((value) => !Number.isNaN(value));
  return known.length === 0 ? Number.NaN : Math.min(...known);
}
const ours = (measured: Measured): number => measured('cocrea');
const within = (limit: number, is: boolean): boolean | null => (Number.isNaN(limit) ? null : is);

export const atMost = (limit: number): Goal => ({
  told: `≤ ${limit.toLocaleString('en')}`,
  met: (measured) => ours(measured) <= limit,
});

export const timesAtMost = (times: number, of: TargetName): Goal => ({
  told: `≤ ${times} × ${of}`,
  met: (measured) => within(measured(of), ours(measured) <= times * measured(of)),
});

export const timesAtLeast = (times: number, of: TargetName): Goal => ({
  told: `≥ ${times} × ${of}`,
  met: (measured) => within(measured(of), ours(measured) >= times * measured(of)),
});

export const fractionOfBest = (parts: number): Goal => ({
  told: `≤ 1/${parts} of the best peer`,
  met: (measured) => within(best(measured), ours(measured) <= best(measured) / parts),
});

export const asMany: Goal = { told: 'all', met: (measured) => ours(measured) > 0 };
