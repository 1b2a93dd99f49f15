// What becomes of a text of which most was deleted: it is brought back as one more edit, beside what was written since, or it is said that it was
// meant. Whoever comes second is told what the first one did.
import type { MassDeletionEnd } from '@cocrea/shared/domain/mass-deletion.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Caller } from '../http/caller.ts';
import { openHistory, type Place } from './open-history.ts';
import type { HistoryDesk } from './ports.ts';
import type { RestoredAt } from './restored-before.ts';

export interface Settled {
  readonly as: MassDeletionEnd;
  /** Null where nothing was brought back. */
  readonly restored: RestoredAt | null;
}

/** Throws AppError `version_not_found`, `document_frozen`. */
export async function settleMassDeletion(
  desk: HistoryDesk,
  caller: Caller,
  { labId, documentId, id, commandId, as: wanted }: Place & { id: string; commandId: string; as: MassDeletionEnd },
): Promise<Settled> {
  await openHistory(desk, caller, { labId, documentId, to: 'version.restore' });
  const kept = await find(desk, { documentId, id });
  if (kept.settled !== null) return kept.settled;
  const actorId = caller.actor.personId;
  // Whoever deleted may have taken it back meanwhile: it would stand there twice.
  const as = wanted === 'restored' && (await isBack(desk, { documentId, ...kept })) ? 'dismissed' : wanted;
  const update = as === 'restored' ? await desk.past.bringBack(documentId, kept.deletion) : null;
  try {
    await desk.writer.write(update === null ? [] : [{ documentId, update, userId: actorId }], async (appends) => {
      const restored = as === 'restored' ? momentOf(appends[0]?.seq ?? null, await desk.past.lastSeq(documentId)) : null;
      const settled = { settled_as: as, settled_by: actorId, settled_at: desk.now() };
      const moments = { restored_before: restored?.before ?? null, restored_at_seq: restored?.at ?? null };
      return desk.records.record({
        labId,
        commandId,
        statements: [
          {
            query: desk.database
              .updateTable('mass_deletions')
              .set({ ...settled, ...moments })
              .where('id', '=', id)
              .where('settled_at', 'is', null)
              .compile(),
            expectRows: 1,
          },
        ],
        events: [
          ...(restored === null
            ? []
            : [
                {
                  actorId,
                  type: 'document.restored' as const,
                  subjectId: documentId,
                  data: { seq: kept.seq, seen: kept.lastSeq, ...restored },
                },
              ]),
          { actorId, type: 'document.mass_deletion_settled', subjectId: documentId, data: { versionId: id, as } },
        ],
        appends,
      });
    });
  } catch (error) {
    // Somebody else settled it at the same moment.
    const now = error instanceof AppError && error.code === 'stale' ? await find(desk, { documentId, id }) : null;
    if (now === null || now.settled === null) throw error;
    return now.settled;
  }
  const { settled } = await find(desk, { documentId, id });
  if (settled === null) throw new AppError('stale');
  return settled;
}

function momentOf(row: number | null, last: number): RestoredAt {
  return row === null ? { before: last, at: last } : { before: row - 1, at: row };
}

type Kept = Awaited<ReturnType<typeof find>>;

/** Most of what was gone stands in the text again. */
async function isBack(
  desk: HistoryDesk,
  { documentId, seq, personId, deletion, gone }: Kept & { documentId: string },
): Promise<boolean> {
  const until = await desk.past.lastSeq(documentId);
  const now = await desk.past.measureDeletion(documentId, { before: seq, until, deletion, personId, withOthers: true });
  return now.gone * 2 < gone;
}

async function find(desk: HistoryDesk, { documentId, id }: { documentId: string; id: string }) {
  const query = desk.database
    .selectFrom('mass_deletions')
    .where('id', '=', id)
    .where('document_id', '=', documentId)
    .select([
      'seq',
      'last_seq as lastSeq',
      'person_id as personId',
      'gone',
      'deletion',
      'settled_as',
      'restored_before',
      'restored_at_seq',
    ]);
  const [row] = await desk.records.read(query.compile());
  if (row === undefined) throw new AppError('version_not_found');
  const { settled_as: as, restored_before: before, restored_at_seq: at, ...kept } = row;
  const restored = before === null || at === null ? null : { before, at };
  const settled: Settled | null = as === null ? null : { as: as === 'restored' ? as : 'dismissed', restored };
  return { ...kept, settled };
}
