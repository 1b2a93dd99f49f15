// Proposals that may say the same, as links with their state.
import type { Proposal } from '@cocrea/shared/domain/proposal.ts';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { paths } from '../../app/paths.ts';
import styles from './panel.module.css';
import { StateOfProposal } from './StateOfProposal.tsx';

interface AlikeListProps {
  readonly labId: string;
  readonly proposals: readonly Proposal[];
  /** What can be done with each, below it. */
  readonly actionOf?: (proposal: Proposal) => ReactNode;
}

export function AlikeList({ labId, proposals, actionOf }: AlikeListProps): ReactNode {
  return (
    <ul className={styles.items}>
      {proposals.map((proposal) => (
        <li key={proposal.id} className={styles.item}>
          <Link href={paths.proposal(labId, proposal.id)}>{proposal.title}</Link>
          <StateOfProposal state={proposal.state} />
          {actionOf?.(proposal)}
        </li>
      ))}
    </ul>
  );
}
