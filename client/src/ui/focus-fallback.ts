// Where the focus goes when a dialog closes and the button it was opened from went with what it was about. Without it a keyboard starts
// again at the top of the page.
import { useEffect, useRef, useState, type RefObject } from 'react';

/** Give the ref to what contained the button, with `tabIndex={-1}`; call the function together with the change that removes both. */
export function useFocusFallback<Place extends HTMLElement>(): readonly [RefObject<Place | null>, () => void] {
  const place = useRef<Place>(null);
  const [falls, setFalls] = useState(0);
  useEffect(() => {
    if (falls === 0) return undefined;
    // The dialog gives the focus back to its button in the frame after it went; this comes after that.
    const frame = requestAnimationFrame(() => place.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [falls]);
  return [place, () => setFalls((before) => before + 1)];
}
