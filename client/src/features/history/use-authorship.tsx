// Who wrote this, as the page of a draft takes it up: a panel beside the text, colours in it, and a question about what is selected.
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { UserPen } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useAuthors, type AuthorsAnswer } from '../../api/history.ts';
import type { EditorDesk, EditorExtras } from '../../editor/editor-extras.ts';
import { usePlugin } from '../../editor/use-plugin.ts';
import { authorMarks } from './author-marks.ts';
import './author-marks.css';
import { AuthorsPanel } from './AuthorsPanel.tsx';
import { facesOf, type Grouping } from './faces.ts';
import { useWords } from './words.ts';

const panelId = 'authors';
/** Milliseconds without a key after which the colours are asked for again. */
const pause = 2_000;

export function useAuthorship({ labId, id: documentId }: DraftDocument): EditorExtras {
  const { authors: say } = useWords().history;
  const [on, setOn] = useState(false);
  const [by, setBy] = useState<Grouping>('person');
  return useMemo(
    (): EditorExtras => ({
      panels: [
        {
          id: panelId,
          label: say.panel,
          render: ({ editor }) => <AuthorsPanel {...{ labId, documentId, editor, on, by }} onSwitch={setOn} onGroup={setBy} />,
        },
      ],
      layers: on ? [{ id: 'author-marks', render: (desk) => <Colours {...{ labId, documentId, desk, by }} /> }] : [],
      selectionActions: [
        { label: say.ask, icon: <UserPen aria-hidden="true" />, onAct: (_words, { openPanel }) => openPanel(panelId) },
      ],
    }),
    [say, labId, documentId, on, by],
  );
}

interface ColoursProps {
  readonly labId: string;
  readonly documentId: string;
  readonly desk: EditorDesk;
  readonly by: Grouping;
}

function Colours({ labId, documentId, desk, by }: ColoursProps): ReactNode {
  const answer = useAuthors(labId, documentId);
  const { refetch } = answer;
  const { editor } = desk;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void refetch(), pause);
    };
    editor.on('update', later);
    return () => {
      clearTimeout(timer);
      editor.off('update', later);
    };
  }, [editor, refetch]);
  return answer.data === undefined ? null : <Marks desk={desk} answer={answer.data} by={by} />;
}

function Marks({
  desk,
  answer,
  by,
}: {
  readonly desk: EditorDesk;
  readonly answer: AuthorsAnswer;
  readonly by: Grouping;
}): ReactNode {
  const { history, ui } = useWords();
  const make = useCallback(
    () => authorMarks(answer.blocks, facesOf(answer.people, { ...history, kinds: ui.actorKinds })(by)),
    [answer, by, history, ui],
  );
  usePlugin(desk.editor, make);
  return null;
}
