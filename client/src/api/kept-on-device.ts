// What this device keeps of the person who uses it, so that a page reloaded without network still knows them and their lab: for a week, one
// person at a time, and thrown away when they leave or another enters. A phone is passed around a table.
import { forget, recall, remember } from '../ui/memory.ts';

/** Who one is, what was fetched last, and the table one sits at. */
const names = ['session', 'answers', 'mine'] as const;
type Name = (typeof names)[number];

/** Raised when the shape of what is kept changes: what an older program kept is then not read. */
const edition = 4;
/** Milliseconds. */
export const week = 7 * 24 * 60 * 60 * 1000;

interface Kept<What> {
  readonly personId: string;
  readonly what: What;
}

export function keepOnDevice<What>(name: Name, { personId, what }: Kept<What>): void {
  remember(name, JSON.stringify({ edition, at: Date.now(), personId, what }));
}

/** Null where nothing is kept, or nothing this program can read. */
export function keptOnDevice<What>(name: Name): Kept<What> | null {
  const found = recall(name);
  if (found === null) return null;
  try {
    const kept = JSON.parse(found) as Kept<What> & { readonly edition: number; readonly at: number };
    if (kept.edition === edition && Date.now() - kept.at < week) return kept;
  } catch {
    // Half written, or by somebody else.
  }
  forget(name);
  return null;
}

export function forgetPerson(): void {
  for (const name of names) forget(name);
}
