// The time, once a minute: what keeps "hace 5 minutos" true on a page nobody touches.
import { useEffect, useState } from 'react';

/** Milliseconds since 1970, renewed each half minute. */
export function useMinute(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
