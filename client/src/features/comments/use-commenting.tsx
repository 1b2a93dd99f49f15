// Commenting, as the page of a draft takes it up: a button and a key for what is selected, marks in the text, the threads beside it, and the way
// to one thread by its address.
import type { Anchored } from '@cocrea/shared/document/comment-anchors.ts';
import { makeAnchor } from '@cocrea/shared/document/comment-anchors.ts';
import { isShown, type CommentThread } from '@cocrea/shared/domain/comment.ts';
import { isOpenToWrite, type DraftDocument } from '@cocrea/shared/domain/document.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { MessageSquareText } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import { useComments } from '../../api/comments.ts';
import { useActor, useMe } from '../../api/session.ts';
import type { EditorDesk, EditorExtras } from '../../editor/editor-extras.ts';
import { usePlugin } from '../../editor/use-plugin.ts';
import { tell } from '../../ui/Toast.tsx';
import './comment-marks.css';
import { commentMarks, showThreads, showWords, textNow, threadAt, type Commented } from './comment-marks.ts';
import { CommentsPanel } from './CommentsPanel.tsx';
import { forgetThread, keepAnchor, keptAnchor, newThreadName } from './kept-words.ts';
import { useWords } from './words.ts';

const panelId = 'comments';
/** The mark of what is being commented and not sent. */
const begunId = 'begun';
const none: readonly CommentThread[] = [];
/** Where the panel stands beside the text. */
const beside = '(min-width: 64rem)';
/** Milliseconds after which a text is no longer moved to words it does not have. */
const patience = 3000;

export function useCommenting(draft: DraftDocument): EditorExtras {
  const { comments: say } = useWords();
  const actor = useActor();
  const personId = useMe()?.personId ?? '';
  const threads = useComments(draft.labId, draft.id).data?.threads ?? none;
  const [picked, setPicked] = useState<string | null>(null);
  const writes = can(actor, 'comment.write', draft);
  const moderates = can(actor, 'comment.moderate', draft);
  const keptAs = newThreadName(personId, draft.id);
  const [begun, setBegun] = useState<Anchored | null>(() => (writes ? keptAnchor(keptAs) : null));
  const count = threads.filter((thread) => thread.state === 'open' && isShown(thread)).length;
  const isThere = isOpenToWrite(draft) || threads.some(isShown);

  const comment = useCallback(
    ({ editor, openPanel }: EditorDesk): void => {
      const text = textNow(editor.view);
      const { from, to } = editor.state.selection;
      const made = text === null ? null : makeAnchor(text, { from, to });
      const here = made === null ? threadAt(editor.state, from) : null;
      if (made === null && here === null) return tell(say.selectFirst);
      if (made !== null) {
        const { from: _from, to: _to, ...anchor } = made;
        keepAnchor(keptAs, anchor);
        setBegun(anchor);
      }
      setPicked(here === begunId ? null : here);
      openPanel(panelId);
    },
    [keptAs, say],
  );

  return useMemo((): EditorExtras => {
    if (!isThere || personId === '') return {};
    return {
      selectionActions: writes
        ? [
            {
              label: say.comment,
              icon: <MessageSquareText aria-hidden="true" />,
              prominent: true,
              onAct: (_words, desk) => comment(desk),
            },
          ]
        : [],
      panels: [
        {
          id: panelId,
          label: say.panel,
          badge: count,
          render: ({ editor, closePanel }) => (
            <CommentsPanel
              draft={draft}
              editor={editor}
              rights={{ personId, writes, moderates }}
              begun={begun}
              picked={picked}
              onPick={setPicked}
              onShow={(id) => {
                setPicked(id);
                closePanel();
                requestAnimationFrame(() => showWords(editor.view.dom, id));
              }}
              onBegun={(id) => {
                forgetThread(keptAs);
                setBegun(null);
                if (id !== null) setPicked(id);
              }}
            />
          ),
        },
      ],
      layers: [
        {
          id: 'comment-marks',
          render: (desk) => (
            <Marks {...{ draft, desk, picked, begun }} onPick={setPicked} onComment={writes ? comment : undefined} />
          ),
        },
      ],
    };
  }, [isThere, personId, writes, moderates, say, count, draft, begun, picked, comment, keptAs]);
}

