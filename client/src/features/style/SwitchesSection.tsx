// The two switches that concern every page; here they are the real ones, and turn this page as well.
import type { ReactNode } from 'react';
import { LanguageSwitch, ThemeSwitch } from '../../ui/Switches.tsx';
import { Piece } from './Piece.tsx';
import styles from './row.module.css';

export function SwitchesSection(): ReactNode {
  return (
    <Piece name="switches">
      <div className={styles.row}>
        <ThemeSwitch />
        <LanguageSwitch />
      </div>
    </Piece>
  );
}
