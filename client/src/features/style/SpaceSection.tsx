// The steps of space, on four pixels, and the few shapes: corner, shadow, ring, target of a finger.
import type { CSSProperties, ReactNode } from 'react';
import { useStyleWords } from './use-style-words.ts';
import { Piece, Specimen, Specimens } from './Piece.tsx';
import styles from './space.module.css';

const steps = [0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 16] as const;

export function SpaceSection(): ReactNode {
  const style = useStyleWords();
  return (
    <Piece name="space">
      <ul className={styles.steps}>
        {steps.map((step) => (
          <li key={step} className={styles.step}>
            <code className={styles.name}>{`space-${step}`}</code>
            <span className={styles.bar} style={{ '--extent': `var(--space-${step})` } as CSSProperties} />
            <span>{style.space.pixels(String(step === 0 ? 2 : step * 4))}</span>
          </li>
        ))}
      </ul>
      <Specimens>
        <Specimen label={style.space.corner}>
          <div className={`${styles.shape} ${styles.corner}`} />
        </Specimen>
        <Specimen label={style.space.shadow}>
          <div className={`${styles.shape} ${styles.shadow}`} />
        </Specimen>
        <Specimen label={style.space.ring}>
          <div className={`${styles.shape} ${styles.ring}`} />
        </Specimen>
        <Specimen label={style.space.target}>
          <div className={`${styles.shape} ${styles.target}`} />
        </Specimen>
      </Specimens>
    </Piece>
  );
}
