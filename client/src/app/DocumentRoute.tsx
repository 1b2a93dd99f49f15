// The address of a document: opens the editor for a text there is, and says in words why there is none otherwise.
import { isOpenToRead } from '@cocrea/shared/domain/document.ts';
import { flexDateInWords } from '@cocrea/shared/i18n/dates.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { Lightbulb } from 'lucide-react';
import { lazy, Suspense, useEffect, useMemo, useState, type ReactNode } from 'react';
import { failureWords } from '../api/failure-words.ts';
import { useDocuments } from '../api/labs.ts';
import { useActor, useMe } from '../api/session.ts';
import type { EditorExtras } from '../editor/editor-extras.ts';
import { rememberPlace } from '../features/labs/last-place.ts';
import { Redirect } from 'wouter';
import { MassDeletionBanners } from '../features/history/MassDeletionBanners.tsx';
import { ButtonLink } from '../ui/Button.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { Page } from '../ui/Page.tsx';
import { useLanguage } from '../ui/words.ts';
import { useWords } from '../features/labs/words.ts';
import { paths } from './paths.ts';
import { WaitingPage } from './WaitingPage.tsx';

const DocumentPage = lazy(() => import('../editor/DocumentPage.tsx'));
const DraftPage = lazy(() => import('../features/drafts/DraftPage.tsx'));
const ProposalFrom = lazy(() => import('../features/proposals/ProposalFrom.tsx'));

export function DocumentRoute({ lab, documentId }: { readonly lab: string; readonly documentId: string }): ReactNode {
  const words = useWords();
  const { app, labPages } = words;
  const actor = useActor();
  const [selected, setSelected] = useState<string | null>(null);
  const language = useLanguage();
  const personId = useMe()?.personId;
  const documents = useDocuments(lab);
  const document = documents.data?.documents.find(({ id }) => id === documentId);
  const extras = useMemo(
    (): EditorExtras => ({
      selectionActions:
        document?.kind === 'sub_table_result' || !can(actor, 'proposal.create', { labId: lab })
          ? []
          : [{ label: labPages.document.convert, icon: <Lightbulb aria-hidden="true" />, onAct: setSelected }],
    }),
    [document?.kind, actor, lab, labPages],
  );
  const readable = document !== undefined && document.kind !== 'proposal' && isOpenToRead(document);
  useEffect(() => {
    if (readable && personId !== undefined) rememberPlace({ personId, lab, documentId });
  }, [readable, personId, lab, documentId]);

  const toHome = (
    <div>
      <ButtonLink href={paths.lab(lab)} look="primary">
        {labPages.document.toHome}
      </ButtonLink>
    </div>
  );
  if (readable) {
    return (
      <Suspense fallback={<WaitingPage />}>
        {document.kind === 'draft' ? (
          <DraftPage draft={document} />
        ) : (
          <DocumentPage
            labId={lab}
            documentId={documentId}
            extras={extras}
            head={<MassDeletionBanners labId={lab} documents={[document]} />}
          />
        )}
        {selected !== null && (
          <ProposalFrom labId={lab} origin={{ sources: [], text: { problem: selected } }} onClose={() => setSelected(null)} />
        )}
      </Suspense>
    );
  }
  if (document?.kind === 'proposal') return <Redirect to={paths.proposal(lab, documentId)} replace />;
  if (document?.kind === 'draft') {
    return (
      <Page
        title={labPages.document.plannedTitle(document.title)}
        lede={labPages.document.planned(flexDateInWords(document.opens, language))}
        width="narrow"
      >
        {toHome}
      </Page>
    );
  }
  // A list that is a moment old may not have a note that was just made.
  if (documents.isPending || (documents.isFetching && documents.data)) return <WaitingPage />;
  if (documents.data) {
    return (
      <Page title={labPages.document.missingTitle} lede={labPages.document.missing} width="narrow">
        {toHome}
      </Page>
    );
  }
  return (
    <Page title={app.shell.failed} width="narrow">
      <ErrorState onRetry={() => void documents.refetch()} pending={documents.isFetching}>
        {failureWords(documents.error, words)}
      </ErrorState>
    </Page>
  );
}
