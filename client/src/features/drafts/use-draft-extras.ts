// What stands around the text of a Borrador: each feature brings its part, this is the list of them.
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { useMemo } from 'react';
import type { EditorExtras } from '../../editor/editor-extras.ts';

export function useDraftExtras(_draft: DraftDocument): EditorExtras {
  return useMemo((): EditorExtras => ({ panels: [], layers: [], selectionActions: [] }), []);
}
