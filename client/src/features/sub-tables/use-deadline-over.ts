// Whether the date until which a table is open has passed, by the server's time: said in the moment it passes, on a screen nobody touches too.
import { useServerTick } from './use-server-tick.ts';

/** `openUntil` in milliseconds since 1970; false where there is none. */
export function useDeadlineOver(openUntil: number | null): boolean {
  const now = useServerTick({ endsAt: openUntil, left: null });
  return openUntil !== null && now >= openUntil;
}
