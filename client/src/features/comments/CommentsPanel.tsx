// The comments on a draft beside its text: what is being written, then the threads in the order of the text, by what they are.
import type { Anchored } from '@cocrea/shared/document/comment-anchors.ts';
import { isShown } from '@cocrea/shared/domain/comment.ts';
import { isOpenToWrite, type DraftDocument } from '@cocrea/shared/domain/document.ts';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useEffect, useState, type ReactNode } from 'react';
import { failureWords } from '../../api/failure-words.ts';
import { useCommentActs, useComments } from '../../api/comments.ts';
import { createSendingIds } from '../../api/sending-id.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Select } from '../../ui/Select.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { CommentBox } from './CommentBox.tsx';
import { placesIn, type ThreadPlaces } from './comment-marks.ts';
import styles from './comments.module.css';
import type { CommentRights } from './CommentView.tsx';
import { newThreadName } from './kept-words.ts';
import { ThreadCard } from './ThreadCard.tsx';
import { filterOf, threadFilters, threadsUnder, type ThreadFilter } from './thread-list.ts';
import { useWords } from './words.ts';

interface CommentsPanelProps {
  readonly draft: DraftDocument;
  readonly editor: Editor;
  readonly rights: CommentRights;
  /** What is being commented now. */
  readonly begun: Anchored | null;
  readonly picked: string | null;
  readonly onPick: (id: string) => void;
  readonly onShow: (id: string) => void;
  /** The new thread, or null where it was put away. */
  readonly onBegun: (id: string | null) => void;
}

/** The order of the text, and how each was found in it: what a keystroke hardly ever changes. */
function orderOf(places: ThreadPlaces): string {
  return [...places]
    .sort(([, one], [, other]) => (one?.from ?? 0) - (other?.from ?? 0))
    .map(([id, place]) => `${id} ${place?.by ?? ''}`)
    .join();
}

export function CommentsPanel(props: CommentsPanelProps): ReactNode {
  const { draft, editor, rights, begun, picked, onPick, onShow, onBegun } = props;
  const words = useWords();
  const { filters, empty, closed, cannot, hasLost, seeLost } = words.comments;
  const answer = useComments(draft.labId, draft.id);
  const [filter, setFilter] = useState<ThreadFilter>('open');
  const [seen, setSeen] = useState<string | null>(null);
  useEditorState({ editor, selector: ({ editor: { state } }) => orderOf(placesIn(state)) });
  const place = { lab: draft.labId, document: draft.id };
  const reader = { places: placesIn(editor.state), personId: rights.personId };
  const threads = answer.data?.threads;
  const wanted = threads?.find(({ id }) => id === picked);
  const wantedId = wanted?.id ?? null;
  // Whoever picks another is taken to where it is; nobody is because somebody wrote or settled something.
  if (seen !== wantedId) {
    setSeen(wantedId);
    if (wanted !== undefined) setFilter(filterOf(wanted, { before: filter, ...reader }));
  }
  useEffect(() => {
    if (wantedId !== null) document.getElementById(`thread-${wantedId}`)?.scrollIntoView({ block: 'nearest' });
  }, [wantedId]);
  if (threads === undefined) {
    return answer.error ? (
      <ErrorState onRetry={() => void answer.refetch()} pending={answer.isFetching}>
        {failureWords(answer.error, words)}
      </ErrorState>
    ) : (
      <Skeleton lines={5} />
    );
  }
  const fitting = threadsUnder(threads, filter, reader);
  // What somebody looks at stays while they do, also when it was just resolved or lost its place.
  const shown = wanted === undefined || fitting.includes(wanted) || !isShown(wanted) ? fitting : [wanted, ...fitting];
  const lost = filter === 'open' ? threadsUnder(threads, 'lost', reader).length : 0;
  return (
    <div className={styles.panel}>
      {!isOpenToWrite(draft) ? (
        <p className={styles.small}>{closed}</p>
      ) : (
        !rights.writes && <p className={styles.small}>{cannot}</p>
      )}
      {begun !== null && <NewThread {...{ draft, rights, onBegun }} anchor={begun} />}
      <Select
        label={filters.label}
        value={filter}
        options={threadFilters.map((value) => ({
          value,
          label: filters[value](threadsUnder(threads, value, reader).length),
        }))}
        onChange={setFilter}
      />
      {lost > 0 && (
        <p className={styles.small}>
          {hasLost(lost)}{' '}
          <button type="button" className={styles.inline} onClick={() => setFilter('lost')}>
            {seeLost}
          </button>
        </p>
      )}
      {shown.length === 0 ? (
        <EmptyState>
          <p>{empty[filter]}</p>
          {filter === 'open' && rights.writes && <p>{empty.openToDo}</p>}
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {shown.map((thread) => (
            <li key={thread.id}>
              <ThreadCard
                thread={thread}
                place={place}
                rights={rights}
                by={reader.places.get(thread.id)?.by ?? null}
                picked={thread.id === picked}
                onPick={() => onPick(thread.id)}
                onShow={() => onShow(thread.id)}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

type NewThreadProps = Pick<CommentsPanelProps, 'draft' | 'rights' | 'onBegun'> & { readonly anchor: Anchored };

function NewThread({ draft, rights, anchor, onBegun }: NewThreadProps): ReactNode {
  const { box: say, thread } = useWords().comments;
  const acts = useCommentActs(draft.labId, draft.id);
  const [commentIds] = useState(createSendingIds);
  return (
    <section className={styles.card} data-picked aria-label={say.newTitle}>
      <blockquote className={styles.quote} aria-label={thread.quote} lang="es">
        {anchor.quote}
      </blockquote>
      <CommentBox
        place={{ lab: draft.labId, document: draft.id }}
        keptAs={newThreadName(rights.personId, draft.id)}
        label={say.words}
        action={say.send}
        cancel={say.discard}
        onSend={async ({ id, ...said }) => {
          onBegun((await acts.mutateAsync({ act: 'start', id, commentId: commentIds(id), ...anchor, ...said })).id);
        }}
        onCancel={() => onBegun(null)}
      />
    </section>
  );
}
