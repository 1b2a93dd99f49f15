// Everything under one lab's address: who may be here, the line to its feed, and its pages inside its frame.
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { failureWords } from '../api/failure-words.ts';
import { useHall } from '../api/here.ts';
import { useMembership, useSession } from '../api/session.ts';
import { ErrorState } from '../ui/ErrorState.tsx';
import { Toasts } from '../ui/Toast.tsx';
import { Page } from '../ui/Page.tsx';
import { useWords } from '../ui/words.ts';
import { DocumentRoute } from './DocumentRoute.tsx';
import { FailureGuard } from './FailureGuard.tsx';
import { fetchAhead } from './fetch-ahead.ts';
import { Fetching } from './Fetching.tsx';
import { LabShell } from './LabShell.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { OutsidePage } from './OutsidePage.tsx';
import { routes } from './paths.ts';
import { holdsText } from './text-places.ts';
import { PlainShell } from './PlainShell.tsx';
import { useLabFeed } from './use-lab-feed.ts';
import { WaitingPage } from './WaitingPage.tsx';

const BoardPage = lazy(() => import('../features/board/BoardPage.tsx'));
const HistoryPage = lazy(() => import('../features/history/HistoryPage.tsx'));
const DeskPage = lazy(() => import('../features/consolidation/DeskPage.tsx'));
const LabHomePage = lazy(() => import('../features/labs/LabHomePage.tsx'));
const MatrixPage = lazy(() => import('../features/publication/MatrixPage.tsx'));
const MyWordsPage = lazy(() => import('../features/folios/MyWordsPage.tsx'));
const PeoplePage = lazy(() => import('../features/people/PeoplePage.tsx'));
const CodesPage = lazy(() => import('../features/codes/CodesPage.tsx'));
const ProposalsPage = lazy(() => import('../features/proposals/ProposalsPage.tsx'));
const ProposalPage = lazy(() => import('../features/proposals/ProposalPage.tsx'));
const TablesPage = lazy(() => import('../features/sub-tables/TablesPage.tsx'));
const ConductPage = lazy(() => import('../features/sub-tables/ConductPage.tsx'));
const ProjectorPage = lazy(() => import('../features/sub-tables/ProjectorPage.tsx'));
const PaperPage = lazy(() => import('../features/sub-tables/PaperPage.tsx'));
const PlenaryPage = lazy(() => import('../features/sub-tables/PlenaryPage.tsx'));

fetchAhead(location.pathname);

/** What hangs on a wall, comes out of a printer or needs the whole screen stands without the frame of the lab. */
function BarePages({ lab, children }: { readonly lab: string; readonly children: ReactNode }): ReactNode {
  const [path] = useLocation();
  const bare = (page: ReactNode): ReactNode => (
    <FailureGuard key={path}>
      <Suspense fallback={<WaitingPage />}>{page}</Suspense>
    </FailureGuard>
  );
  return (
    <Switch>
      <Route path={routes.projector}>{({ table }) => bare(<ProjectorPage labId={lab} no={Number(table)} />)}</Route>
      <Route path={routes.tablePaper}>{({ table }) => bare(<PaperPage labId={lab} no={Number(table)} />)}</Route>
      <Route path={routes.desk}>
        {({ document }) => (
          <PlainShell lab={lab}>
            {bare(<DeskPage key={document} labId={lab} documentId={document} />)}
            <Toasts />
          </PlainShell>
        )}
      </Route>
      <Route path={routes.plenary}>{bare(<PlenaryPage labId={lab} />)}</Route>
      <Route>{children}</Route>
    </Switch>
  );
}

function LabPages({ lab }: { readonly lab: string }): ReactNode {
  useLabFeed(lab);
  return (
    <BarePages lab={lab}>
      <FramedPages lab={lab} />
    </BarePages>
  );
}

function FramedPages({ lab }: { readonly lab: string }): ReactNode {
  const [path] = useLocation();
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
            <Route path={routes.history}>
              {({ document }) => <HistoryPage key={document} labId={lab} documentId={document} />}
            </Route>
            <Route path={routes.board}>{({ table }) => <BoardPage key={table} lab={lab} no={Number(table)} />}</Route>
            <Route path={routes.people}>
              <PeoplePage labId={lab} />
            </Route>
            <Route path={routes.codes}>
              <CodesPage labId={lab} />
            </Route>
            <Route path={routes.tables}>
              <TablesPage labId={lab} />
            </Route>
            <Route path={routes.conduct}>{({ table }) => <ConductPage labId={lab} no={Number(table)} />}</Route>
            <Route path={routes.matrix}>{({ no }) => <MatrixPage key={no} labId={lab} no={Number(no)} isPublic={false} />}</Route>
            <Route path={routes.myWords}>
              <MyWordsPage labId={lab} />
            </Route>
            <Route path={routes.proposals}>
              <ProposalsPage labId={lab} />
            </Route>
            <Route path={routes.proposal}>
              {({ proposal }) => <ProposalPage key={proposal} labId={lab} proposalId={proposal} />}
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
  const keepsWords = wasMember && session.data?.me && holdsText(lab, path);
  if (membership || keepsWords) {
    return (
      <Fetching>
        <LabPages lab={lab} />
      </Fetching>
    );
  }
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
      {session.error ? (
        <Page title={words.app.shell.failed} width="narrow">
          <ErrorState onRetry={session.refetch} pending={session.isFetching}>
            {failureWords(session.error, words)}
          </ErrorState>
        </Page>
      ) : (
        <WaitingPage />
      )}
    </PlainShell>
  );
}
