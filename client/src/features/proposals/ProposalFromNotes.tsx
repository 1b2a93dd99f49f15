// Makes a proposal out of words selected in notes: they become the first of its problem, and those alike are shown before it is made.
import type { ReactNode } from 'react';
import { useProposals } from '../../api/proposals.ts';
import { CreateProposalDialog } from './CreateProposalDialog.tsx';

interface ProposalFromNotesProps {
  readonly labId: string;
  readonly notes: string;
  readonly onClose: () => void;
}

export default function ProposalFromNotes({ labId, notes, onClose }: ProposalFromNotesProps): ReactNode {
  const { data, isPending } = useProposals(labId);
  return (
    <CreateProposalDialog
      labId={labId}
      proposals={data?.proposals ?? []}
      looking={isPending}
      origin={{ sources: [], text: { problem: notes } }}
      onClose={onClose}
    />
  );
}
