// Take an origin off a block. The words stay; what it named waits for a place again where no other block names it.
import { AppError } from '@cocrea/shared/errors.ts';
import type { Origin } from '@cocrea/shared/domain/origin.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { wasDone } from '../storage/done-before.ts';
import { requireLab } from '../storage/require-lab.ts';
import { lateWritingOf } from './late-record.ts';
import { openDraft } from './open-draft.ts';
import { originsOfDraft, readOrigins } from './origin-record.ts';
import type { ConsolidationDesk, Parts } from './ports.ts';

/** Throws AppError `origin_not_found`, `document_frozen`, `observation_settled`. */
export async function removeOrigin(
  desk: ConsolidationDesk,
  caller: Caller,
  { labId, id, commandId }: { labId: string; id: string; commandId: string },
): Promise<Origin[]> {
  await requireLab(desk, labId);
  authorize(caller, 'consolidate', { labId });
  const [origin] = await readOrigins(desk, { labId, ids: [id] });
  if (origin === undefined) {
    if (await wasDone(desk, { labId, commandId })) return originsBeside(desk, { labId, id });
    throw new AppError('origin_not_found');
  }
  const { documentId, blockId, kind, sourceId } = origin;
  await openDraft(desk, { labId, documentId });
  const actorId = caller.actor.personId;
  const parts = await freed(desk, { labId, origin, actorId, commandId });
  const query = desk.database
    .updateTable('block_origins')
    .set({ removed_at: desk.now() })
    .where('id', '=', id)
    .where('removed_at', 'is', null);
  await desk.records.record({
    labId,
    commandId,
    statements: [{ query: query.compile(), expectRows: 1 }, ...parts.statements],
    events: [{ actorId, type: 'origin.removed', subjectId: id, data: { documentId, blockId, kind, sourceId } }, ...parts.events],
  });
  return originsOfDraft(desk, { labId, documentId });
}

async function originsBeside(desk: ConsolidationDesk, { labId, id }: { labId: string; id: string }): Promise<Origin[]> {
  const query = desk.database.selectFrom('block_origins').where('id', '=', id).where('lab_id', '=', labId).select('document_id');
  const [row] = await desk.records.read(query.compile());
  return row === undefined ? [] : originsOfDraft(desk, { labId, documentId: row.document_id });
}

async function freed(
  desk: ConsolidationDesk,
  { labId, origin, actorId, commandId }: { labId: string; origin: Origin; actorId: string; commandId: string },
): Promise<Parts> {
  const { documentId, blockId, kind, sourceId } = origin;
  if (sourceId === null) return { statements: [], events: [] };
  if (kind === 'observation') {
    const statements = await desk.observations.removeDestination({ labId, ids: [sourceId], documentId, blocks: [blockId] });
    return { statements, events: [] };
  }
  const others = (await readOrigins(desk, { labId, sourceId })).filter(({ id }) => id !== origin.id);
  if (others.length > 0) return { statements: [], events: [] };
  if (kind === 'contribution') return desk.contributions.settle({ labId, ids: [sourceId], actorId, outcome: null, reason: null });
  if (kind === 'proposal') return desk.proposals.undo({ labId, id: sourceId, actorId, commandId, blocks: [] });
  const { version } = await lateWritingOf(desk, { labId, id: sourceId });
  const query = desk.database
    .updateTable('late_writings')
    .set({ state: 'received', decided_by: null, decided_at: null, version: version + 1 })
    .where('id', '=', sourceId)
    .where('version', '=', version);
  return {
    statements: [{ query: query.compile(), expectRows: 1 }],
    events: [{ actorId, type: 'late_writing.settled', subjectId: sourceId, data: { outcome: null } }],
  };
}
