// The frame of one piece on `/estilo`: its heading and anchor, its sentence of use, and its states, each with its name.
import type { ReactNode } from 'react';
import { Section } from '../../ui/Page.tsx';
import { useStyleWords } from './use-style-words.ts';
import { anchors, type PieceName } from './anchors.ts';
import styles from './piece.module.css';

export function Piece({ name, children }: { readonly name: PieceName; readonly children: ReactNode }): ReactNode {
  const style = useStyleWords();
  const { title, rule } = style.pieces[name];
  return (
    <Section id={anchors[name]} title={title}>
      <p className={styles.rule}>{rule}</p>
      {children}
    </Section>
  );
}

/** States side by side where there is room. */
export function Specimens({ children, wide = false }: { readonly children: ReactNode; readonly wide?: boolean }): ReactNode {
  return <div className={wide ? styles.wide : styles.specimens}>{children}</div>;
}

interface SpecimenProps {
  readonly label: string;
  /** Draws the ring of the keyboard on whatever is inside, as it looks when the focus is there. */
  readonly focused?: boolean;
  readonly children: ReactNode;
}

export function Specimen({ label, focused = false, children }: SpecimenProps): ReactNode {
  return (
    <div className={focused ? `${styles.specimen} ${styles.focused}` : styles.specimen}>
      <p className={styles.label}>{label}</p>
      <div className={styles.shown}>{children}</div>
    </div>
  );
}
