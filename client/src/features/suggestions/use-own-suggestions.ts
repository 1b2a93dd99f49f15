// What one suggests, found on the screen while one writes: the fork in the editor against the draft's text, which is followed on a line of its own.
import { bodyField } from '@cocrea/shared/document/schema.ts';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import { suggestionsBetween } from '@cocrea/shared/document/suggestions/suggestions.ts';
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import type { Suggestion } from '@cocrea/shared/domain/suggestion.ts';
import type { Editor } from '@tiptap/core';
import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import { useEffect, useState } from 'react';
import { useOpenDocument } from '../../editor/use-open-document.ts';

/** Milliseconds of silence after which the two are compared. */
const pause = 200;

/** Null until both texts are here. */
export function useOwnSuggestions(
  editor: Editor,
  { draft, personId }: { readonly draft: DraftDocument; readonly personId: string },
): readonly Suggestion[] | null {
  const body = useOpenDocument({ personId, labId: draft.labId, documentId: draft.id })?.snapshot.open?.doc ?? null;
  const [found, setFound] = useState<readonly Suggestion[] | null>(null);
  useEffect(() => {
    if (body === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const compare = (): void => {
      if (editor.isDestroyed) return;
      // While an accent is being composed nothing is drawn anew.
      if (editor.view.composing) return later();
      const json = yXmlFragmentToProsemirrorJSON(body.getXmlFragment(bodyField));
      const before = editor.schema.nodeFromJSON(json).toJSON() as DocumentJson;
      setFound(suggestionsBetween(before, editor.state.doc.toJSON() as DocumentJson));
    };
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(compare, pause);
    };
    compare();
    editor.on('update', later);
    body.on('update', later);
    return () => {
      clearTimeout(timer);
      editor.off('update', later);
      body.off('update', later);
    };
  }, [editor, body]);
  return found;
}
