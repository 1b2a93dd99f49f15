// Something to be copied: the text itself, always selectable, and a button. Where the page may not use the clipboard (plain http on the
// local network) the text is selected and the reader told to copy it.
import { Check, Copy } from 'lucide-react';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import styles from './field.module.css';
import { useWords } from './words.ts';

type Outcome = 'idle' | 'copied' | 'by_hand';

/** `navigator.clipboard` is typed as always there, and is not. */
async function copyText(text: string): Promise<boolean> {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (!clipboard) return false;
  return clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}

export function CopyField({ label, value }: { readonly label: string; readonly value: string }): ReactNode {
  const { ui } = useWords();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<Outcome>('idle');
  useEffect(() => {
    if (outcome !== 'copied') return undefined;
    const timer = setTimeout(() => setOutcome('idle'), 4000);
    return () => clearTimeout(timer);
  }, [outcome]);
  async function copy(): Promise<void> {
    if (await copyText(value)) return setOutcome('copied');
    input.current?.focus();
    input.current?.select();
    setOutcome('by_hand');
  }
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.withButton}>
        <input ref={input} id={id} className={styles.control} value={value} readOnly onFocus={(event) => event.target.select()} />
        <Button
          icon={outcome === 'copied' ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
          onClick={() => void copy()}
        >
          {outcome === 'copied' ? ui.copied : ui.copy}
        </Button>
      </div>
      <p className={styles.hint} role="status">
        {outcome === 'by_hand' && ui.copyByHand}
        {outcome === 'copied' && <span className="visually-hidden">{ui.copied}</span>}
      </p>
    </div>
  );
}
