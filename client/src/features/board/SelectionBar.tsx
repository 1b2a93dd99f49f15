// What can be done with the contributions one chose: at the foot of the screen, over everything, as long as something is chosen.
import { Group, Lightbulb, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, IconButton } from '../../ui/Button.tsx';
import { useWords } from './words.ts';
import styles from './selection-bar.module.css';

interface SelectionBarProps {
  readonly count: number;
  /** Null for whoever does not arrange the board. */
  readonly mayGroup: boolean | null;
  readonly onGroup: () => void;
  /** Absent for whoever may not make proposals. */
  readonly onPropose?: () => void;
  readonly onClear: () => void;
}

export function SelectionBar({ count, mayGroup, onGroup, onPropose, onClear }: SelectionBarProps): ReactNode {
  const { board: say } = useWords();
  return (
    <section aria-label={say.selection.label} className={styles.bar}>
      <p role="status" className={styles.words}>
        <span className={styles.count}>{say.selection.count(count)}</span>
        {mayGroup === false && <span className={styles.hint}>{say.selection.notNow}</span>}
        {mayGroup && count < 2 && <span className={styles.hint}>{say.selection.one}</span>}
      </p>
      <div className={styles.acts}>
        {mayGroup && count > 1 && (
          <Button look="primary" icon={<Group aria-hidden="true" />} onClick={onGroup}>
            {say.selection.group}
          </Button>
        )}
        {onPropose && (
          <Button icon={<Lightbulb aria-hidden="true" />} onClick={onPropose}>
            {say.selection.propose}
          </Button>
        )}
      </div>
      <div className={styles.clear}>
        <IconButton label={say.selection.clear} onClick={onClear}>
          <X aria-hidden="true" />
        </IconButton>
      </div>
    </section>
  );
}
