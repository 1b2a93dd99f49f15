// What is carried from one screen to another: a code for cameras, and a text to be copied.
import type { ReactNode } from 'react';
import { CopyField } from '../../ui/CopyField.tsx';
import { Qr } from '../../ui/Qr.tsx';
import { useStyleWords } from './use-style-words.ts';
import styles from './codes.module.css';
import { Piece, Specimen, Specimens } from './Piece.tsx';

/** An address of the range set aside for examples. */
const address = 'http://192.0.2.17:3000/unirse/K7M4PX';

export function CodesSection(): ReactNode {
  const style = useStyleWords();
  const { codes } = style;
  return (
    <Piece name="codes">
      <Specimens>
        <Specimen label={codes.qr}>
          <div className={styles.qr}>
            <Qr text={address} label={codes.qrLabel} />
          </div>
        </Specimen>
        <Specimen label={codes.small}>
          <div className={styles.small}>
            <Qr text={address} label={codes.qrLabel} />
          </div>
        </Specimen>
        <Specimen label={codes.copy}>
          <CopyField label={codes.link} value={address} />
        </Specimen>
      </Specimens>
    </Piece>
  );
}
