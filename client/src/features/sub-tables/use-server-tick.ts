// The server's time, renewed at each second of a clock: all screens tick together, because they count back from the same moment.
import { untilNextTick } from '@cocrea/shared/domain/clock-face.ts';
import type { TableClock } from '@cocrea/shared/domain/table-clock.ts';
import { useEffect, useState } from 'react';
import { serverNow } from '../../api/server-time.ts';

/** Milliseconds since 1970, by the server. Stands while the clock does. */
export function useServerTick({ endsAt, left }: TableClock): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = (): void => {
      const at = serverNow();
      setNow(at);
      const wait = untilNextTick({ endsAt, left }, at);
      if (wait !== null) timer = setTimeout(tick, wait);
    };
    tick();
    // A tab that was hidden or a laptop that slept ticks at once.
    document.addEventListener('visibilitychange', again);
    function again(): void {
      clearTimeout(timer);
      tick();
    }
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', again);
    };
  }, [endsAt, left]);
  return now;
}
