// How much of the foot of the page a phone's keyboard covers, told to the style sheet as `--keyboard`: the toolbar sits above it, and the
// line one writes above the toolbar.
import type { Editor } from '@tiptap/core';
import { useEffect } from 'react';

/** Pixels the visible page must lose before it is a keyboard and not a browser's bar. */
const keyboardHeight = 120;

export function useKeyboardInset(editor: Editor): void {
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
      const open = tallest - viewport.height > keyboardHeight;
      const opens = open && !root.hasAttribute('data-keyboard');
      root.toggleAttribute('data-keyboard', open);
      // Once the toolbar has its new place: what one touched to write may now be under it.
      if (opens) requestAnimationFrame(() => !editor.isDestroyed && editor.isFocused && editor.commands.scrollIntoView());
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
  }, [editor]);
}
