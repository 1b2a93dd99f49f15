// The state of a draft as a pill: an icon and its word.
import type { DraftState } from '@cocrea/shared/domain/draft-state.ts';
import { CalendarClock, CircleCheck, Combine, MessagesSquare, Pencil, Snowflake, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { StatusPill, type PillTone } from '../../ui/StatusPill.tsx';
import { useDraftDates } from '../../ui/draft-dates.ts';

const looks: Readonly<Record<DraftState, { readonly icon: LucideIcon; readonly tone: PillTone }>> = {
  planned: { icon: CalendarClock, tone: 'plain' },
  writing: { icon: Pencil, tone: 'good' },
  frozen: { icon: Snowflake, tone: 'plain' },
  in_consultation: { icon: MessagesSquare, tone: 'good' },
  consolidating: { icon: Combine, tone: 'plain' },
  answered: { icon: CircleCheck, tone: 'plain' },
};

export function StateOfDraft({ state }: { readonly state: DraftState }): ReactNode {
  const { draftDates } = useDraftDates();
  const { icon: Icon, tone } = looks[state];
  return (
    <StatusPill tone={tone} icon={<Icon aria-hidden="true" />}>
      {draftDates.states[state]}
    </StatusPill>
  );
}
