// The page of one proposal: who endorses it and what it lacks, its prose written together, its facts, and everything that happened to it.
import { gateOf } from '@cocrea/shared/domain/endorsement.ts';
import { isWritten } from '@cocrea/shared/domain/proposal-state.ts';
import type { ProposalWhole } from '@cocrea/shared/api/proposals.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { ArrowLeft, Pencil } from 'lucide-react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { failureWords } from '../../api/failure-words.ts';
import { useProposal } from '../../api/proposals.ts';
import { useDocument } from '../../api/labs.ts';
import { useActor } from '../../api/session.ts';
import { paths } from '../../app/paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { CopyField } from '../../ui/CopyField.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Page } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { MassDeletionBanners } from '../history/MassDeletionBanners.tsx';
import { useWords } from './words.ts';
import { AlikePanel } from './AlikePanel.tsx';
import { FieldsPanel } from './FieldsPanel.tsx';
import { GateSection } from './GateSection.tsx';
import { HistoryPanel } from './HistoryPanel.tsx';
import { LineagePanel } from './LineagePanel.tsx';
import styles from './proposal-page.module.css';
import { RenameDialog } from './RenameDialog.tsx';
import { SourcesPanel } from './SourcesPanel.tsx';
import { Standing } from './Standing.tsx';
import { StateOfProposal } from './StateOfProposal.tsx';
import { StepsPanel } from './StepsPanel.tsx';

const OpenText = lazy(() => import('../../editor/OpenText.tsx'));

interface ProposalPageProps {
  readonly labId: string;
  readonly proposalId: string;
}

export default function ProposalPage({ labId, proposalId }: ProposalPageProps): ReactNode {
  const words = useWords();
  const { proposals: say, ui } = words;
  const { data, error, isFetching, refetch } = useProposal(labId, proposalId);
  const refused = error instanceof AppError;
  if (data) {
    return (
      <Known labId={labId} whole={data}>
        {error && <Banner tone="warning">{refused ? failureWords(error, words) : ui.staleNotice}</Banner>}
      </Known>
    );
  }
  const toList = (
    <ButtonLink href={paths.proposals(labId)} look="primary">
      {say.page.toList}
    </ButtonLink>
  );
  if (refused && error.code === 'proposal_not_found') {
    return (
      <Page title={say.page.missing} lede={say.page.missingWhat} width="narrow">
        <div>{toList}</div>
      </Page>
    );
  }
  return (
    <Page title={say.page.over} width="wide">
      {error ? (
        <ErrorState onRetry={() => void refetch()} pending={isFetching} action={toList}>
          {failureWords(error, words)}
        </ErrorState>
      ) : (
        <Skeleton lines={8} tall />
      )}
    </Page>
  );
}

function Known({
  labId,
  whole,
  children,
}: {
  readonly labId: string;
  readonly whole: ProposalWhole;
  readonly children: ReactNode;
}): ReactNode {
  const { proposals: say } = useWords();
  const actor = useActor();
  const [renaming, setRenaming] = useState(false);
  /** Facts were filled in and not saved. */
  const [unsaved, setUnsaved] = useState(false);
  const { proposal, gate: settings, names } = whole;
  const { id, title, state, endorsements, checks, authors, becameIds } = proposal;
  const text = useDocument(labId, id);
  const gate = gateOf(endorsements, { settings, checks });
  const changes = becameIds.length === 0 && isWritten(state) && can(actor, 'proposal.change', { labId, authors });
  return (
    <Page
      title={title}
      width="wide"
      over={
        <span className={styles.over}>
          <span className={styles.back}>
            <ButtonLink href={paths.proposals(labId)} look="quiet" icon={<ArrowLeft aria-hidden="true" />}>
              {say.page.toList}
            </ButtonLink>
          </span>
          <StateOfProposal state={state} />
        </span>
      }
      lede={say.page.authors(authors.map((personId) => names[personId] ?? say.page.somebody).join(', '))}
      actions={
        changes && (
          <Button look="quiet" icon={<Pencil aria-hidden="true" />} onClick={() => setRenaming(true)}>
            {say.page.rename}
          </Button>
        )
      }
    >
      {children}
      <Standing labId={labId} whole={whole} />
      <div className={styles.areas}>
        <div className={styles.gate}>
          <GateSection labId={labId} whole={whole} gate={gate} />
        </div>
        <div className={styles.steps}>
          <StepsPanel labId={labId} proposal={proposal} gate={gate} unsaved={unsaved} />
        </div>
        <section className={styles.text} aria-label={say.page.text}>
          <h2 className={styles.heading}>{say.page.text}</h2>
          {text && <MassDeletionBanners labId={labId} documents={[text]} />}
          <Suspense fallback={<Skeleton lines={8} />}>
            <OpenText labId={labId} documentId={id} embedded />
          </Suspense>
        </section>
        <div className={styles.rest}>
          <FieldsPanel labId={labId} proposal={proposal} changes={changes} onUnsaved={setUnsaved} />
          <SourcesPanel whole={whole} />
          <LineagePanel labId={labId} whole={whole} />
          <AlikePanel labId={labId} proposal={proposal} />
          <HistoryPanel whole={whole} />
          <CopyField label={say.page.share} value={`${location.origin}${paths.proposal(labId, id)}`} />
        </div>
      </div>
      {renaming && <RenameDialog labId={labId} proposal={proposal} onClose={() => setRenaming(false)} />}
    </Page>
  );
}
