// One seat: the shape and colour of its sector, and who fills it. A second of a sector is said, and takes no other place.
import type { Seat } from '@cocrea/shared/domain/endorsement.ts';
import { momentInWords } from '@cocrea/shared/i18n/dates.ts';
import type { ReactNode } from 'react';
import { ActorKindMark } from '../../ui/ActorKindMark.tsx';
import { useLanguage } from '../../ui/words.ts';
import { useWords } from './words.ts';
import styles from './gate.module.css';

interface SeatCardProps {
  readonly seat: Seat;
  readonly nameOf: (personId: string) => string;
}

export function SeatCard({ seat: { kind, endorsements }, nameOf }: SeatCardProps): ReactNode {
  const { proposals, ui } = useWords();
  const { gate: say } = proposals;
  const language = useLanguage();
  const [first, ...others] = endorsements;
  return (
    <li className={styles.seat} data-empty={first === undefined || undefined} data-kind={kind}>
      <span className={styles.shape}>
        <ActorKindMark kind={kind} silent />
      </span>
      <span className={styles.kind}>{ui.actorKinds[kind]}</span>
      {first === undefined ? (
        <span className={styles.quiet}>{say.empty}</span>
      ) : (
        <>
          <span className={styles.institution}>{first.institution}</span>
          <span className={styles.quiet}>
            {nameOf(first.personId)}
            <br />
            <time dateTime={new Date(first.at).toISOString()}>{momentInWords(first.at, language)}</time>
          </span>
          {others.length > 0 && (
            <span className={styles.more} title={others.map(({ institution }) => institution).join(', ')}>
              {say.more(others.length)}
            </span>
          )}
        </>
      )}
    </li>
  );
}
