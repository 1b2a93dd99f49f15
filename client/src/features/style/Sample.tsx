// One piece in one state, with the name of the state under it.
import type { ReactNode } from 'react';
import styles from './style-page.module.css';

interface SampleProps {
  readonly name: string;
  /** As narrow as the narrowest phone leaves it. */
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

export function Sample({ name, narrow = false, children }: SampleProps): ReactNode {
  return (
    <figure className={narrow ? `${styles.sample} ${styles.narrow}` : styles.sample}>
      <div className={styles.stage}>{children}</div>
      <figcaption className={styles.caption}>{name}</figcaption>
    </figure>
  );
}
