// Writing where the table is no longer asking: out of the way, and open for whoever was in the middle of a sentence when it went on.
import { useEffect, useState, type ReactNode, type RefObject } from 'react';
import styles from './at-table.module.css';
import { useWords } from './words.ts';

interface WritingOnProps {
  readonly tableClosed: boolean;
  /** Somebody had begun to write. */
  readonly begun: boolean;
  readonly box: RefObject<HTMLTextAreaElement | null>;
  /** What is said of the queue, in sight also while the form is not. */
  readonly status: ReactNode;
  readonly children: ReactNode;
}

export function WritingOn({ tableClosed, begun, box, status, children }: WritingOnProps): ReactNode {
  const { atTable } = useWords();
  const [open, setOpen] = useState(begun);
  useEffect(() => {
    const at = box.current;
    // The box is another one now: the caret goes on where the sentence ended.
    if (!at || at.value === '' || document.activeElement !== document.body) return;
    at.focus({ preventScroll: true });
    at.setSelectionRange(at.value.length, at.value.length);
  }, [box]);
  return (
    <>
      <details className={styles.more} open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{tableClosed ? atTable.writeLate : atTable.stillWrite}</summary>
        {tableClosed && <p className={styles.hint}>{atTable.writeLateWhat}</p>}
        {children}
      </details>
      {!open && status}
    </>
  );
}