interface MarksProps {
  readonly draft: DraftDocument;
  readonly desk: EditorDesk;
  readonly picked: string | null;
  readonly begun: Anchored | null;
  readonly onPick: (id: string) => void;
  /** Absent where this person may not. */
  readonly onComment: ((desk: EditorDesk) => void) | undefined;
}

function Marks({ draft, desk, picked, begun, onPick, onComment }: MarksProps): ReactNode {
  const { editor, openPanel } = desk;
  const threads = useComments(draft.labId, draft.id).data?.threads;
  const isLive = isOpenToWrite(draft);
  const make = useCallback(
    () =>
      commentMarks((id, again) => {
        if (id !== begunId) onPick(id);
        // Over a text one writes on a phone a thread would stand in the way of whoever wants to write there: a second touch opens it.
        const inTheWay = editor.isEditable && !matchMedia(beside).matches;
        if (editor.state.selection.empty && (again || !inTheWay)) openPanel(panelId);
      }),
    [onPick, openPanel, editor],
  );
  usePlugin(editor, make);
  const shown = useMemo(() => {
    const known = (threads ?? none)
      .filter(isShown)
      .map((thread): Commented => ({ ...thread, isOpen: isLive && thread.state === 'open' }));
    return begun === null ? known : [...known, { ...begun, id: begunId, isOpen: true }];
  }, [threads, begun, isLive]);
  useEffect(
    () => showThreads(editor.view, { threads: shown, picked: begun === null ? picked : begunId }),
    [editor, make, shown, picked, begun],
  );
  useThreadOfAddress({ desk, threads, onPick });
  useCommentKey(desk, onComment);
  return null;
}

/** Opens the thread the address names, once, and shows its words when they are there: the text may come after the threads. */
function useThreadOfAddress({
  desk,
  threads,
  onPick,
}: Pick<MarksProps, 'desk' | 'onPick'> & { threads: readonly CommentThread[] | undefined }): void {
  const { comments: say } = useWords();
  const { editor, openPanel } = desk;
  const [address] = useSearchParams();
  const wanted = address.get('comentario');
  const opened = useRef<string | null>(null);
  const [toShow, setToShow] = useState<string | null>(null);
  useEffect(() => {
    if (wanted === null || threads === undefined || opened.current === wanted) return;
    opened.current = wanted;
    const thread = threads.find(({ id }) => id === wanted);
    if (thread === undefined || !isShown(thread)) return tell(say.noSuchThread);
    onPick(wanted);
    openPanel(panelId);
    setToShow(wanted);
  }, [wanted, threads, openPanel, onPick, say]);
  useEffect(() => {
    if (toShow === null) return undefined;
    const look = (): void => {
      if (showWords(editor.view.dom, toShow)) setToShow(null);
    };
    look();
    editor.on('transaction', look);
    const timer = setTimeout(() => setToShow(null), patience);
    return () => {
      editor.off('transaction', look);
      clearTimeout(timer);
    };
  }, [toShow, editor]);
}

/** Ctrl + Alt + M, in a text that can only be read too, whose editor hears no keys. By the place of the key: with Alt its letter is another. */
function useCommentKey(desk: EditorDesk, onComment: MarksProps['onComment']): void {
  useEffect(() => {
    if (onComment === undefined) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      const asked = (event.ctrlKey || event.metaKey) && event.altKey && !event.shiftKey && event.code === 'KeyM';
      if (!asked || event.getModifierState('AltGraph') || event.isComposing) return;
      event.preventDefault();
      onComment(desk);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [desk, onComment]);
}
