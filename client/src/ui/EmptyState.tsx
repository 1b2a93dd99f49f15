// What a list says while it has nothing: what will stand here, and what to do first.
import type { ReactNode } from 'react';
import styles from './states.module.css';

interface EmptyStateProps {
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

export function EmptyState({ icon, children, action }: EmptyStateProps): ReactNode {
  return (
    <div className={styles.state}>
      {icon}
      <div>{children}</div>
      {action}
    </div>
  );
}
