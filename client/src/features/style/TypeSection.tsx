// The scale of type, each step at its size, in the typeface of the screen and in that of the documents.
import type { ReactNode } from 'react';
import { useStyleWords } from './use-style-words.ts';
import { Piece } from './Piece.tsx';
import styles from './type.module.css';

const steps = ['small', 'body', 'lead', 'title', 'heading', 'display'] as const;
const faces = ['sans', 'serif'] as const;
const weights = ['normal', 'medium', 'bold'] as const;

export function TypeSection(): ReactNode {
  const style = useStyleWords();
  return (
    <Piece name="type">
      {faces.map((face) => (
        <div key={face} className={styles.face}>
          <h3 className={styles.title}>{style.type[face]}</h3>
          {steps.map((step) => (
            <p key={step} className={styles.step}>
              <code className={styles.name}>{`type-${step}`}</code>
              <span className={styles.sample} style={{ fontFamily: `var(--${face})`, fontSize: `var(--type-${step})` }}>
                {style.type.sample}
              </span>
            </p>
          ))}
        </div>
      ))}
      <div className={styles.face}>
        <h3 className={styles.title}>{style.type.weights}</h3>
        {weights.map((weight) => (
          <p key={weight} className={styles.step}>
            <code className={styles.name}>{`weight-${weight}`}</code>
            <span className={styles.sample} style={{ fontWeight: `var(--weight-${weight})` }}>
              {style.type.sample}
            </span>
          </p>
        ))}
      </div>
      <div className={styles.face}>
        <h3 className={styles.title}>{style.type.measure}</h3>
        <p className={styles.document}>{style.type.paragraph}</p>
      </div>
    </Piece>
  );
}
