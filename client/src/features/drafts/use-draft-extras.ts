// What stands around the text of a Borrador: each feature brings its part, and here they become one.
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { useMemo } from 'react';
import { joinExtras } from '../../editor/join-extras.ts';
import type { EditorExtras } from '../../editor/editor-extras.ts';
import { useAuthorship } from '../history/use-authorship.tsx';
import { useCommenting } from '../comments/use-commenting.tsx';
import { useLateWords } from './late/use-late-words.tsx';
import { useOriginsOf } from '../consolidation/use-origins.tsx';
import { useObserving } from '../observations/use-observing.tsx';

export function useDraftExtras(draft: DraftDocument): EditorExtras {
  const observing = useObserving(draft);
  const commenting = useCommenting(draft);
  const late = useLateWords(draft);
  const origins = useOriginsOf(draft);
  const authorship = useAuthorship(draft);
  return useMemo(
    () => joinExtras([observing, commenting, origins, late, authorship]),
    [observing, commenting, origins, late, authorship],
  );
}
