// The layers that draw suggestions: all open ones over the draft, one's own over one's fork.
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { useCallback, useEffect, useMemo, type ReactNode } from 'react';
import type { Me } from '@cocrea/shared/api/session.ts';
import { useSuggestions } from '../../api/suggestions.ts';
import type { EditorDesk } from '../../editor/editor-extras.ts';
import { usePlugin } from '../../editor/use-plugin.ts';
import { showMarked, suggestionMarks, type Marked } from './suggestion-marks.ts';
import './suggestion-marks.css';
import { useOwnSuggestions } from './use-own-suggestions.ts';
import { useWords } from './words.ts';

const none: readonly Marked[] = [];

interface BodyMarksProps {
  readonly draft: DraftDocument;
  readonly desk: EditorDesk;
  readonly onPick: (id: string) => void;
}

export function BodyMarks({ draft, desk: { editor }, onPick }: BodyMarksProps): ReactNode {
  const { mark: say, told } = useWords().suggestions;
  const { data } = useSuggestions(draft.labId, draft.id);
  const marked = useMemo((): readonly Marked[] => {
    if (data === undefined) return none;
    const people = new Map(data.people.map((person) => [person.personId, person]));
    return data.forks.map(({ fork, suggestions }) => ({
      author: people.get(fork.authorId) ?? { name: told.somebody, color: 0 },
      suggestions,
    }));
  }, [data, told]);
  const make = useCallback(() => suggestionMarks({ side: 'body', say, onPick }), [say, onPick]);
  usePlugin(editor, make);
  useEffect(() => showMarked(editor.view, marked), [editor, make, marked]);
  return null;
}

interface ForkMarksProps {
  readonly draft: DraftDocument;
  readonly desk: EditorDesk;
  readonly me: Pick<Me, 'personId' | 'name' | 'color'>;
}

export function ForkMarks({ draft, desk: { editor }, me }: ForkMarksProps): ReactNode {
  const { mark: say } = useWords().suggestions;
  const suggestions = useOwnSuggestions(editor, { draft, personId: me.personId });
  // One plugin for as long as the text is open: each new one would begin the whole binding anew.
  const make = useCallback(() => suggestionMarks({ side: 'fork', say }), [say]);
  usePlugin(editor, make);
  useEffect(
    () => showMarked(editor.view, suggestions === null ? none : [{ author: me, suggestions }]),
    [editor, make, suggestions, me],
  );
  return null;
}
