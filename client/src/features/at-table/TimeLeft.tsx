// The clock of the table in the hand: the same second as on every other screen; nothing stops when it is over.
import { clockFace, faceInDigits } from '@cocrea/shared/domain/clock-face.ts';
import type { TableClock } from '@cocrea/shared/domain/table-clock.ts';
import type { ReactNode } from 'react';
import { useServerTick } from '../sub-tables/use-server-tick.ts';
import styles from './table-head.module.css';
import { useWords } from './words.ts';

export function TimeLeft({ clock }: { readonly clock: TableClock }): ReactNode {
  const { clock: say } = useWords().atTable;
  const face = clockFace(clock, useServerTick(clock));
  if (face.state === 'none') return null;
  if (face.state === 'over') return <p className={styles.over}>{say.over}</p>;
  const digits = faceInDigits(face);
  const running = face.state === 'running';
  return (
    <p className={styles.clock} role="timer" aria-label={say.label}>
      <span className="visually-hidden">{running ? say.left(digits) : say.standing(digits)}</span>
      <span aria-hidden="true">
        {!running && '⏸ '}
        {digits}
      </span>
    </p>
  );
}
