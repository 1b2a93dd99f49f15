// Makes a proposal out of what there is already: words selected in notes, or contributions of a table, which stay linked to it. Those alike are
// shown before it is made.
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type { createProposal } from '@cocrea/shared/api/proposals.ts';
import type { ReactNode } from 'react';
import { useProposals } from '../../api/proposals.ts';
import { CreateProposalDialog } from './CreateProposalDialog.tsx';

interface ProposalFromProps {
  readonly labId: string;
  readonly origin: Pick<BodyOf<typeof createProposal>, 'sources' | 'text'>;
  readonly onClose: () => void;
}

export default function ProposalFrom({ labId, origin, onClose }: ProposalFromProps): ReactNode {
  const { data, isPending } = useProposals(labId);
  return (
    <CreateProposalDialog labId={labId} proposals={data?.proposals ?? []} looking={isPending} origin={origin} onClose={onClose} />
  );
}
