// Proposals that may say the same as this one: suggested, compared by the reader, and merged only by somebody who decides it.
import { canBecomeOthers, type Proposal } from '@cocrea/shared/domain/proposal.ts';
import { mostAlike } from '@cocrea/shared/domain/similarity.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { Merge } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useProposals } from '../../api/proposals.ts';
import { useActor } from '../../api/session.ts';
import { Button } from '../../ui/Button.tsx';
import { useWords } from './words.ts';
import { AlikeList } from './AlikeList.tsx';
import { isActive } from './find-proposals.ts';
import { MergeDialog } from './MergeDialog.tsx';
import { Panel } from './Panel.tsx';
import styles from './panel.module.css';

/** Suggested at most. */
const shown = 3;

export function AlikePanel({ labId, proposal }: { readonly labId: string; readonly proposal: Proposal }): ReactNode {
  const { alike: say } = useWords().proposals;
  const actor = useActor();
  const others = useProposals(labId).data?.proposals ?? [];
  const [merging, setMerging] = useState<Proposal | null>(null);
  const alike = isActive(proposal) ? mostAlike(proposal, { among: others.filter(isActive), most: shown }) : [];
  const merges = can(actor, 'proposal.merge', { labId }) && canBecomeOthers(proposal.state);
  // What is being merged may be told as merged before its own answer is here: the dialog stays where it is until it has taken its reader on.
  return (
    <>
      {alike.length > 0 && (
        <Panel title={say.title}>
          <p className={styles.quiet}>{say.what}</p>
          <AlikeList
            labId={labId}
            proposals={alike}
            actionOf={(other) =>
              merges &&
              canBecomeOthers(other.state) && (
                <Button
                  look="quiet"
                  icon={<Merge aria-hidden="true" />}
                  aria-label={say.mergeOf(other.title)}
                  onClick={() => setMerging(other)}
                >
                  {say.merge}
                </Button>
              )
            }
          />
        </Panel>
      )}
      {merging && <MergeDialog labId={labId} proposals={[proposal, merging]} onClose={() => setMerging(null)} />}
    </>
  );
}
