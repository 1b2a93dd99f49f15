// The one way somebody changes what they contributed: on the condition that it is still the one they saw, and not settled in the same moment.
import type { Updateable } from 'kysely';
import { isOpenToAuthor, type Contribution, type ContributionState } from '@cocrea/shared/domain/contribution.ts';
import type { EventType } from '@cocrea/shared/domain/event.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { wasDone } from '../storage/done-before.ts';
import type { Change } from '../storage/record-store.ts';
import { requireLab } from '../storage/require-lab.ts';
import type { Tables } from '../storage/tables.ts';
import { readContribution } from './contribution-record.ts';
import type { ContributionLedger, TablePlace } from './ports.ts';

export interface OwnCommand {
  readonly place: TablePlace;
  /** Of the contribution. */
  readonly id: string;
  readonly commandId: string;
  /** Of the contribution the change is based on. */
  readonly version: number;
}

export interface OwnChange {
  readonly set: Updateable<Tables['contributions']>;
  readonly type: EventType;
  /** What must still be so when it is recorded, besides what is asked of every change. */
  readonly guards?: Change['statements'];
}

/**
 * `from` is the state it must be in. What stands in the result of a table that closed stays as it is; what came late is nobody's result yet.
 * Throws AppError `contribution_not_found`, `contribution_settled`, `stale`, those of `authorize`, and those of `decide`.
 */
export async function changeOwn(
  ledger: ContributionLedger,
  caller: Caller,
  command: OwnCommand & { from: ContributionState; decide: (contribution: Contribution) => OwnChange | Promise<OwnChange> },
): Promise<Contribution> {
  const { place, id, commandId, version, from, decide } = command;
  const { labId, no } = place;
  await requireLab(ledger, labId);
  const { subTable, session } = await ledger.tables.find(place);
  authorize(caller, 'table.read', { labId });
  const contribution = await readContribution(ledger, { labId, subTable, id });
  authorize(caller, 'contribution.edit', { labId, subTableId: subTable.id, authorId: contribution.authorId });
  if (await wasDone(ledger, { labId, commandId })) return contribution;
  const settled = from === 'captured' ? !isOpenToAuthor(contribution) : contribution.state !== from;
  if (settled || (session?.phase === 'closed' && !contribution.late)) throw new AppError('contribution_settled');
  const { set, type, guards = [] } = await decide(contribution);
  const change = ledger.database
    .updateTable('contributions')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', from)
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('late', '=', 1),
        exists(
          selectFrom('table_sessions')
            .where('table_sessions.sub_table_id', '=', subTable.id)
            .where('table_sessions.phase', '!=', 'closed')
            .select('table_sessions.phase'),
        ),
      ]),
    );
  await ledger.records.record({
    labId,
    commandId,
    statements: [{ query: change.compile(), expectRows: 1 }, ...guards],
    events: [{ actorId: caller.actor.personId, type, subjectId: id, data: { table: no, question: contribution.question } }],
  });
  return readContribution(ledger, { labId, subTable, id });
}
