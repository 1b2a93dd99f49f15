// One stop for the Tab key in a row of buttons, the arrows to move among them, as toolbars are expected to behave.
import { useCallback, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';

export interface RovingFocus {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
  /** For each button, by its id: 0 for the one the Tab key comes to, -1 for the others. */
  readonly tabIndexOf: (id: string) => 0 | -1;
  /** Puts the focus on the button the Tab key would come to. */
  readonly focus: () => void;
}

/** Buttons carry `data-tool` with their id; `first` is the one the Tab key comes to before any was used. */
export function useRovingFocus(first: string): RovingFocus {
  const ref = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(first);
  const buttons = () =>
    [...(ref.current?.querySelectorAll<HTMLElement>('[data-tool]') ?? [])].filter((one) => one.offsetParent !== null);
  const onKeyDown = useCallback((event: KeyboardEvent) => {
    const all = buttons();
    const at = all.indexOf(event.target as HTMLElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (at < 0 || to === undefined || all.length === 0) return;
    event.preventDefault();
    all[(to + all.length) % all.length]?.focus();
  }, []);
  const onFocus = useCallback((event: FocusEvent) => {
    const id = (event.target as HTMLElement).dataset['tool'];
    if (id) setCurrent(id);
  }, []);
  const focus = useCallback(() => {
    const all = buttons();
    (all.find((one) => one.tabIndex === 0) ?? all[0])?.focus();
  }, []);
  return { ref, onKeyDown, onFocus, tabIndexOf: (id) => (id === current ? 0 : -1), focus };
}
