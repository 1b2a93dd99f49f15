// The keys of the board, told.
import type { ReactNode } from 'react';
import { Dialog } from '../../ui/Dialog.tsx';
import { useWords } from './words.ts';
import { agreementKeys, groupKey, markKeys, minorityKey, plenaryKey } from './board-keys.ts';
import styles from './board-dialogs.module.css';

export function BoardKeys({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { board: say } = useWords();
  const { keys } = say.help;
  const rows: [string, string][] = [
    ['␣', keys.select],
    [groupKey, keys.group],
    [Object.keys(markKeys).join(' '), keys.marks],
    [['1', '2', '3', '0'].filter((key) => key in agreementKeys).join(' '), keys.agreement],
    [minorityKey, keys.minority],
    [plenaryKey, keys.plenary],
    ['Alt ↑ ↓', keys.move],
    ['↵', keys.drag],
    ['Esc', keys.clear],
  ];
  return (
    <Dialog title={say.help.title} onClose={onClose}>
      <p>{say.help.what}</p>
      <dl className={styles.keys}>
        {rows.map(([key, does]) => (
          <div key={does} className={styles.key}>
            <dt>
              {key.split(' ').map((one) => (
                <kbd key={one} className={styles.cap}>
                  {one.length === 1 ? one.toUpperCase() : one}
                </kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
