// The name of the house, as a mark: three lines of text and the point where somebody is writing.
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './brand.module.css';

export function Brand({ href, children }: { readonly href: string; readonly children: ReactNode }): ReactNode {
  return (
    <Link href={href} className={styles.brand}>
      <svg viewBox="0 0 32 32" aria-hidden="true" className={styles.sign}>
        <rect width="32" height="32" rx="7" className={styles.ground} />
        <path d="M8 10h16M8 16h11M8 22h7" className={styles.lines} />
        <circle cx="22.5" cy="21.5" r="3.5" className={styles.point} />
      </svg>
      <span className={styles.name}>{children}</span>
    </Link>
  );
}
