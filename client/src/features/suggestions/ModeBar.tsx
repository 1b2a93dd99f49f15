// How one works on a draft, always in sight: writing (or reading) it, or suggesting in a copy of one's own; and what suggesting means.
import { Eye, MessageSquareDiff, PenLine } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './suggestions.module.css';
import { useWords } from './words.ts';

interface ModeBarProps {
  readonly suggesting: boolean;
  readonly mayWrite: boolean;
  readonly pending: boolean;
  readonly onChange: (suggesting: boolean) => void;
}

export function ModeBar({ suggesting, mayWrite, pending, onChange }: ModeBarProps): ReactNode {
  const { mode: say } = useWords().suggestions;
  const Other = mayWrite ? PenLine : Eye;
  const sentence = pending ? say.opening : suggesting ? say.suggesting : mayWrite ? null : say.reading;
  return (
    <div className={styles.mode} data-suggesting={suggesting || undefined}>
      <div role="radiogroup" aria-label={say.legend} className={styles.modes}>
        <label className={styles.choice}>
          <input type="radio" name="draft-mode" checked={!suggesting} onChange={() => onChange(false)} />
          <Other aria-hidden="true" size="1em" /> {mayWrite ? say.write : say.read}
        </label>
        <label className={styles.choice}>
          <input type="radio" name="draft-mode" checked={suggesting} onChange={() => onChange(true)} />
          <MessageSquareDiff aria-hidden="true" size="1em" /> {say.suggest}
        </label>
      </div>
      <p className={styles.sentence} role="status">
        {sentence}
      </p>
    </div>
  );
}
