// Whether a text is only just being shown: what is out of sight may then wait, so that what is in sight comes sooner. It ends with the first idle
// moment, and before the first touch or key does anything.
import { useEffect, useState } from 'react';

/** Milliseconds after which it ends also where the page was never idle, or the browser cannot tell. */
const longest = 1_500;

export function useOpening(): boolean {
  const [opening, setOpening] = useState(true);
  useEffect(() => {
    const end = (): void => setOpening(false);
    const timer = setTimeout(end, longest);
    const idle = 'requestIdleCallback' in window ? requestIdleCallback(end) : null;
    const acts = ['pointerdown', 'keydown', 'focusin', 'wheel', 'beforeprint'] as const;
    for (const act of acts) addEventListener(act, end, { capture: true, once: true, passive: true });
    return () => {
      clearTimeout(timer);
      if (idle !== null) cancelIdleCallback(idle);
      for (const act of acts) removeEventListener(act, end, { capture: true });
    };
  }, []);
  return opening;
}
