// What was observed on this draft, beside its text: of the paragraph that was touched, or all of it.
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import type { Observation } from '@cocrea/shared/domain/observation.ts';
import { momentInWords } from '@cocrea/shared/i18n/dates.ts';
import { MessageSquarePlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { failureWords } from '../../api/failure-words.ts';
import { useObservations } from '../../api/observations.ts';
import { paths } from '../../app/paths.ts';
import { ActorKindMark } from '../../ui/ActorKindMark.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { StatusPill } from '../../ui/StatusPill.tsx';
import { useLanguage } from '../../ui/words.ts';
import styles from './observations.module.css';
import { useWords } from './words.ts';
import { WaitingList } from './WaitingList.tsx';

interface ObservationsPanelProps {
  readonly draft: DraftDocument;
  /** Of the paragraph that was touched; null for all. */
  readonly blockId: string | null;
  readonly onAll: () => void;
  /** Absent where nobody may observe, or this person may not. */
  readonly onChoose?: (() => void) | undefined;
  readonly onShow: (blockId: string) => void;
}

export function ObservationsPanel({ draft, blockId, onAll, onChoose, onShow }: ObservationsPanelProps): ReactNode {
  const words = useWords();
  const { list: say } = words.observations;
  const answer = useObservations(draft.labId, draft.id);
  if (answer.data === undefined) {
    return answer.error ? (
      <ErrorState onRetry={() => void answer.refetch()} pending={answer.isFetching}>
        {failureWords(answer.error, words)}
      </ErrorState>
    ) : (
      <Skeleton lines={5} />
    );
  }
  const here = answer.data.observations.filter((one) => blockId === null || one.blockId === blockId);
  return (
    <div className={styles.panel}>
      <WaitingList draft={draft} />
      {onChoose !== undefined && (
        <Button icon={<MessageSquarePlus aria-hidden="true" />} onClick={onChoose}>
          {say.choose}
        </Button>
      )}
      {blockId !== null && (
        <div className={styles.head}>
          <span>{say.here}</span>
          <Button look="quiet" onClick={onAll}>
            {say.all}
          </Button>
        </div>
      )}
      {here.length === 0 ? (
        <EmptyState>
          <p>{say.empty}</p>
          <p>{onChoose === undefined ? say.closed : say.emptyToDo}</p>
        </EmptyState>
      ) : (
        <>
          <p className={styles.small}>{say.of(here.length)}</p>
          <ul className={styles.list}>
            {here.map((one) => (
              <li key={one.id}>
                <ObservationCard observation={one} onShow={onShow} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function ObservationCard({
  observation,
  onShow,
}: {
  readonly observation: Observation;
  readonly onShow: (blockId: string) => void;
}): ReactNode {
  const { kinds, states, dispositions, list: say, late } = useWords().observations;
  const language = useLanguage();
  const { folio, kind, state, disposition, justification, proposedText, authorName, actorKind, onBehalfOf, receivedAt } =
    observation;
  return (
    <article className={styles.card}>
      <div className={styles.head}>
        <span className={styles.number}>{folio}</span>
        <StatusPill>{disposition === null || state === 'analysing' ? states[state] : dispositions[disposition]}</StatusPill>
      </div>
      <p className={styles.words} lang="es">
        {justification}
      </p>
      {proposedText !== null && (
        <p className={styles.proposes} lang="es">
          {say.proposes}: {proposedText}
        </p>
      )}
      <p className={styles.who}>
        <ActorKindMark kind={actorKind} /> {authorName ?? say.somebody}
        {onBehalfOf !== null && `, ${say.onBehalf(onBehalfOf)}`} · {kinds[kind]} · {momentInWords(receivedAt, language)}
        {observation.late && ` · ${late}`}
      </p>
      <div className={styles.ways}>
        <Button look="quiet" onClick={() => onShow(observation.blockId)}>
          {say.show}
        </Button>
        <ButtonLink look="quiet" href={paths.folio(folio)}>
          {say.follow}
        </ButtonLink>
      </div>
    </article>
  );
}
