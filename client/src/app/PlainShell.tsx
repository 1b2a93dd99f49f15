// The frame of pages that belong to no lab: the name of the house, one's own account, the page.
import type { ReactNode } from 'react';
import { useMe } from '../api/session.ts';
import { useWords } from '../ui/words.ts';
import { AccountLink } from './AccountLink.tsx';
import { Brand } from './Brand.tsx';
import { paths } from './paths.ts';
import styles from './plain-shell.module.css';
import { SkipLink } from './SkipLink.tsx';

export function PlainShell({ children }: { readonly children: ReactNode }): ReactNode {
  const { app } = useWords();
  const me = useMe();
  return (
    <div className={styles.shell}>
      <SkipLink />
      <header className={styles.head}>
        <Brand href={paths.first}>{app.name}</Brand>
        <AccountLink me={me} />
      </header>
      <main id="contenido" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </div>
  );
}
