// Words that are quoted beside a form: a long paragraph scrolls in its own box, so that the form stays where it is. A keyboard can scroll it too,
// which is why the box can be focused and says what it holds.
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { FootnotedWords } from '../history/FootnotedWords.tsx';
import styles from './desk.module.css';

export function Quote({ label, children }: { readonly label: string; readonly children: string }): ReactNode {
  const id = useId();
  const box = useRef<HTMLQuoteElement>(null);
  const [scrolls, setScrolls] = useState(false);
  // Short words are no stop of the keyboard; the width of a column decides which are short.
  useEffect(() => {
    const { current } = box;
    if (current === null) return undefined;
    const watch = new ResizeObserver(() => setScrolls(current.scrollHeight > current.clientHeight));
    watch.observe(current);
    return () => watch.disconnect();
  }, [children]);
  return (
    <>
      <p className={styles.small} id={id}>
        {label}
      </p>
      <blockquote ref={box} className={styles.quote} lang="es" aria-labelledby={id} tabIndex={scrolls ? 0 : undefined}>
        <FootnotedWords words={children} />
      </blockquote>
    </>
  );
}
