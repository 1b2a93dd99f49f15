// What the browser made of two tokens: read off an element once it is painted, and again when the page turns light or dark.
import { useLayoutEffect, useState, useSyncExternalStore, type RefObject } from 'react';
import { useTheme } from '../../ui/theme.ts';
import { type Color, readColor } from './contrast.ts';

export interface Painted {
  readonly ink: Color | null;
  readonly ground: Color | null;
}

const dark = matchMedia('(prefers-color-scheme: dark)');

function watch(tell: () => void): () => void {
  dark.addEventListener('change', tell);
  return () => dark.removeEventListener('change', tell);
}

/** Null before the first painting. */
export function usePainted(element: RefObject<HTMLElement | null>): Painted | null {
  const { theme } = useTheme();
  const systemIsDark = useSyncExternalStore(watch, () => dark.matches);
  const [painted, setPainted] = useState<Painted | null>(null);
  useLayoutEffect(() => {
    if (!element.current) return;
    const { color, backgroundColor } = getComputedStyle(element.current);
    setPainted({ ink: readColor(color), ground: readColor(backgroundColor) });
  }, [element, theme, systemIsDark]);
  return painted;
}
