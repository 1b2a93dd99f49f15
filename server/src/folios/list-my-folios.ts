// Everything somebody said in a lab, and what became of it.
import type { MyFolio } from '@cocrea/shared/api/folios.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { requireLab } from '../storage/require-lab.ts';
import type { FolioDesk } from './ports.ts';

/** The newest first. */
export async function listMyFolios(desk: FolioDesk, caller: Caller, labId: string): Promise<MyFolio[]> {
  await requireLab(desk, labId);
  authorize(caller, 'lab.read', { labId });
  const { personId } = caller.actor;
  const [observations, contributions, late] = await Promise.all([
    desk.observations.inLab(labId),
    desk.contributions.inLab(labId),
    desk.lateWritings.inLab(labId),
  ]);
  const mine: MyFolio[] = [
    ...observations
      .filter(({ authorId }) => authorId === personId)
      .map(({ folio, justification: text, receivedAt: at, state, disposition, satisfaction }): MyFolio => {
        const decided = state === 'resolved' || state === 'answered';
        const asksSatisfaction = decided && satisfaction === 'none';
        return {
          folio,
          what: 'observation',
          text,
          at,
          state,
          disposition: decided ? disposition : null,
          outcome: null,
          asksSatisfaction,
        };
      }),
    ...contributions
      .filter(({ authorId }) => authorId === personId)
      .map(({ folio, text, receivedAt: at, state }): MyFolio => {
        const outcome = state === 'incorporated' || state === 'not_incorporated' ? state : null;
        return { folio, what: 'contribution', text, at, state, disposition: null, outcome, asksSatisfaction: false };
      }),
    ...late
      .filter(({ authorId }) => authorId === personId)
      .map(({ folio, text, before, receivedAt: at, state }): MyFolio => {
        const outcome = state === 'received' ? null : state;
        return {
          folio,
          what: 'late_writing',
          text: text || before,
          at,
          state,
          disposition: null,
          outcome,
          asksSatisfaction: false,
        };
      }),
  ];
  return mine.sort((one, other) => other.at - one.at);
}
