// Declare blocks that changed without anybody's word an edit of INAP's own, with a reason: then whoever asks is told why.
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type { declareEdit as contract } from '@cocrea/shared/api/consolidation.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import { originReasonLimit, type Origin } from '@cocrea/shared/domain/origin.ts';
import { requiredText } from '@cocrea/shared/domain/typed-text.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { wasDone } from '../storage/done-before.ts';
import { requireLab } from '../storage/require-lab.ts';
import { openDraft } from './open-draft.ts';
import { originsOfDraft } from './origin-record.ts';
import type { ConsolidationDesk } from './ports.ts';
import { unexplainedIn } from './read-unexplained.ts';

type Asked = BodyOf<typeof contract> & { labId: string; documentId: string };

/** Throws AppError `block_not_found` for a block that has not changed or has an origin, `missing_field` without a reason. */
export async function declareEdit(desk: ConsolidationDesk, caller: Caller, asked: Asked): Promise<Origin[]> {
  const { labId, documentId, commandId } = asked;
  await requireLab(desk, labId);
  authorize(caller, 'consolidate', { labId });
  if (await wasDone(desk, { labId, commandId })) return originsOfDraft(desk, { labId, documentId });
  const draft = await openDraft(desk, { labId, documentId });
  const reason = requiredText(asked.reason, { field: 'reason', limit: originReasonLimit });
  const unexplained = new Set((await unexplainedIn(desk, draft)).changes.map(({ blockId }) => blockId));
  const blocks = [...new Set(asked.blockIds)];
  if (blocks.some((blockId) => !unexplained.has(blockId))) throw new AppError('block_not_found');
  const actorId = caller.actor.personId;
  const rows = blocks.map((blockId) => ({
    id: newId(),
    lab_id: labId,
    document_id: documentId,
    block_id: blockId,
    source_kind: 'inap_edit',
    reason,
    added_by: actorId,
    added_at: desk.now(),
  }));
  await desk.records.record({
    labId,
    commandId,
    statements: [{ query: desk.database.insertInto('block_origins').values(rows).compile() }],
    events: rows.map(({ id, block_id: blockId }) => ({
      actorId,
      type: 'origin.added',
      subjectId: id,
      data: { documentId, blockId, kind: 'inap_edit', sourceId: null },
    })),
  });
  return originsOfDraft(desk, { labId, documentId });
}
