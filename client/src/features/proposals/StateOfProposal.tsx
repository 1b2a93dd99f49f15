// The state of a proposal as a pill: an icon and its word, the same in the list and on its page.
import type { ProposalState } from '@cocrea/shared/domain/proposal-state.ts';
import {
  ArchiveX,
  BadgeCheck,
  CircleCheck,
  CircleSlash,
  MessageSquareWarning,
  Pencil,
  Scale,
  Send,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { StatusPill, type PillTone } from '../../ui/StatusPill.tsx';
import { useWords } from './words.ts';

const looks: Readonly<Record<ProposalState, { readonly icon: LucideIcon; readonly tone: PillTone }>> = {
  draft: { icon: Pencil, tone: 'plain' },
  submitted: { icon: Send, tone: 'plain' },
  in_validation: { icon: Scale, tone: 'plain' },
  observed: { icon: MessageSquareWarning, tone: 'warning' },
  validated: { icon: BadgeCheck, tone: 'good' },
  incorporated: { icon: CircleCheck, tone: 'good' },
  not_incorporated: { icon: CircleSlash, tone: 'plain' },
  withdrawn: { icon: ArchiveX, tone: 'plain' },
};

export function StateOfProposal({ state }: { readonly state: ProposalState }): ReactNode {
  const { proposalStates } = useWords();
  const { icon: Icon, tone } = looks[state];
  return (
    <StatusPill tone={tone} icon={<Icon aria-hidden="true" />}>
      {proposalStates[state]}
    </StatusPill>
  );
}
