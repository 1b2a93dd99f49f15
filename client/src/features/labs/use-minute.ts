// The time, twice a minute: what keeps "hace 5 minutos" and the last day of a consultation true on a page nobody touches. It is the server's: a
// phone with a wrong date must not say that a consultation is over.
import { useEffect, useState } from 'react';
import { serverNow } from '../../api/server-time.ts';

/** Milliseconds since 1970, renewed each half minute. */
export function useMinute(): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
