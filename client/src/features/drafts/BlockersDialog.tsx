// What keeps a draft from being frozen, one by one under its folio, with how far the answers are and the way to where they are given.
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import type { Blocker } from '@cocrea/shared/domain/draft.ts';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Blocked } from '../../api/drafts.ts';
import { failureWords } from '../../api/failure-words.ts';
import { draftPaths } from '../../app/draft-paths.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { FormActions } from '../../ui/Form.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import styles from './draft-head.module.css';
import { useWords } from './words.ts';

interface BlockersDialogProps {
  readonly draft: DraftDocument;
  readonly blocked: UseQueryResult<Blocked>;
  readonly onClose: () => void;
}

const kinds: readonly Blocker['what'][] = ['observation', 'contribution', 'late_writing'];

export function BlockersDialog({ draft, blocked, onClose }: BlockersDialogProps): ReactNode {
  const words = useWords();
  const say = words.drafts.freeze;
  const desk = draftPaths.desk(draft.labId, draft.id);
  const { data } = blocked;
  return (
    <Dialog title={say.list} onClose={onClose}>
      {data === undefined ? (
        blocked.isError ? (
          <ErrorState onRetry={() => void blocked.refetch()} pending={blocked.isFetching}>
            {failureWords(blocked.error, words)}
          </ErrorState>
        ) : (
          <Skeleton lines={5} />
        )
      ) : (
        <div className={styles.dialog}>
          <p>{data.blockers.length === 0 ? say.listNone : say.blockedWhy}</p>
          <ul className={styles.counts}>
            {data.observations.total > 0 && <li>{say.observations(data.observations.answered, data.observations.total)}</li>}
            {data.contributions.total > 0 && <li>{say.contributions(data.contributions.settled, data.contributions.total)}</li>}
          </ul>
          <div className={styles.blockers}>
            {kinds.map((kind) => {
              const these = data.blockers.filter(({ what }) => what === kind);
              return these.length === 0 ? null : (
                <section key={kind}>
                  <h3 className={styles.kind}>
                    {say.kinds[kind]} ({these.length})
                  </h3>
                  <ul>
                    {these.map(({ id, folio, text, lacks }) => (
                      <li key={id} className={styles.blocker}>
                        <Link href={`${desk}?pendiente=${encodeURIComponent(folio)}`} className={styles.folio}>
                          {folio}
                        </Link>
                        <span>{text}</span>
                        <span className={styles.lacks}>{say.lacks[lacks]}</span>
                      </li>
                    ))}
                  </ul>
                </section>
              );
            })}
          </div>
          {data.blockers.length > 0 && (
            <FormActions>
              <ButtonLink look="primary" href={desk}>
                {say.goAnswer}
              </ButtonLink>
            </FormActions>
          )}
        </div>
      )}
    </Dialog>
  );
}
