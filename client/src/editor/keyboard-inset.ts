// How much of the foot of the page a phone's keyboard covers, told to the style sheet as `--keyboard`: the toolbar sits above it.
import { useEffect } from 'react';

/** Pixels the visible page must lose before it is a keyboard and not a browser's bar. */
const keyboardHeight = 120;

export function useKeyboardInset(): void {
  useEffect(() => {
    const viewport = window.visualViewport;
    if (!viewport) return undefined;
    const root = document.documentElement;
    let tallest = viewport.height;
    let width = viewport.width;
    const measure = () => {
      if (viewport.width !== width) {
        width = viewport.width;
        tallest = viewport.height;
      }
      tallest = Math.max(tallest, viewport.height);
      const covered = Math.max(0, root.clientHeight - viewport.height - viewport.offsetTop);
      root.style.setProperty('--keyboard', `${Math.round(covered)}px`);
      root.toggleAttribute('data-keyboard', tallest - viewport.height > keyboardHeight);
    };
    measure();
    viewport.addEventListener('resize', measure);
    viewport.addEventListener('scroll', measure);
    return () => {
      viewport.removeEventListener('resize', measure);
      viewport.removeEventListener('scroll', measure);
      root.style.removeProperty('--keyboard');
      root.removeAttribute('data-keyboard');
    };
  }, []);
}
