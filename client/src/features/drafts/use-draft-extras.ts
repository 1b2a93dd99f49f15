// What stands around the text of a Borrador: each feature brings its part, and here they become one.
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { useMemo } from 'react';
import { joinExtras } from '../../editor/join-extras.ts';
import type { EditorExtras } from '../../editor/editor-extras.ts';
import { useObserving } from '../observations/use-observing.tsx';
import { useSuggesting } from '../suggestions/use-suggesting.tsx';

export interface DraftText {
  /** Another text than the draft's own: what one suggests for it. */
  readonly textId: string | undefined;
  readonly extras: EditorExtras;
}

export function useDraftExtras(draft: DraftDocument): DraftText {
  const observing = useObserving(draft);
  const { textId, extras: suggesting } = useSuggesting(draft);
  // What belongs to the draft's own text stays away from a fork of it.
  const extras = useMemo(
    () => joinExtras(textId === undefined ? [observing, suggesting] : [suggesting]),
    [textId, observing, suggesting],
  );
  return { textId, extras };
}
