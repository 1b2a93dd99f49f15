// The labs one is in, for whoever is in several; whoever is in one is taken there.
import type { ReactNode } from 'react';
import { Link, Redirect } from 'wouter';
import { failureWords } from '../../api/failure-words.ts';
import { useSession } from '../../api/session.ts';
import { OutsidePage } from '../../app/OutsidePage.tsx';
import { paths } from '../../app/paths.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { Page } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useWords } from './words.ts';
import styles from './labs-page.module.css';

export default function LabsPage(): ReactNode {
  const words = useWords();
  const { app, labPages, ui } = words;
  const session = useSession();
  const me = session.data?.me;
  if (session.data && !me) return <OutsidePage why="signed_out" />;
  const [only] = me?.memberships ?? [];
  if (me?.memberships.length === 1 && only) return <Redirect to={paths.lab(only.labId)} replace />;
  return (
    <Page title={labPages.labs.title} width="narrow">
      {!session.data && !session.error && <Skeleton lines={2} tall />}
      {!session.data && session.error && (
        <ErrorState onRetry={session.refetch} pending={session.isFetching}>
          {failureWords(session.error, words)}
        </ErrorState>
      )}
      {me?.memberships.length === 0 && (
        <EmptyState
          action={
            <ButtonLink href={paths.join()} look="primary">
              {app.first.codeTitle}
            </ButtonLink>
          }
        >
          {labPages.labs.none}
        </EmptyState>
      )}
      <ul className={styles.labs}>
        {me?.memberships.map(({ labId, labName, role }) => (
          <li key={labId}>
            <Link href={paths.lab(labId)} className={styles.lab}>
              <span className={styles.name}>{labName}</span>
              <span className={styles.role}>{labPages.labs.role(ui.roles[role])}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}
