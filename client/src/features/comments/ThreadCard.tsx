// One thread beside the text: the words it hangs on, what was said of them, a reply, and whether it is settled.
import { maySettle, type CommentThread } from '@cocrea/shared/domain/comment.ts';
import { momentInWords } from '@cocrea/shared/i18n/dates.ts';
import { useState, type ReactNode } from 'react';
import { failureWords } from '../../api/failure-words.ts';
import { useCommentActs } from '../../api/comments.ts';
import { paths } from '../../app/paths.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyField } from '../../ui/CopyField.tsx';
import { tellFailure, tellWithAction } from '../../ui/Toast.tsx';
import { useLanguage } from '../../ui/words.ts';
import { CommentBox } from './CommentBox.tsx';
import styles from './comments.module.css';
import { CommentView, type CommentRights } from './CommentView.tsx';
import { useWords } from './words.ts';

interface ThreadCardProps {
  readonly thread: CommentThread;
  readonly place: { readonly lab: string; readonly document: string };
  readonly rights: CommentRights;
  /** How it was found in the text; null where it has no place in it. */
  readonly by: 'held' | 'found' | 'alike' | null;
  readonly picked: boolean;
  readonly onPick: () => void;
  readonly onShow: () => void;
}

/** Characters of the quote by which a thread is known to who hears it. */
const enough = 60;

export function ThreadCard({ thread, place, rights, by, picked, onPick, onShow }: ThreadCardProps): ReactNode {
  const words = useWords();
  const { thread: say, box, somebody } = words.comments;
  const language = useLanguage();
  const acts = useCommentActs(place.lab, place.document);
  const [replying, setReplying] = useState(false);
  const [sharing, setSharing] = useState(false);
  const { id, quote, state, settled, comments } = thread;
  const [first] = comments;
  const shown = picked ? comments : first === undefined ? [] : [first];
  const settles = maySettle(thread, rights);
  const settle = (to: CommentThread['state']): void =>
    acts.mutate(
      { act: 'settle', thread: id, state: to },
      {
        onSuccess: () =>
          tellWithAction(to === 'resolved' ? say.resolvedNow : say.reopenedNow, {
            label: to === 'resolved' ? say.reopen : say.resolve,
            onAct: () => acts.mutate({ act: 'settle', thread: id, state: to === 'resolved' ? 'open' : 'resolved' }),
          }),
        onError: (failure) => tellFailure(failureWords(failure, words)),
      },
    );
  const brief = quote.length > enough ? `${quote.slice(0, enough).trimEnd()}…` : quote;
  return (
    <article className={styles.card} data-picked={picked || undefined} aria-label={say.of(brief)} id={`thread-${id}`}>
      <blockquote className={styles.quote} aria-label={say.quote} lang="es">
        {quote}
      </blockquote>
      {by === null && rights.writes && <p className={styles.small}>{say.lost}</p>}
      {(by === 'found' || by === 'alike') && picked && <p className={styles.small}>{say[by]}</p>}
      {settled !== null && (
        <p className={styles.small}>
          {say[state === 'resolved' ? 'resolved' : 'reopened'](settled.byName ?? somebody, momentInWords(settled.at, language))}
        </p>
      )}
      <ul className={styles.comments}>
        {shown.map((comment) => (
          <li key={comment.id}>
            <CommentView
              comment={comment}
              place={place}
              rights={rights}
              onEdit={({ text, mentions, version }) => acts.mutateAsync({ act: 'edit', id: comment.id, text, mentions, version })}
              onRemove={(reason) => acts.mutateAsync({ act: 'remove', id: comment.id, reason })}
            />
          </li>
        ))}
      </ul>
      {replying && (
        <CommentBox
          place={place}
          keptAs={`reply.${rights.personId}.${id}`}
          label={box.reply}
          action={box.sendReply}
          cancel={words.ui.cancel}
          onSend={(said) => acts.mutateAsync({ act: 'reply', thread: id, ...said })}
          onDone={() => setReplying(false)}
          onCancel={() => setReplying(false)}
        />
      )}
      {sharing && <CopyField label={say.link} value={new URL(paths.thread(place.lab, place.document, id), location.href).href} />}
      <div className={styles.ways}>
        {!picked && (
          <Button look="quiet" onClick={onPick}>
            {comments.length > 1 ? say.replies(comments.length - 1) : say.open}
          </Button>
        )}
        {picked && rights.writes && state === 'open' && !replying && (
          <Button onClick={() => setReplying(true)}>{say.reply}</Button>
        )}
        {picked && settles && (
          <Button pending={acts.isPending} onClick={() => settle(state === 'open' ? 'resolved' : 'open')}>
            {state === 'open' ? say.resolve : say.reopen}
          </Button>
        )}
        {by !== null && (
          <Button look="quiet" onClick={onShow}>
            {say.show}
          </Button>
        )}
        {picked && (
          <Button look="quiet" onClick={() => setSharing(!sharing)} aria-expanded={sharing}>
            {say.link}
          </Button>
        )}
      </div>
    </article>
  );
}
