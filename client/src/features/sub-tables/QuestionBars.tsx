// How many contributions each question of a table has: four small bars with their numbers, on one scale for all tables of a page.
import type { ReactNode } from 'react';
import { useWords } from './words.ts';
import styles from './question-bars.module.css';

interface QuestionBarsProps {
  readonly contributions: readonly number[];
  /** What a full bar stands for. */
  readonly most: number;
}

export function QuestionBars({ contributions, most }: QuestionBarsProps): ReactNode {
  const { tables: say } = useWords();
  return (
    <ul className={styles.bars} aria-label={say.contributionsByQuestion}>
      {contributions.map((count, index) => (
        <li key={index} className={styles.row}>
          <span className={styles.name} aria-hidden="true">
            {say.questionShort(index + 1)}
          </span>
          <span className={styles.track} aria-hidden="true">
            <span className={styles.bar} style={{ inlineSize: `${most === 0 ? 0 : (count / most) * 100}%` }} />
          </span>
          <span className={styles.count} aria-hidden="true">
            {count}
          </span>
          <span className="visually-hidden">{`${say.question(index + 1)}: ${say.contributions(count)}`}</span>
        </li>
      ))}
    </ul>
  );
}
