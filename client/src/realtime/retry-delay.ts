// When to try again after a lost connection: soon at first, then less often, and never all phones of a hall in the same instant.
import type { ErrorCode } from '@cocrea/shared/errors.ts';

/** Failures that will not be over in a second: the first try waits longer. */
const slow = new Set<ErrorCode>([
  'too_many_connections_address',
  'too_many_connections_person',
  'store_unavailable',
  'disk_full',
  'document_damaged',
]);

/**
 * Milliseconds until attempt number `attempt` (0 is the first after a loss). `random` in [0, 1) spreads it over half to all of its
 * window; a restarting server gets its clients back spread over the first three seconds.
 */
export function retryDelay(attempt: number, { reason, random }: { reason: ErrorCode | null; random: number }): number {
  if (reason === 'restarting' && attempt === 0) return 300 + random * 2700;
  const first = reason !== null && slow.has(reason) ? 4000 : 400;
  const window = Math.min(20_000, first * 2 ** attempt);
  return window * (0.5 + random / 2);
}
