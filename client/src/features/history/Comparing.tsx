// A comparison under way: how many of the paragraphs have been compared, and the way to end it. What reads aloud is told once, not fifty times.
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import styles from './compare.module.css';
import type { Comparison } from './use-comparison.ts';
import { useWords } from './words.ts';

interface ComparingProps {
  readonly compared: Extract<Comparison, { state: 'working' }>['compared'];
  readonly onCancel: () => void;
}

export function Comparing({ compared, onCancel }: ComparingProps): ReactNode {
  const { compare: say } = useWords().history;
  return (
    <div className={styles.comparing}>
      <div className={styles.bar}>
        <span role="status">{compared === null ? say.fetching : say.working}</span>
        {compared !== null && (
          <>
            <progress className={styles.progress} value={compared.blocks} max={compared.of} aria-label={say.progress} />
            <span className={styles.keys}>{say.compared(compared.blocks, compared.of)}</span>
            <Button look="quiet" onClick={onCancel}>
              {say.cancel}
            </Button>
          </>
        )}
      </div>
      <Skeleton lines={6} />
    </div>
  );
}
