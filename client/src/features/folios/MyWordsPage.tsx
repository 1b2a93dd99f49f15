// Everything one said in a lab, with its folio and what became of it; what asks for one's word stands out.
import type { MyFolio } from '@cocrea/shared/api/folios.ts';
import { momentInWords } from '@cocrea/shared/i18n/dates.ts';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { failureWords } from '../../api/failure-words.ts';
import { useMyFolios } from '../../api/folios.ts';
import { paths } from '../../app/paths.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Page } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { StatusPill } from '../../ui/StatusPill.tsx';
import { useLanguage } from '../../ui/words.ts';
import styles from './folio.module.css';
import { useWords, type Words } from './words.ts';

export default function MyWordsPage({ labId }: { readonly labId: string }): ReactNode {
  const words = useWords();
  const { mine: say, what } = words.folios;
  const language = useLanguage();
  const answer = useMyFolios(labId);
  return (
    <Page title={say.title} lede={say.lede}>
      {answer.data === undefined ? (
        answer.error ? (
          <ErrorState onRetry={() => void answer.refetch()} pending={answer.isFetching}>
            {failureWords(answer.error, words)}
          </ErrorState>
        ) : (
          <Skeleton lines={6} />
        )
      ) : answer.data.folios.length === 0 ? (
        <EmptyState>
          <p>{say.empty}</p>
          <p>{say.emptyToDo}</p>
        </EmptyState>
      ) : (
        <ul className={styles.mine}>
          {answer.data.folios.map((one) => (
            <li key={one.folio}>
              <Link href={paths.folio(one.folio)} className={styles.card}>
                <span className={styles.head}>
                  <span className={styles.number}>{one.folio}</span>
                  <StatusPill>{fateOf(one, words)}</StatusPill>
                </span>
                <span lang="es">{one.text}</span>
                <span className={styles.small}>
                  {what[one.what]} · {momentInWords(one.at, language)}
                </span>
                {one.asksSatisfaction && <strong>{say.asks}</strong>}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

function fateOf({ disposition, outcome, state }: MyFolio, { folios, observations }: Words): string {
  if (disposition !== null) return observations.dispositions[disposition];
  if (outcome !== null) return folios.outcomes[outcome];
  const { states } = folios.mine;
  return state in states ? states[state as keyof typeof states] : state;
}
