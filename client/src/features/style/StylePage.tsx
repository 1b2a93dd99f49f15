// Every piece of the screen in all its states, on one page: what one looks at before and after changing any of them. Its samples are in
// Spanish only, because they are looked at and not read; the pieces speak the reader's language.
import type { ReactNode } from 'react';
import { Page, Section } from '../../ui/Page.tsx';
import { LanguageSwitch, ThemeSwitch } from '../../ui/Switches.tsx';
import { Toasts } from '../../ui/Toast.tsx';
import { useWords } from '../../ui/words.ts';
import { ActingPieces } from './ActingPieces.tsx';
import { FieldPieces } from './FieldPieces.tsx';
import { Foundations } from './Foundations.tsx';
import { ShowingPieces } from './ShowingPieces.tsx';
import styles from './style-page.module.css';

export default function StylePage(): ReactNode {
  const { app } = useWords();
  return (
    <Page title={app.style.title} lede={app.style.lede} width="wide">
      <div className={styles.switches}>
        <ThemeSwitch />
        <LanguageSwitch />
      </div>
      <Section title="Colores, letra y marcas">
        <Foundations />
      </Section>
      <Section title="Lo que actúa">
        <ActingPieces />
      </Section>
      <Section title="Lo que se llena">
        <FieldPieces />
      </Section>
      <Section title="Lo que se muestra">
        <ShowingPieces />
      </Section>
      <Toasts />
    </Page>
  );
}
