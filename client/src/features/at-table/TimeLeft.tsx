// The clock of the table in the hand: the server's time, a second at a time; nothing stops when it is over.
import { leftOf, type TableClock } from '@cocrea/shared/domain/table-clock.ts';
import { useEffect, useState, type ReactNode } from 'react';
import { serverNow } from '../../api/server-time.ts';
import styles from './table-head.module.css';
import { useWords } from './words.ts';

export function TimeLeft({ clock }: { readonly clock: TableClock }): ReactNode {
  const { atTable } = useWords();
  const [now, setNow] = useState(serverNow);
  const running = clock.endsAt !== null;
  useEffect(() => {
    setNow(serverNow());
    if (!running) return undefined;
    const timer = setInterval(() => setNow(serverNow()), 1000);
    return () => clearInterval(timer);
  }, [running, clock]);
  const left = leftOf(clock, now);
  if (left === null) return null;
  const seconds = Math.max(0, Math.ceil(left / 1000));
  const shown = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  if (running && seconds === 0) return <p className={styles.over}>{atTable.clock.over}</p>;
  return (
    <p className={styles.clock} role="timer" aria-label={atTable.clock.label}>
      <span className="visually-hidden">{running ? atTable.clock.left(shown) : atTable.clock.standing(shown)}</span>
      <span aria-hidden="true">
        {!running && '⏸ '}
        {shown}
      </span>
    </p>
  );
}
