// What a proposal was made of and what it became, by whom and when; who is to be invited again; and the way back.
import type { ProposalLineage, ProposalWhole } from '@cocrea/shared/api/proposals.ts';
import { momentInWords } from '@cocrea/shared/i18n/dates.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { Undo2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { useUndoLineage } from '../../api/proposals.ts';
import { refusalWords } from '../../api/refusal-words.ts';
import { useActor } from '../../api/session.ts';
import { paths } from '../../app/paths.ts';
import { ActorKindMark } from '../../ui/ActorKindMark.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { tell } from '../../ui/Toast.tsx';
import { useLanguage } from '../../ui/words.ts';
import { useWords } from './words.ts';
import { Panel } from './Panel.tsx';
import styles from './panel.module.css';

interface LineagePanelProps {
  readonly labId: string;
  readonly whole: ProposalWhole;
}

export function LineagePanel({ labId, whole }: LineagePanelProps): ReactNode {
  const words = useWords();
  const { proposals } = words;
  const { lineage: say } = proposals;
  const actor = useActor();
  const undo = useUndoLineage(labId);
  const [undoing, setUndoing] = useState<ProposalLineage | null>(null);
  const { proposal, lineage } = whole;
  if (lineage.length === 0) return null;
  return (
    <Panel title={say.title}>
      {lineage.map((one) => (
        <div key={one.id} className={styles.items}>
          <Told labId={labId} whole={whole} lineage={one} />
          {one.undoneAt === null && can(actor, 'proposal.merge', { labId }) && (
            <div>
              <Button look="quiet" icon={<Undo2 aria-hidden="true" />} onClick={() => setUndoing(one)}>
                {one.kind === 'merge' ? say.undoMerge : say.undoSplit}
              </Button>
            </div>
          )}
        </div>
      ))}
      {undoing && (
        <ConfirmDialog
          key={proposal.id}
          title={say.undoing[undoing.kind]}
          action={say.undo}
          pending={undo.isPending}
          failure={refusalWords(undo.error, { fields: [], words }).whole}
          onClose={() => {
            setUndoing(null);
            undo.reset();
          }}
          onConfirm={() =>
            undo.mutate(undoing, {
              onSuccess: () => {
                tell(say.undoneNow);
                setUndoing(null);
              },
            })
          }
        >
          <p>{say.undoWhat}</p>
        </ConfirmDialog>
      )}
    </Panel>
  );
}

function Told({ labId, whole, lineage }: LineagePanelProps & { readonly lineage: ProposalLineage }): ReactNode {
  const { proposals } = useWords();
  const { lineage: say } = proposals;
  const language = useLanguage();
  const { kind, at, undoneAt, from, into, endorsedBefore } = lineage;
  const { id, endorsements } = whole.proposal;
  const isResult = into.some((one) => one.id === id);
  const when = momentInWords(at, language);
  const head = { merge: [say.mergedFrom, say.mergedInto], split: [say.splitFrom, say.splitInto] }[kind][isResult ? 0 : 1];
  const invited =
    isResult && undoneAt === null
      ? endorsedBefore.filter(({ personId }) => !endorsements.some((one) => one.personId === personId))
      : [];
  return (
    <>
      <p className={styles.quiet}>{head?.(when)}</p>
      <ul className={styles.items}>
        {(isResult ? from : into).map((one) => (
          <li key={one.id} className={styles.item}>
            <Link href={paths.proposal(labId, one.id)}>{one.title}</Link>
          </li>
        ))}
      </ul>
      {undoneAt !== null && <p className={styles.quiet}>{say.undone(momentInWords(undoneAt, language))}</p>}
      {invited.length > 0 && (
        <>
          <p>{say.endorsedBefore[kind]}</p>
          <ul className={styles.items}>
            {invited.map(({ personId, institution, actorKind }) => (
              <li key={personId}>
                <ActorKindMark kind={actorKind} silent /> {whole.names[personId] ?? proposals.page.somebody}, {institution}
              </li>
            ))}
          </ul>
          <p className={styles.quiet}>{say.invite}</p>
        </>
      )}
    </>
  );
}
