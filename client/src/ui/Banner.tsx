// A notice across a page or a card: an icon, words, and sometimes one thing to do.
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './banner.module.css';

export type Tone = 'info' | 'success' | 'warning' | 'danger';

const icons = { info: Info, success: CircleCheck, warning: TriangleAlert, danger: CircleAlert } as const;

interface BannerProps {
  readonly tone?: Tone;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** Danger is read out at once, the rest when the reader gets there or pauses. */
export function Banner({ tone = 'info', children, action }: BannerProps): ReactNode {
  const Icon = icons[tone];
  return (
    <div className={styles.banner} data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      <div className={styles.said}>
        <Icon aria-hidden="true" />
        <div className={styles.words}>{children}</div>
      </div>
      {action}
    </div>
  );
}
