// The clock of a table, by the server's time: the same second on every screen. Announced politely at five minutes, at one and at the end;
// when the time is over it says so in words, and never blinks.
import { announcement, clockFace, faceInDigits } from '@cocrea/shared/domain/clock-face.ts';
import type { TableClock } from '@cocrea/shared/domain/table-clock.ts';
import type { ReactNode } from 'react';
import { useWords } from './words.ts';
import styles from './clock.module.css';
import { useServerTick } from './use-server-tick.ts';

interface ClockProps {
  readonly clock: TableClock;
  /** `large` fills what it stands in: the console and the projector set its size. */
  readonly size?: 'plain' | 'large';
  /** Says the last minutes aloud; one clock of a page does. */
  readonly aloud?: boolean;
}

export function Clock({ clock, size = 'plain', aloud = false }: ClockProps): ReactNode {
  const { tables } = useWords();
  const say = tables.clock;
  const now = useServerTick(clock);
  const face = clockFace(clock, now);
  if (face.state === 'none') return size === 'large' ? <p className={styles.none}>{say.none}</p> : null;
  const digits = faceInDigits(face);
  const said = aloud ? announcement(clock, now) : null;
  return (
    <div className={styles.clock} data-size={size} data-state={face.state}>
      {face.state === 'over' ? (
        <>
          <span className={styles.over}>{say.over}</span>
          <span className={styles.since}>{say.overSince(digits)}</span>
        </>
      ) : (
        <>
          <span role="timer" aria-label={say.left(digits)} className={styles.digits}>
            {digits}
          </span>
          {face.state === 'standing' && <span className={styles.since}>{say.standing}</span>}
        </>
      )}
      {aloud && (
        <span role="status" className="visually-hidden">
          {said === 'over' ? say.over : said !== null && say.announced(said)}
        </span>
      )}
    </div>
  );
}
