// The ways to take something away: a menu of formats. While a file is being prepared that is said in its place, and can be
// given up; so is what became of it.
import type { PaperFormat } from '@cocrea/shared/domain/paper-format.ts';
import { Download } from 'lucide-react';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import type { FileAnswer } from '../../api/call.ts';
import { failureWords } from '../../api/failure-words.ts';
import { Button } from '../../ui/Button.tsx';
import { FieldError } from '../../ui/FieldError.tsx';
import { useFocusFallback } from '../../ui/focus-fallback.ts';
import { Menu } from '../../ui/Menu.tsx';
import styles from './download-menu.module.css';
import { useWords } from './words.ts';

interface DownloadMenuProps<Format extends PaperFormat> {
  /** What is downloaded, for those who hear the button alone. */
  readonly of: string;
  readonly formats: readonly Format[];
  readonly look?: 'secondary' | 'quiet';
  /** DOCX shows what is suggested, and says so. */
  readonly withSuggestions?: boolean;
  readonly get: (format: Format, signal: AbortSignal) => Promise<FileAnswer>;
}

export function DownloadMenu<Format extends PaperFormat>(props: DownloadMenuProps<Format>): ReactNode {
  const { of, formats, look = 'secondary', withSuggestions = false, get } = props;
  const words = useWords();
  const say = words.exports;
  const [preparing, setPreparing] = useState<Format | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const failure = useId();
  const running = useRef<AbortController | null>(null);
  const [place, focusPlace] = useFocusFallback<HTMLDivElement>();
  // Whoever leaves the page does not wait for the file.
  useEffect(() => () => running.current?.abort(), []);
  const labelOf = (format: Format): string => (format === 'docx' && withSuggestions ? say.withSuggestions : say.formats[format]);

  const download = async (format: Format): Promise<void> => {
    const controller = new AbortController();
    running.current = controller;
    setPreparing(format);
    setDone(null);
    setFailed(null);
    try {
      const file = await get(format, controller.signal);
      keep(file);
      setDone(say.done(file.name));
    } catch (reason) {
      if (!controller.signal.aborted) setFailed(failureWords(reason, words));
    }
    if (running.current !== controller) return;
    setPreparing(null);
    focusPlace();
  };

  return (
    <div ref={place} tabIndex={-1} className={styles.place}>
      {preparing === null ? (
        <Menu
          of={of}
          face={{ words: say.download, icon: <Download aria-hidden="true" />, look }}
          actions={formats.map((format) => ({ id: format, label: labelOf(format), onAct: () => void download(format) }))}
        />
      ) : (
        <>
          <span className={styles.preparing} aria-hidden="true">
            {say.preparing(say.formats[preparing])}
          </span>
          <Button look="quiet" onClick={() => running.current?.abort()}>
            {say.cancel}
          </Button>
        </>
      )}
      <span role="status" className={styles.told}>
        {preparing === null ? done : <span className="visually-hidden">{say.preparing(say.formats[preparing])}</span>}
      </span>
      <FieldError id={failure}>{failed ?? undefined}</FieldError>
    </div>
  );
}

/** Milliseconds the address of a file is kept for a browser that is slow to take it. */
const patience = 60_000;

function keep({ name, bytes }: FileAnswer): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), patience);
}
