// With which other contribution this one is taken as one: the way to group without dragging and without choosing two.
import type { ReactNode } from 'react';
import { Dialog } from '../../ui/Dialog.tsx';
import { useWords } from './words.ts';
import { nameOf, type Card } from './board-view.ts';
import styles from './board-dialogs.module.css';

interface GroupWithDialogProps {
  readonly card: Card;
  /** Of the same question. */
  readonly others: readonly Card[];
  readonly onChoose: (other: Card) => void;
  readonly onClose: () => void;
}

export function GroupWithDialog({ card, others, onChoose, onClose }: GroupWithDialogProps): ReactNode {
  const { board: say } = useWords();
  return (
    <Dialog title={say.groupWith.title(nameOf(card).folio)} onClose={onClose}>
      {others.length === 0 && <p>{say.groupWith.none}</p>}
      <ul className={styles.others}>
        {others.map((other) => {
          const { folio, more } = nameOf(other);
          return (
            <li key={other.id}>
              <button
                type="button"
                className={styles.other}
                onClick={() => {
                  onChoose(other);
                  onClose();
                }}
              >
                <span className={styles.folio}>{more === 0 ? folio : say.cards(folio, more)}</span>
                <span className={styles.words} lang={other.contributions[0].language}>
                  {other.contributions[0].text}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
