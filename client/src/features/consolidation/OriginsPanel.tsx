// Where a paragraph comes from: each source with its folio, and for whoever consolidates the way to take it off.
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import type { Origin } from '@cocrea/shared/domain/origin.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { momentInWords } from '@cocrea/shared/i18n/dates.ts';
import { useState, type ReactNode } from 'react';
import { useOrigins, useRemovingOrigin } from '../../api/consolidation.ts';
import { failureWords } from '../../api/failure-words.ts';
import { useActor } from '../../api/session.ts';
import { paths } from '../../app/paths.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useLanguage } from '../../ui/words.ts';
import styles from './desk.module.css';
import { useWords } from './words.ts';

interface OriginsPanelProps {
  readonly draft: DraftDocument;
  /** The paragraph whose mark was touched, and those its words were copied or split from; null for all. */
  readonly blocks: readonly string[] | null;
  readonly onAll: () => void;
  readonly onShow: (blockId: string) => void;
}

export function OriginsPanel({ draft, blocks, onAll, onShow }: OriginsPanelProps): ReactNode {
  const words = useWords();
  const say = words.consolidation.origins;
  const place = { lab: draft.labId, document: draft.id };
  const answer = useOrigins(place);
  const removal = useRemovingOrigin(place);
  const mayChange = can(useActor(), 'consolidate', { labId: draft.labId }) && draft.state === 'writing';
  const [removing, setRemoving] = useState<Origin | null>(null);
  if (answer.data === undefined) {
    return answer.error ? (
      <ErrorState onRetry={() => void answer.refetch()} pending={answer.isFetching}>
        {failureWords(answer.error, words)}
      </ErrorState>
    ) : (
      <Skeleton lines={4} />
    );
  }
  const shown = answer.data.origins.filter((one) => blocks === null || blocks.includes(one.blockId));
  return (
    <div className={styles.panel}>
      {blocks !== null && (
        <div className={styles.head}>
          <span>{say.title}</span>
          <Button look="quiet" onClick={onAll}>
            {say.all}
          </Button>
        </div>
      )}
      {shown.length === 0 ? (
        <EmptyState>{blocks === null ? say.noneAtAll : say.none}</EmptyState>
      ) : (
        <>
          {blocks === null && <p className={styles.small}>{say.touch}</p>}
          <ul className={styles.list}>
            {shown.map((origin) => (
              <li key={`${origin.id} ${origin.blockId}`}>
                <OriginCard
                  origin={origin}
                  onShow={onShow}
                  onRemove={mayChange && (blocks === null || blocks[0] === origin.blockId) ? setRemoving : undefined}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {removing !== null && (
        <ConfirmDialog
          title={say.removeTitle(removing.label ?? say.kinds[removing.kind])}
          action={say.remove}
          pending={removal.isPending}
          failure={removal.error ? failureWords(removal.error, words) : undefined}
          onClose={() => setRemoving(null)}
          onConfirm={() => removal.mutate(removing.id, { onSuccess: () => setRemoving(null) })}
        >
          {say.removeWhy}
        </ConfirmDialog>
      )}
    </div>
  );
}

interface OriginCardProps {
  readonly origin: Origin;
  readonly onShow: (blockId: string) => void;
  readonly onRemove: ((origin: Origin) => void) | undefined;
}

function OriginCard({ origin, onShow, onRemove }: OriginCardProps): ReactNode {
  const say = useWords().consolidation.origins;
  const language = useLanguage();
  const { id, kind, label, reason, sourceId, blockId, addedAt } = origin;
  const hasFolio = kind === 'observation' || kind === 'contribution' || kind === 'late_writing';
  return (
    <article className={styles.card}>
      <div className={styles.head}>
        <span className={styles.folio}>{label ?? say.kinds[kind]}</span>
        <span className={styles.small}>{momentInWords(addedAt, language)}</span>
      </div>
      {label !== null && <p className={styles.small}>{say.kinds[kind]}</p>}
      {reason !== null && <p lang="es">{reason}</p>}
      {id === sourceId && onRemove !== undefined && <p className={styles.small}>{say.fromAnswer}</p>}
      <div className={styles.ways}>
        <Button look="quiet" onClick={() => onShow(blockId)}>
          {say.show}
        </Button>
        {hasFolio && label !== null && (
          <ButtonLink look="quiet" href={paths.folio(label)}>
            {say.follow}
          </ButtonLink>
        )}
        {onRemove !== undefined && id !== sourceId && (
          <Button look="quiet" onClick={() => onRemove(origin)}>
            {say.remove}
          </Button>
        )}
      </div>
    </article>
  );
}
