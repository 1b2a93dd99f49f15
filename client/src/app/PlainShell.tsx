// The frame that weighs least: the name of the house or of a lab, one's own account, the page.
import type { ReactNode } from 'react';
import { useMe, useMembership } from '../api/session.ts';
import { useWords } from '../ui/words.ts';
import { AccountLink } from './AccountLink.tsx';
import { Brand } from './Brand.tsx';
import { paths } from './paths.ts';
import styles from './plain-shell.module.css';
import { SkipLink } from './SkipLink.tsx';

interface PlainShellProps {
  /** The lab the page belongs to, where it belongs to one. */
  readonly lab?: string;
  readonly children: ReactNode;
}

export function PlainShell({ lab, children }: PlainShellProps): ReactNode {
  const { app } = useWords();
  const me = useMe();
  const membership = useMembership(lab ?? '');
  return (
    <div className={styles.shell}>
      <SkipLink />
      <header className={styles.head}>
        <Brand href={membership ? paths.lab(membership.labId) : paths.first}>{membership?.labName ?? app.name}</Brand>
        <AccountLink me={me} />
      </header>
      <main id="contenido" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </div>
  );
}
