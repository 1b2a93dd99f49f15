// Makes a proposal out of what was said already: it begins with those words, keeps what it came from, and those alike are shown before it is made.
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type { createProposal } from '@cocrea/shared/api/proposals.ts';
import type { ReactNode } from 'react';
import { useProposals } from '../../api/proposals.ts';
import { CreateProposalDialog } from './CreateProposalDialog.tsx';

interface NewProposalFromProps {
  readonly labId: string;
  readonly origin: Pick<BodyOf<typeof createProposal>, 'sources' | 'text'>;
  readonly onClose: () => void;
}

export default function NewProposalFrom({ labId, origin, onClose }: NewProposalFromProps): ReactNode {
  const { data, isPending } = useProposals(labId);
  return (
    <CreateProposalDialog labId={labId} proposals={data?.proposals ?? []} looking={isPending} origin={origin} onClose={onClose} />
  );
}
