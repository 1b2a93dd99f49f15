// What arrived after the close: apart from the board, with its folio, until somebody takes it in.
import type { Contribution } from '@cocrea/shared/domain/contribution.ts';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Page.tsx';
import { useWords } from './words.ts';
import { ContributionText } from './ContributionText.tsx';
import styles from './late-tray.module.css';

interface LateTrayProps {
  readonly late: readonly Contribution[];
  /** While the table is open, for those who arrange it. */
  readonly onTake?: (contribution: string) => void;
}

export function LateTray({ late, onTake }: LateTrayProps): ReactNode {
  const { board: say } = useWords();
  return (
    <Section title={`${say.late.title} · ${late.length}`}>
      <p className={styles.what}>{onTake ? say.late.whatOpen : say.late.what}</p>
      <ul className={styles.list}>
        {late.map((contribution) => (
          <li key={contribution.id} className={styles.one}>
            <p className={styles.question}>{say.question(contribution.question)}</p>
            <ContributionText contribution={contribution} folio />
            {onTake && (
              <Button aria-label={say.late.takeOf(contribution.folio)} onClick={() => onTake(contribution.id)}>
                {say.late.take}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
