// The frame of a lab's pages: on a desktop a slim side with the lab, its process and its rooms; on a phone a bar at the head and one at
// the foot. What is marked as current comes from the address and from nowhere else.
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useDocuments, useLab } from '../api/labs.ts';
import { useHall } from '../api/here.ts';
import { useMe, useMembership } from '../api/session.ts';
import { Toasts } from '../ui/Toast.tsx';
import { useWords } from '../ui/words.ts';
import { AccountLink } from './AccountLink.tsx';
import { BottomBar } from './BottomBar.tsx';
import { Brand } from './Brand.tsx';
import styles from './lab-shell.module.css';
import { paths } from './paths.ts';
import { holdsText } from './text-places.ts';
import { Sidebar } from './Sidebar.tsx';
import { SkipLink } from './SkipLink.tsx';

export function LabShell({ lab, children }: { readonly lab: string; readonly children: ReactNode }): ReactNode {
  const { app, ui } = useWords();
  const me = useMe();
  const membership = useMembership(lab);
  const facts = useLab(lab).data;
  const documents = useDocuments(lab).data?.documents;
  const lost = useHall(({ line }) => line === 'lost');
  const [path] = useLocation();
  // A document says itself, and better, where its words are.
  const inDocument = holdsText(lab, path);
  const name = facts?.lab.name ?? membership?.labName ?? app.shell.lab;
  return (
    <div className={styles.shell}>
      <SkipLink />
      <header className={styles.top}>
        <Brand href={paths.lab(lab)}>{name}</Brand>
        <AccountLink me={me} />
      </header>
      <header className={styles.side}>
        <Brand href={paths.lab(lab)}>{name}</Brand>
        <Sidebar lab={lab} documents={documents} subTables={facts?.subTables} tablesAtWork={facts?.tablesAtWork ?? 0} />
        <div className={styles.account}>
          <AccountLink me={me} {...(membership && { role: ui.roles[membership.role] })} />
        </div>
      </header>
      <main id="contenido" tabIndex={-1} className={styles.main}>
        <p role="status" className={styles.line}>
          {lost && !inDocument && app.shell.lineLost}
        </p>
        {children}
      </main>
      <BottomBar lab={lab} documents={documents} />
      <Toasts />
    </div>
  );
}
