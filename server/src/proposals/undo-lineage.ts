// Undo a merge or a split: what it was made of comes back as it was, what was made of it is withdrawn. Nothing is deleted.
import type { NewEvent } from '@cocrea/shared/domain/event.ts';
import { isWritten } from '@cocrea/shared/domain/proposal-state.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { requireLab } from '../storage/require-lab.ts';
import { movedOn } from './lineage-rows.ts';
import type { ProposalDesk } from './ports.ts';
import { readProposals } from './proposal-record.ts';

/** Undoing what is undone already changes nothing. Throws AppError `lineage_not_found` or `lineage_advanced`. */
export async function undoLineage(
  desk: ProposalDesk,
  caller: Caller,
  { labId, lineageId, commandId }: { labId: string; lineageId: string; commandId: string },
): Promise<void> {
  const { records, database, now } = desk;
  await requireLab(desk, labId);
  authorize(caller, 'proposal.merge', { labId });
  const [lineage] = await records.read(
    database.selectFrom('proposal_lineages').selectAll().where('id', '=', lineageId).where('lab_id', '=', labId).compile(),
  );
  if (lineage === undefined) throw new AppError('lineage_not_found');
  if (lineage.undone_at !== null) return;
  const members = await records.read(
    database.selectFrom('proposal_lineage_members').selectAll().where('lineage_id', '=', lineageId).orderBy('no').compile(),
  );
  const side = (part: 'from' | 'into'): string[] =>
    members.filter((member) => member.part === part).map((member) => member.proposal_id);
  const [originals, results] = await Promise.all([
    readProposals(desk, { labId, ids: side('from') }),
    readProposals(desk, { labId, ids: side('into') }),
  ]);
  const stillHere = results.filter(({ state }) => state !== 'withdrawn');
  if (stillHere.some(({ state }) => !isWritten(state)) || results.some(({ becameIds }) => becameIds.length > 0)) {
    throw new AppError('lineage_advanced');
  }
  const actorId = caller.actor.personId;
  const withdrawn = stillHere.map(
    ({ id, state }): NewEvent => ({ actorId, type: 'proposal.withdrawn', subjectId: id, data: { from: state, to: 'withdrawn' } }),
  );
  const undone = lineage.kind === 'merge' ? 'proposal.merge_undone' : 'proposal.split_undone';
  await records.record({
    labId,
    commandId,
    statements: [
      {
        query: database
          .updateTable('proposal_lineages')
          .set({ undone_at: now() })
          .where('id', '=', lineageId)
          .where('undone_at', 'is', null)
          .compile(),
        expectRows: 1,
      },
      ...originals.map((one) => movedOn(desk, one)),
      ...stillHere.map(({ id, version }) => ({
        query: database
          .updateTable('proposals')
          .set({ state: 'withdrawn', version: version + 1 })
          .where('id', '=', id)
          .where('version', '=', version)
          .compile(),
        expectRows: 1,
      })),
    ],
    events: [...originals.map(({ id }): NewEvent => ({ actorId, type: undone, subjectId: id, data: {} })), ...withdrawn],
  });
}
