// Keeps the focus where one was working when what one pressed is replaced by something else: without it a keyboard starts at the top again.
import { useEffect, useRef, type RefObject } from 'react';

/** Give the ref to what contains it, with `tabIndex={-1}`. `state` changes whenever its content is replaced. */
export function useKeptFocus<Place extends HTMLElement>(state: string): RefObject<Place | null> {
  const place = useRef<Place>(null);
  const before = useRef(state);
  useEffect(() => {
    if (before.current === state) return;
    before.current = state;
    if (document.activeElement === document.body) place.current?.focus();
  }, [state]);
  return place;
}
