// A code on a sheet of A4, for the door of the hall and the middle of the table. It is on the page only while it is being printed.
import { useEffect, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useWords } from './words.ts';
import { needsSameNetwork } from './join-link.ts';
import { Poster, type PosterProps } from './Poster.tsx';
import styles from './printed-card.module.css';

export function PrintedCard({ onPrinted, ...poster }: PosterProps & { readonly onPrinted: () => void }): ReactNode {
  const { codes: say } = useWords();
  const printed = useRef(onPrinted);
  useEffect(() => {
    printed.current = onPrinted;
  });
  useEffect(() => {
    const root = document.documentElement;
    const done = (): void => printed.current();
    root.dataset.printing = 'sheet';
    addEventListener('afterprint', done);
    // The next frame, so that the sheet is drawn by the time the browser looks at it.
    const frame = requestAnimationFrame(() => print());
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('afterprint', done);
      delete root.dataset.printing;
    };
  }, []);
  return createPortal(
    <div data-sheet className={styles.sheet}>
      <Poster {...poster}>
        {needsSameNetwork(poster.address) && <p>{say.poster.printedNetwork}</p>}
        <p>{say.poster.noAccount}</p>
      </Poster>
    </div>,
    document.body,
  );
}
