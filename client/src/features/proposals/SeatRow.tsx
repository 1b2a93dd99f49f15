// The seats of a proposal in small: a shape for each kind, filled or hollow, and what is missing in words.
import type { Gate } from '@cocrea/shared/domain/endorsement.ts';
import type { ReactNode } from 'react';
import { ActorKindMark } from '../../ui/ActorKindMark.tsx';
import { useWords } from './words.ts';
import styles from './seats.module.css';

interface SeatRowProps {
  readonly gate: Gate;
  /** Whether what is missing can still be given. */
  readonly open: boolean;
}

export function SeatRow({ gate, open }: SeatRowProps): ReactNode {
  const { proposals: say } = useWords();
  const missing = say.seatsMissing(gate);
  return (
    <span className={styles.row}>
      <span className={styles.marks} aria-hidden="true">
        {gate.seats.map(({ kind, endorsements }) => (
          <span key={kind} className={styles.mark} data-empty={endorsements.length === 0 || undefined}>
            <ActorKindMark kind={kind} silent />
          </span>
        ))}
      </span>
      <span className={styles.count}>{say.seats(gate.filled, gate.threshold)}</span>
      {missing !== '' && open && <span className={styles.missing}>{missing}</span>}
    </span>
  );
}
