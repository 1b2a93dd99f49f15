// The way to one's own page: one's mark where one is known, a plain sign for preferences otherwise.
import { Settings2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Me } from '@cocrea/shared/api/session.ts';
import { Link } from 'wouter';
import { PersonMark } from '../ui/PersonMark.tsx';
import { useWords } from '../ui/words.ts';
import styles from './account-link.module.css';
import { paths } from './paths.ts';

export function AccountLink({ me, role }: { readonly me: Me | null; readonly role?: string }): ReactNode {
  const { app } = useWords();
  if (!me) {
    return (
      <Link href={paths.account} className={styles.link} aria-label={app.shell.preferences} title={app.shell.preferences}>
        <Settings2 aria-hidden="true" className={styles.sign} />
      </Link>
    );
  }
  if (role === undefined) {
    return (
      <Link href={paths.account} className={styles.link} title={me.name}>
        <PersonMark name={me.name} color={me.color} silent />
        <span className="visually-hidden">{app.shell.myAccount(me.name)}</span>
      </Link>
    );
  }
  return (
    <Link href={paths.account} className={styles.link}>
      <PersonMark name={me.name} color={me.color} silent />
      <span className={styles.words}>
        <span className={styles.name}>{me.name}</span>
        <span className={styles.role}>{role}</span>
      </span>
    </Link>
  );
}
