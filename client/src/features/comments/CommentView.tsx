// One comment: who said it and when, its words with the names in them, and what its author or who keeps order can do about it, in its place.
import { commentLimits, withNames, type Comment } from '@cocrea/shared/domain/comment.ts';
import { isBlank, lengthOf } from '@cocrea/shared/domain/person.ts';
import { momentInWords, timeAgo } from '@cocrea/shared/i18n/dates.ts';
import { useState, type ReactNode } from 'react';
import { refusalWords } from '../../api/refusal-words.ts';
import { serverNow } from '../../api/server-time.ts';
import { useSending } from '../../api/use-sending.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { PersonMark } from '../../ui/PersonMark.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useLanguage } from '../../ui/words.ts';
import { CommentBox, type SaidNow } from './CommentBox.tsx';
import styles from './comments.module.css';
import { useWords } from './words.ts';

export interface CommentRights {
  readonly personId: string;
  readonly writes: boolean;
  readonly moderates: boolean;
}

interface CommentViewProps {
  readonly comment: Comment;
  readonly place: { readonly lab: string; readonly document: string };
  readonly rights: CommentRights;
  readonly onEdit: (said: SaidNow & { version: number }) => Promise<unknown>;
  readonly onRemove: (reason: string | null) => Promise<unknown>;
}

type Doing = 'edit' | 'withdraw' | 'remove' | null;

export function CommentView({ comment, place, rights, onEdit, onRemove }: CommentViewProps): ReactNode {
  const { ui, comments } = useWords();
  const { one: say, box, somebody } = comments;
  const language = useLanguage();
  const [doing, setDoing] = useState<Doing>(null);
  const { authorName, actorKind, color, at, editedAt, removed } = comment;
  const name = authorName ?? somebody;
  const own = comment.authorId === rights.personId;
  const done = (): void => setDoing(null);
  const actions = [
    ...(own && rights.writes ? [{ id: 'edit', label: say.edit, onAct: () => setDoing('edit') }] : []),
    ...(own && rights.writes ? [{ id: 'withdraw', label: say.withdraw, danger: true, onAct: () => setDoing('withdraw') }] : []),
    ...(!own && rights.moderates ? [{ id: 'remove', label: say.remove, danger: true, onAct: () => setDoing('remove') }] : []),
  ];
  return (
    <div className={styles.comment}>
      <div className={styles.who}>
        <PersonMark name={name} color={color} kind={actorKind} silent />
        <div className={styles.names}>
          <span className={styles.name}>{name}</span>
          <span className={styles.small}>
            {ui.actorKinds[actorKind]} ·{' '}
            <time dateTime={new Date(at).toISOString()} title={momentInWords(at, language)}>
              {timeAgo(at, { now: serverNow(), language })}
            </time>
            {editedAt !== null && removed === null && ` · ${say.edited}`}
          </span>
        </div>
        {removed === null && actions.length > 0 && <Menu of={say.of(name)} actions={actions} />}
      </div>
      {removed !== null ? (
        <p className={styles.gone}>{removed.byAuthor ? say.withdrawn : say.removed(removed.reason ?? '')}</p>
      ) : doing === 'edit' ? (
        <CommentBox
          place={place}
          keptAs={`edit.${rights.personId}.${comment.id}.${comment.version}`}
          label={box.again}
          action={box.save}
          cancel={ui.cancel}
          begun={{
            text: comment.text,
            chosen: comment.mentions.flatMap(({ personId, name: known }) => (known === null ? [] : [{ personId, name: known }])),
          }}
          onSend={(said) => onEdit({ ...said, version: comment.version })}
          onDone={done}
          onCancel={done}
        />
      ) : (
        <p className={styles.words} lang="es" dir="auto">
          {withNames(
            comment.text,
            comment.mentions.flatMap(({ name: known }) => known ?? []),
          ).map(({ text, isName }, index) =>
            isName ? (
              <b key={index} className={styles.mention}>
                {text}
              </b>
            ) : (
              text
            ),
          )}
        </p>
      )}
      {(doing === 'withdraw' || doing === 'remove') && removed === null && (
        <Removing what={doing} onRemove={onRemove} onClose={done} />
      )}
    </div>
  );
}

interface RemovingProps {
  readonly what: 'withdraw' | 'remove';
  readonly onRemove: (reason: string | null) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asked in its place: on a phone the thread is over the text already. */
function Removing({ what, onRemove, onClose }: RemovingProps): ReactNode {
  const words = useWords();
  const say = words.comments[what];
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<object | null>(null);
  const sending = useSending(onRemove);
  const asks = what === 'remove';
  const { beside, whole } = refusalWords(sending.error, { fields: ['reason'], words });
  function send(): void {
    if (asks && (isBlank(reason) || lengthOf(reason.trim()) > commentLimits.reason)) return setRefusal({});
    sending.send(asks ? reason : null, { onSuccess: onClose, onError: () => setRefusal({}) });
  }
  return (
    <div className={styles.asking} role="group" aria-label={say.title}>
      <Form onSubmit={send} refusal={refusal}>
        <p>{say.what}</p>
        {asks && (
          <TextField
            label={words.comments.remove.reason}
            value={reason}
            limit={commentLimits.reason}
            autoFocus
            error={refusal !== null && isBlank(reason) ? words.ui.required : beside.reason}
            onChange={setReason}
          />
        )}
        {whole !== undefined && <Banner tone="danger">{whole}</Banner>}
        <FormActions>
          <Button look="quiet" onClick={onClose}>
            {words.ui.cancel}
          </Button>
          <Button look="danger" type="submit" pending={sending.pending}>
            {say.act}
          </Button>
        </FormActions>
      </Form>
    </div>
  );
}
