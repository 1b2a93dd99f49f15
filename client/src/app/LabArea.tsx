// Everything under one lab's address: who may be here, the line to its feed, and its pages inside its frame.
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { failureWords } from '../api/failure-words.ts';
import { useHall } from '../api/here.ts';
import { useMembership, useSession } from '../api/session.ts';
import { LabHomePage } from '../features/labs/LabHomePage.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { Page } from '../ui/Page.tsx';
import { useWords } from '../ui/words.ts';
import { DocumentRoute } from './DocumentRoute.tsx';
import { FailureGuard } from './FailureGuard.tsx';
import { LabShell } from './LabShell.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { OutsidePage } from './OutsidePage.tsx';
import { paths, routes } from './paths.ts';
import { PlainShell } from './PlainShell.tsx';
import { useLabFeed } from './use-lab-feed.ts';
import { WaitingPage } from './WaitingPage.tsx';

const BoardPage = lazy(() => import('../features/board/BoardPage.tsx'));
const PeoplePage = lazy(() => import('../features/people/PeoplePage.tsx'));
const CodesPage = lazy(() => import('../features/codes/CodesPage.tsx'));

function LabPages({ lab }: { readonly lab: string }): ReactNode {
  const [path] = useLocation();
  useLabFeed(lab);
  return (
    <LabShell lab={lab}>
      <FailureGuard key={path}>
        <Suspense fallback={<WaitingPage />}>
          <Switch>
            <Route path={routes.lab}>
              <LabHomePage lab={lab} />
            </Route>
            <Route path={routes.document}>
              {({ document }) => <DocumentRoute key={document} lab={lab} documentId={document} />}
            </Route>
            <Route path={routes.board}>{({ table }) => <BoardPage key={table} lab={lab} no={Number(table)} />}</Route>
            <Route path={routes.people}>
              <PeoplePage labId={lab} />
            </Route>
            <Route path={routes.codes}>
              <CodesPage labId={lab} />
            </Route>
            <Route>
              <NotFoundPage />
            </Route>
          </Switch>
        </Suspense>
      </FailureGuard>
    </LabShell>
  );
}

export default function LabArea({ lab }: { readonly lab: string }): ReactNode {
  const words = useWords();
  const [path] = useLocation();
  const session = useSession();
  const membership = useMembership(lab);
  const [wasMember, setWasMember] = useState(false);
  const removed = useHall(({ removedFrom }) => removedFrom === lab);
  useEffect(() => {
    if (membership) setWasMember(true);
  }, [membership]);

  // Somebody taken out while writing keeps the page with their words on it, which says so and lets them take along what was not sent.
  const keepsWords = wasMember && session.data?.me && path.startsWith(paths.document(lab, ''));
  if (membership || keepsWords) return <LabPages lab={lab} />;
  if (session.data) {
    const why = session.data.me ? (wasMember || removed ? 'removed' : 'not_mine') : removed ? 'removed' : 'signed_out';
    return (
      <PlainShell>
        <OutsidePage why={why} />
      </PlainShell>
    );
  }
  return (
    <PlainShell>
      {session.isError ? (
        <Page title={words.app.shell.failed} width="narrow">
          <ErrorState onRetry={() => void session.refetch()} pending={session.isFetching}>
            {failureWords(session.error, words)}
          </ErrorState>
        </Page>
      ) : (
        <WaitingPage />
      )}
    </PlainShell>
  );
}
