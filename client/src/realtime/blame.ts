// Whose fault it is that a line was lost before anything was heard on it: the network's, which lets no socket through, or nobody's, because
// the server is away.
import { countFailure, doubt, noSockets, type Way } from './ways.ts';

/** That a socket failed counts only where the server answers otherwise: one that is away is away on every way. */
export async function blameWay(way: Way): Promise<void> {
  if (way === 'http') return doubt();
  try {
    const answer = await fetch('/healthz', { cache: 'no-store' });
    // What stands between may answer everything with a page of its own.
    if (answer.ok && answer.headers.get('content-type')?.startsWith('application/json') && countFailure()) remember();
  } catch {
    // Nobody is reached at all.
  }
}

function remember(): void {
  try {
    sessionStorage.setItem(noSockets, '1');
  } catch {
    // A tab that keeps nothing finds out anew.
  }
}
