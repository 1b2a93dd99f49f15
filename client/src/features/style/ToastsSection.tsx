// Short messages at the foot of the page, made by pressing.
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { tell, tellFailure, Toasts } from '../../ui/Toast.tsx';
import { useWords } from '../../ui/words.ts';
import { useStyleWords } from './use-style-words.ts';
import { Piece } from './Piece.tsx';
import styles from './row.module.css';

export function ToastsSection(): ReactNode {
  const style = useStyleWords();
  const { ui } = useWords();
  const { toasts } = style;
  return (
    <Piece name="toasts">
      <div className={styles.row}>
        <Button onClick={() => tell(toasts.doneWords)}>{toasts.done}</Button>
        <Button onClick={() => tellFailure(ui.networkFailure)}>{toasts.failure}</Button>
        <Button onClick={() => tellFailure(toasts.failureWords, { label: ui.retry, onAct: () => tell(toasts.doneWords) })}>
          {toasts.failureWithAction}
        </Button>
      </div>
      <Toasts />
    </Piece>
  );
}
