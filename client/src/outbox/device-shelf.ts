// What this device keeps things on, where it lets a page keep anything.
import type { Shelf } from './kept-items.ts';

/** Null where even naming it is forbidden. */
export function deviceShelf(): Shelf | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
