// The synthesis of the table beside its contributions: the notes that are written together, opened when somebody asks for them, at the heading
// of the question they asked for.
import { lazy, Suspense, useEffect, useRef, type ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useWords } from './words.ts';

const OpenText = lazy(() => import('../../editor/OpenText.tsx'));

/** What somebody asked to see of the notes, and for the how manieth time: asked again, it is shown again. */
export interface NotesWish {
  readonly question: number | null;
  readonly asked: number;
}

interface TableNotesProps {
  readonly labId: string;
  readonly documentId: string;
  readonly wish: NotesWish | null;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

export function TableNotes({ labId, documentId, wish, onOpen, onClose }: TableNotesProps): ReactNode {
  const { board: say } = useWords();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => (wish && place.current ? showWhenThere(place.current, wish) : undefined), [wish]);
  return (
    <Section
      title={say.notes.title}
      actions={
        <Button aria-expanded={wish !== null} onClick={wish === null ? onOpen : onClose}>
          {wish === null ? say.notes.open : say.notes.close}
        </Button>
      }
    >
      <p>{say.notes.what}</p>
      <div ref={place}>
        {wish !== null && (
          <Suspense fallback={<Skeleton lines={8} />}>
            <OpenText labId={labId} documentId={documentId} embedded />
          </Suspense>
        )}
      </div>
    </Section>
  );
}

/** Goes to the heading of a question as soon as the text is there; stops waiting where somebody asks for something else. */
function showWhenThere(place: HTMLElement, { question }: NotesWish): () => void {
  const show = (): boolean => {
    const text = place.querySelector<HTMLElement>('[contenteditable]');
    const heading = question === null ? text : (text?.querySelector<HTMLElement>(`[data-question="${question}"]`) ?? null);
    if (!text || !heading) return false;
    text.focus({ preventScroll: true });
    const below = heading === text ? text : (heading.nextElementSibling ?? heading);
    getSelection()?.collapse(below, 0);
    heading.scrollIntoView({ block: heading === text ? 'nearest' : 'start' });
    return true;
  };
  if (show()) return () => undefined;
  const watch = new MutationObserver(() => {
    if (show()) watch.disconnect();
  });
  watch.observe(place, { childList: true, subtree: true });
  return () => watch.disconnect();
}
