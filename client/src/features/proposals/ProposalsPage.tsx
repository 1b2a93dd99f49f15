// The portfolio of a lab: how its proposals are spread, which there are, what each lacks; and where a new one begins.
import { can } from '@cocrea/shared/permissions.ts';
import { Merge, Plus, Settings2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import { canBecomeOthers, proposalCounts, type Proposal } from '@cocrea/shared/domain/proposal.ts';
import type { GateSettings } from '@cocrea/shared/domain/endorsement.ts';
import { failureWords } from '../../api/failure-words.ts';
import { useProposals } from '../../api/proposals.ts';
import { useActor } from '../../api/session.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Page, Section } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useWords } from './words.ts';
import { CreateProposalDialog } from './CreateProposalDialog.tsx';
import { addressOf, everyActive, findProposals, isActive, wantedIn } from './find-proposals.ts';
import { GateSettingsDialog } from './GateSettingsDialog.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { Portfolio } from './Portfolio.tsx';
import { ProposalFilters } from './ProposalFilters.tsx';
import { ProposalRow } from './ProposalRow.tsx';
import styles from './proposals-page.module.css';

type Asked = 'create' | 'settings' | 'merge';

export default function ProposalsPage({ labId }: { readonly labId: string }): ReactNode {
  const words = useWords();
  const { proposals: say, ui } = words;
  const actor = useActor();
  const { data, error, isFetching, isPending, refetch } = useProposals(labId);
  const [asked, setAsked] = useState<Asked | null>(null);
  /** Ids in the order they were chosen; null while nobody chooses. */
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const close = (): void => setAsked(null);
  const creates = can(actor, 'proposal.create', { labId });
  const actions = (
    <div className={styles.actions}>
      {can(actor, 'gate.change', { labId }) && data && (
        <Button look="quiet" icon={<Settings2 aria-hidden="true" />} onClick={() => setAsked('settings')}>
          {say.settings.action}
        </Button>
      )}
      {can(actor, 'proposal.merge', { labId }) && chosen === null && (
        <Button icon={<Merge aria-hidden="true" />} onClick={() => setChosen([])}>
          {say.choose}
        </Button>
      )}
      {creates && (
        <Button look="primary" icon={<Plus aria-hidden="true" />} onClick={() => setAsked('create')}>
          {say.create}
        </Button>
      )}
    </div>
  );
  const known = data?.proposals ?? [];
  const merging = (chosen ?? []).flatMap((id) => known.find((one) => one.id === id) ?? []);
  return (
    <Page title={say.title} lede={say.lede} width="wide" actions={actions}>
      {error && data && <Banner tone="warning">{ui.staleNotice}</Banner>}
      {error && !data && (
        <ErrorState onRetry={() => void refetch()} pending={isFetching}>
          {failureWords(error, words)}
        </ErrorState>
      )}
      {!error && !data && <Skeleton lines={8} tall />}
      {data && data.proposals.length === 0 && (
        <EmptyState>
          <p>{say.empty}</p>
          <p>{creates ? say.emptyToDo : say.emptyReader}</p>
        </EmptyState>
      )}
      {data && data.proposals.length > 0 && (
        <>
          <Portfolio proposals={data.proposals.filter(isActive)} />
          <ProposalList labId={labId} proposals={data.proposals} gate={data.gate} chosen={chosen} onChoose={setChosen} />
        </>
      )}
      {chosen !== null && (
        <div className={styles.choosing}>
          <p role="status">
            {chosen.length < 2
              ? say.chooseHint
              : chosen.length > proposalCounts.merged
                ? say.chosenTooMany(proposalCounts.merged)
                : say.chosen(chosen.length)}
          </p>
          <div className={styles.actions}>
            <Button look="quiet" onClick={() => setChosen(null)}>
              {say.stopChoosing}
            </Button>
            <Button
              look="primary"
              disabled={chosen.length < 2 || chosen.length > proposalCounts.merged}
              onClick={() => setAsked('merge')}
            >
              {say.merging.go}
            </Button>
          </div>
        </div>
      )}
      {asked === 'create' && <CreateProposalDialog labId={labId} proposals={known} looking={isPending} onClose={close} />}
      {asked === 'settings' && data && <GateSettingsDialog labId={labId} gate={data.gate} onClose={close} />}
      {asked === 'merge' && <MergeDialog labId={labId} proposals={merging} onClose={close} />}
    </Page>
  );
}

interface ProposalListProps {
  readonly labId: string;
  readonly proposals: readonly Proposal[];
  readonly gate: GateSettings;
  readonly chosen: readonly string[] | null;
  readonly onChoose: (chosen: readonly string[]) => void;
}

function ProposalList({ labId, proposals, gate, chosen, onChoose }: ProposalListProps): ReactNode {
  const { proposals: say } = useWords();
  const [address, setAddress] = useSearchParams();
  const wanted = wantedIn(address, gate.kinds);
  const found = findProposals(proposals, { wanted, gate });
  const choiceOf = ({ id, state, becameIds }: Proposal) =>
    chosen === null || becameIds.length > 0 || !canBecomeOthers(state)
      ? null
      : {
          chosen: chosen.includes(id),
          onChoose: (yes: boolean) => onChoose(yes ? [...chosen, id] : chosen.filter((one) => one !== id)),
        };
  return (
    <Section title={say.list}>
      <ProposalFilters
        wanted={wanted}
        kinds={gate.kinds}
        shown={found.length}
        total={proposals.length}
        onChange={(next) => setAddress(addressOf(next), { replace: true })}
      />
      {found.length === 0 ? (
        <EmptyState
          action={<Button onClick={() => setAddress(addressOf(everyActive), { replace: true })}>{say.filters.clear}</Button>}
        >
          {say.filters.none}
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {found.map((proposal) => (
            <ProposalRow key={proposal.id} lab={labId} proposal={proposal} settings={gate} choice={choiceOf(proposal)} />
          ))}
        </ul>
      )}
    </Section>
  );
}
