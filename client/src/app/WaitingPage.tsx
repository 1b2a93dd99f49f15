// The shape of a page that is on its way.
import type { ReactNode } from 'react';
import { Skeleton } from '../ui/Skeleton.tsx';
import styles from './waiting-page.module.css';

export function WaitingPage(): ReactNode {
  return (
    <div className={styles.waiting}>
      <Skeleton lines={1} tall />
      <Skeleton lines={3} />
    </div>
  );
}
