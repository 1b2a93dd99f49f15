// Over a frozen draft, what this device still holds for it: looked at only where there is something, so that nobody else loads it.
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import { isFrozen } from '@cocrea/shared/domain/draft.ts';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useMe } from '../../../api/session.ts';
import type { EditorExtras } from '../../../editor/editor-extras.ts';
import { readDecision } from './kept-decision.ts';

const LateReturn = lazy(() => import('./LateReturn.tsx'));

export function useLateWords(draft: DraftDocument): EditorExtras {
  const personId = useMe()?.personId ?? '';
  const [stands, setStands] = useState<DocumentJson>();
  // It never changes, and the editor is made anew for another object.
  const keepFirst = useCallback((body: DocumentJson) => setStands((known) => known ?? body), []);
  return useMemo(
    (): EditorExtras =>
      isFrozen(draft.state)
        ? {
            stands,
            unsent: (unsent) => {
              const told = readDecision({ personId, documentId: draft.id }).sent;
              if (unsent.pending === 0 && Object.keys(told).length === 0) return null;
              return (
                <Suspense fallback={null}>
                  <LateReturn draft={draft} unsent={unsent} onFrozenText={keepFirst} />
                </Suspense>
              );
            },
          }
        : {},
    [draft, personId, stands, keepFirst],
  );
}
