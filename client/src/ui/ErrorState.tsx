// What a list says when it could not be had: what happened, and the one thing to do next.
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import styles from './states.module.css';
import { useWords } from './words.ts';

interface ErrorStateProps {
  readonly children: string;
  readonly onRetry?: () => void;
  readonly pending?: boolean;
  readonly action?: ReactNode;
}

export function ErrorState({ children, onRetry, pending = false, action }: ErrorStateProps): ReactNode {
  const { ui } = useWords();
  return (
    <div className={styles.state} role="alert">
      <CircleAlert aria-hidden="true" className={styles.danger} />
      <div>
        <p className={styles.title}>{ui.failureTitle}</p>
        <p>{children}</p>
      </div>
      {action}
      {onRetry && (
        <Button onClick={onRetry} pending={pending}>
          {ui.retry}
        </Button>
      )}
    </div>
  );
}
