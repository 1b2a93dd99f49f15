// The whole of it: which page belongs to an address. Pages come when they are asked for, but the first and the one for
// joining, which come with the program: in a hall the way to the server and back costs more than they weigh.
import { lazy, Suspense, type ReactNode } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { FirstPage } from '../features/identity/FirstPage.tsx';
import { JoinPage } from '../features/identity/JoinPage.tsx';
import { FailureGuard } from './FailureGuard.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { routes } from './paths.ts';
import { PlainShell } from './PlainShell.tsx';
import { WaitingPage } from './WaitingPage.tsx';

const SignInPage = lazy(() => import('../features/identity/SignInPage.tsx'));
const SetUpPage = lazy(() => import('../features/identity/SetUpPage.tsx'));
const AccountPage = lazy(() => import('../features/identity/AccountPage.tsx'));
const FolioPage = lazy(() => import('../features/folios/FolioPage.tsx'));
const PublicLabPage = lazy(() => import('../features/publication/PublicLabPage.tsx'));
const PublicDraftPage = lazy(() => import('../features/publication/PublicDraftPage.tsx'));
const PublicComparePage = lazy(() => import('../features/publication/PublicComparePage.tsx'));
const MatrixPage = lazy(() => import('../features/publication/MatrixPage.tsx'));
const VerifyPage = lazy(() => import('../features/publication/VerifyPage.tsx'));
const LabsPage = lazy(() => import('../features/labs/LabsPage.tsx'));
const AtTableRoute = lazy(() => import('../features/at-table/AtTableRoute.tsx'));
const LabArea = lazy(() => import('./LabArea.tsx'));
const StylePage = lazy(() => import('../features/style/StylePage.tsx'));

function Plain({ lab, children }: { readonly lab?: string; readonly children: ReactNode }): ReactNode {
  const [path] = useLocation();
  return (
    <PlainShell {...(lab !== undefined && { lab })}>
      <FailureGuard at={path}>
        <Suspense fallback={<WaitingPage />}>{children}</Suspense>
      </FailureGuard>
    </PlainShell>
  );
}

export function App(): ReactNode {
  return (
    <Switch>
      <Route path={routes.labs}>
        <Plain>
          <LabsPage />
        </Plain>
      </Route>
      <Route path={routes.table}>
        {({ lab, table }) => (
          <Plain lab={lab}>
            <AtTableRoute key={`${lab} ${table}`} lab={lab} table={table} />
          </Plain>
        )}
      </Route>
      <Route path={routes.anyLab}>
        {({ lab }) => (
          <FailureGuard key={lab}>
            <Suspense fallback={<WaitingPage />}>
              <LabArea lab={lab} />
            </Suspense>
          </FailureGuard>
        )}
      </Route>
      <Route>
        <Plain>
          <Switch>
            <Route path={routes.first}>
              <FirstPage />
            </Route>
            <Route path={routes.join}>{({ code }) => <JoinPage key={code} code={code} />}</Route>
            <Route path={routes.signIn}>
              <SignInPage />
            </Route>
            <Route path={routes.setUp}>{({ secret }) => <SetUpPage secret={secret} />}</Route>
            <Route path={routes.publicLab}>{({ lab }) => <PublicLabPage key={lab} labId={lab} />}</Route>
            <Route path={routes.publicDraft}>
              {({ lab, no }) => <PublicDraftPage key={`${lab} ${no}`} labId={lab} no={Number(no)} />}
            </Route>
            <Route path={routes.publicMatrix}>
              {({ lab, no }) => <MatrixPage key={`${lab} ${no}`} labId={lab} no={Number(no)} isPublic />}
            </Route>
            <Route path={routes.publicCompare}>
              {({ lab, no }) => <PublicComparePage key={`${lab} ${no}`} labId={lab} no={Number(no)} />}
            </Route>
            <Route path={routes.verify}>
              <VerifyPage />
            </Route>
            <Route path={routes.folio}>{({ folio }) => <FolioPage key={folio} folio={folio} />}</Route>
            <Route path={routes.account}>
              <AccountPage />
            </Route>
            <Route path={routes.style}>
              <StylePage />
            </Route>
            <Route>
              <NotFoundPage />
            </Route>
          </Switch>
        </Plain>
      </Route>
    </Switch>
  );
}
