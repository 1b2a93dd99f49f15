// Short messages about what was just done, at the foot of the page; read out, and gone by themselves. What draws them comes after the page
// that may tell something; what is told meanwhile waits for it.
import { lazy, Suspense, type ReactNode } from 'react';
import type { Message } from './Toaster.tsx';

/** Without what draws, a page works as well: it then tells nothing in passing. */
const Toaster = lazy(() => import('./Toaster.tsx').catch(() => ({ default: () => null })));

const waiting: Message[] = [];
let draw: ((message: Message) => void) | null = null;

function drawWith(drawer: (message: Message) => void): () => void {
  draw = drawer;
  for (const message of waiting.splice(0)) drawer(message);
  return () => {
    draw = null;
  };
}

function say(message: Message): void {
  if (draw) draw(message);
  else waiting.push(message);
}

export function Toasts(): ReactNode {
  return (
    <Suspense fallback={null}>
      <Toaster onReady={drawWith} />
    </Suspense>
  );
}

export function tell(text: string): void {
  say({ text, failed: false });
}

/** With one thing that can still be done about it, such as taking it back. */
export function tellWithAction(text: string, action: { readonly label: string; readonly onAct: () => unknown }): void {
  say({ text, failed: false, action });
}

/** For what went wrong out of sight; stays until it is put away or its action is taken. */
export function tellFailure(text: string, action?: { readonly label: string; readonly onAct: () => void }): void {
  say({ text, failed: true, ...(action && { action }) });
}
