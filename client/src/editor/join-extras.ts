// What several features add to one text, as one.
import { Children } from 'react';
import type { EditorExtras } from './editor-extras.ts';

/** In the order given. */
export function joinExtras(parts: readonly EditorExtras[]): EditorExtras {
  // One of them says what becomes of words that were not sent.
  const unsent = parts.find((part) => part.unsent !== undefined)?.unsent;
  const stands = parts.find((part) => part.stands !== undefined)?.stands;
  return {
    ...(unsent && { unsent }),
    ...(stands && { stands }),
    panels: parts.flatMap(({ panels = [] }) => panels),
    layers: parts.flatMap(({ layers = [] }) => layers),
    selectionActions: parts.flatMap(({ selectionActions = [] }) => selectionActions),
    bar: Children.toArray(parts.map(({ bar }) => bar)),
    notices: Children.toArray(parts.map(({ notices }) => notices)),
  };
}
