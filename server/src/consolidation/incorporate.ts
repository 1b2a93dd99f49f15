// Bring what people said into a block: the words, where they come from and what became of them, in one act. Words that stand there already are
// only linked.
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type { incorporate as contract, Source } from '@cocrea/shared/api/consolidation.ts';
import { incorporationLimit } from '@cocrea/shared/domain/origin.ts';
import { newBlockId } from '@cocrea/shared/document/block-id.ts';
import type { BodyEdit } from '@cocrea/shared/document/body-edit.ts';
import { standingBlocks } from '@cocrea/shared/document/standing-blocks.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import type { Origin } from '@cocrea/shared/domain/origin.ts';
import { requiredText } from '@cocrea/shared/domain/typed-text.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { wasDone } from '../storage/done-before.ts';
import { requireLab } from '../storage/require-lab.ts';
import { openDraft } from './open-draft.ts';
import { originsOfDraft } from './origin-record.ts';
import type { ConsolidationDesk, Parts } from './ports.ts';
import { lateWritingOf } from './late-record.ts';

type Asked = BodyOf<typeof contract> & { labId: string; documentId: string };

/** Throws AppError `block_not_found`, `source_not_found`, `source_settled`, `document_frozen`, `missing_field`, `text_too_long`. */
export async function incorporate(
  desk: ConsolidationDesk,
  caller: Caller,
  asked: Asked,
): Promise<{ origins: Origin[]; blockId: string }> {
  const { labId, documentId, commandId } = asked;
  const actorId = caller.actor.personId;
  await requireLab(desk, labId);
  authorize(caller, 'consolidate', { labId });
  if (await wasDone(desk, { labId, commandId })) return answerOf(desk, asked, asked.blockId);
  await openDraft(desk, { labId, documentId });
  const { edit, blocks } = editOf(asked);
  if (edit === null && !standingBlocks(await desk.texts.bodyOf(documentId)).has(asked.blockId))
    throw new AppError('block_not_found');
  const parts = await partsOf(desk, { ...asked, actorId, blocks });
  const at = desk.now();
  const origins = blocks.flatMap((blockId) =>
    asked.sources.map(({ kind, id }) => ({
      id: newId(),
      lab_id: labId,
      document_id: documentId,
      block_id: blockId,
      source_kind: kind,
      source_id: id,
      added_by: actorId,
      added_at: at,
    })),
  );
  const change = {
    labId,
    commandId,
    statements: [{ query: desk.database.insertInto('block_origins').values(origins).compile() }, ...parts.statements],
    events: [
      ...origins.map((origin) => ({
        actorId,
        type: 'origin.added' as const,
        subjectId: origin.id,
        data: { documentId, blockId: origin.block_id, kind: origin.source_kind, sourceId: origin.source_id },
      })),
      ...parts.events,
    ],
  };
  if (edit === null) await desk.records.record(change);
  else {
    const update = await desk.texts.edit(documentId, edit);
    await desk.writer.write([{ documentId, update, userId: actorId }], (appends) => desk.records.record({ ...change, appends }));
  }
  return answerOf(desk, asked, blocks[0] ?? asked.blockId);
}

function editOf({ placement, blockId, text }: Asked): { edit: BodyEdit | null; blocks: string[] } {
  if (placement === 'link') return { edit: null, blocks: [blockId] };
  const words = requiredText(text, { field: 'text', limit: incorporationLimit });
  if (placement === 'append')
    return { edit: { kind: 'append', blockId, text: words.replace(/\s*\n\s*/g, ' ') }, blocks: [blockId] };
  const paragraphs = words
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ id: newBlockId(), text: line }));
  return { edit: { kind: 'insert_after', blockId, paragraphs }, blocks: paragraphs.map(({ id }) => id) };
}

/** What each kind of source has to write besides. */
async function partsOf(desk: ConsolidationDesk, asked: Asked & { actorId: string; blocks: readonly string[] }): Promise<Parts> {
  const { labId, documentId, commandId, sources, actorId, blocks } = asked;
  const idsOf = (kind: Source['kind']): string[] => [...new Set(sources.flatMap((one) => (one.kind === kind ? [one.id] : [])))];
  const [contributions, observations, late, ...proposals] = await Promise.all([
    desk.contributions.settle({ labId, ids: idsOf('contribution'), actorId, outcome: 'incorporated', reason: null }),
    desk.observations.addDestination({ labId, ids: idsOf('observation'), documentId, blocks }),
    Promise.all(idsOf('late_writing').map((id) => lateIncorporated(desk, { labId, id, actorId }))),
    ...idsOf('proposal').map((id) => desk.proposals.incorporate({ labId, id, actorId, commandId, blocks })),
  ]);
  const all = [contributions, ...late, ...proposals];
  return {
    statements: [...observations, ...all.flatMap(({ statements }) => statements)],
    events: all.flatMap(({ events }) => events),
  };
}

async function lateIncorporated(
  desk: ConsolidationDesk,
  { labId, id, actorId }: { labId: string; id: string; actorId: string },
): Promise<Parts> {
  const { state, version } = await lateWritingOf(desk, { labId, id });
  if (state === 'not_incorporated') throw new AppError('source_settled');
  if (state === 'incorporated') return { statements: [], events: [] };
  const query = desk.database
    .updateTable('late_writings')
    .set({ state: 'incorporated', decided_by: actorId, decided_at: desk.now(), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version);
  return {
    statements: [{ query: query.compile(), expectRows: 1 }],
    events: [{ actorId, type: 'late_writing.settled', subjectId: id, data: { outcome: 'incorporated' } }],
  };
}

async function answerOf(
  desk: ConsolidationDesk,
  { labId, documentId }: Asked,
  blockId: string,
): Promise<{ origins: Origin[]; blockId: string }> {
  return { origins: await originsOfDraft(desk, { labId, documentId }), blockId };
}
