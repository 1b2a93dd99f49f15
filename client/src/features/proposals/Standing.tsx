// Where a proposal stands when that needs words: what came of it, what has to be answered, why it is not taken up.
import type { Happened, ProposalWhole } from '@cocrea/shared/api/proposals.ts';
import type { EventType } from '@cocrea/shared/domain/event.ts';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { paths } from '../../app/paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { useWords } from './words.ts';
import styles from './panel.module.css';

export function Standing({ labId, whole }: { readonly labId: string; readonly whole: ProposalWhole }): ReactNode {
  const { page: say } = useWords().proposals;
  const { proposal, lineage, history } = whole;
  const { id, state, becameIds } = proposal;
  if (becameIds.length > 0) {
    const became = lineage.find(({ undoneAt, from }) => undoneAt === null && from.some((one) => one.id === id));
    return (
      <Banner>
        <p>
          {say.became(became?.kind ?? 'merge')}{' '}
          {became?.into.map(({ id: result, title }, index) => (
            <span key={result}>
              {index > 0 && ', '}
              <Link href={paths.proposal(labId, result)}>{title}</Link>
            </span>
          ))}
        </p>
        <p>{say.becameWhat}</p>
      </Banner>
    );
  }
  if (state === 'observed') return <Reason title={say.observed} happened={last(history, 'proposal.observed')} tone="warning" />;
  if (state === 'not_incorporated')
    return <Reason title={say.notIncorporated} happened={last(history, 'proposal.not_incorporated')} />;
  if (state === 'incorporated') {
    return <Banner tone="success">{say.incorporated(last(history, 'proposal.incorporated')?.blocks.length ?? 0)}</Banner>;
  }
  return null;
}

function last(history: readonly Happened[], type: EventType): Happened | undefined {
  return history.findLast((one) => one.type === type);
}

function Reason({
  title,
  happened,
  tone,
}: {
  readonly title: string;
  readonly happened: Happened | undefined;
  readonly tone?: 'warning';
}): ReactNode {
  return (
    <Banner {...(tone && { tone })}>
      <p>
        <strong>{title}</strong>
      </p>
      <p className={styles.said}>{happened?.reason}</p>
    </Banner>
  );
}
