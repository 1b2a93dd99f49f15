// Arriving at a page: its heading is read out, the top of it is seen, and going back finds the place one left. The heading may come later
// than the address, with its data; whoever has begun to do something else by then is left in peace.
import { useEffect, useRef, type RefObject } from 'react';

const kept = 'cocrea.places';
const places = new Map<string, number>();
let path = location.pathname;
let awaited: { readonly top: number; readonly focus: boolean } | null = null;

function giveUp(): void {
  awaited = null;
}

function arrive(top: number): void {
  if (location.pathname === path) return;
  path = location.pathname;
  awaited = { top, focus: true };
  scrollTo(0, top);
}

/** Watches the address from the first page on. Wouter tells of its navigations with events named after what it calls. */
export function watchArrivals(): void {
  history.scrollRestoration = 'manual';
  try {
    for (const [at, top] of JSON.parse(sessionStorage.getItem(kept) ?? '[]') as [string, number][]) places.set(at, top);
  } catch {
    // Nothing was kept.
  }
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (entry && entry.type !== 'navigate') awaited = { top: places.get(path) ?? 0, focus: false };
  addEventListener('scroll', () => places.set(path, scrollY), { passive: true });
  addEventListener('pushState', () => arrive(0));
  addEventListener('replaceState', () => arrive(0));
  addEventListener('popstate', () => arrive(places.get(location.pathname) ?? 0));
  addEventListener('pointerdown', giveUp, { capture: true });
  addEventListener('keydown', giveUp, { capture: true });
  addEventListener('pagehide', () => {
    try {
      sessionStorage.setItem(kept, JSON.stringify([...places].slice(-50)));
    } catch {
      // A page reloaded without it begins at its top.
    }
  });
}

/** For the h1 of a page: names the tab, and takes the focus when one has just come here. Give the h1 the ref and `tabIndex={-1}`. */
export function useHeading(title: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title === 'Cocrea' ? title : `${title} · Cocrea`;
    if (!awaited) return;
    const { top, focus } = awaited;
    awaited = null;
    if (focus) heading.current?.focus({ preventScroll: true });
    scrollTo(0, top);
  }, [title]);
  return heading;
}
