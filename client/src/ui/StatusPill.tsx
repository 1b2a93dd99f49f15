// One word about the state of something: an icon and a word on a soft ground, never a colour alone.
import type { ReactNode } from 'react';
import styles from './status-pill.module.css';

export type PillTone = 'plain' | 'good' | 'warning' | 'danger';

export function StatusPill({
  tone = 'plain',
  icon,
  children,
}: {
  readonly tone?: PillTone;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <span className={styles.pill} data-tone={tone}>
      {icon}
      {children}
    </span>
  );
}
