// What was written into a draft and arrived after it was frozen, between its row and its shape.
import { openingLengths, openingWords } from '@cocrea/shared/domain/opening-words.ts';
import { LateWriting, lateFolio } from '@cocrea/shared/domain/origin.ts';
import type { Blocker } from '@cocrea/shared/domain/draft.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Ledger } from '../storage/ledger.ts';

/** By draft and folio. */
export async function readLateWritings(
  { records, database }: Ledger,
  { labId, id, authorId }: { labId: string; id?: string; authorId?: string },
): Promise<LateWriting[]> {
  let query = database
    .selectFrom('late_writings')
    .innerJoin('documents', 'documents.id', 'late_writings.document_id')
    .leftJoin('memberships', (join) =>
      join
        .onRef('memberships.person_id', '=', 'late_writings.author_id')
        .onRef('memberships.lab_id', '=', 'late_writings.lab_id')
        .on('memberships.removed_at', 'is', null),
    )
    .leftJoin('people', 'people.id', 'memberships.person_id')
    .selectAll('late_writings')
    .select(['documents.draft_no', 'people.name as author_name'])
    .where('late_writings.lab_id', '=', labId)
    .orderBy('documents.draft_no')
    .orderBy('late_writings.no');
  if (id !== undefined) query = query.where('late_writings.id', '=', id);
  if (authorId !== undefined) query = query.where('late_writings.author_id', '=', authorId);
  return (await records.read(query.compile())).map((row) => ({
    id: row.id,
    folio: lateFolio(row.draft_no ?? 0, row.no),
    documentId: row.document_id,
    draftNo: row.draft_no ?? 0,
    blockId: row.block_id,
    before: row.before,
    text: row.text,
    authorId: row.author_id,
    authorName: row.author_name,
    writtenAt: row.written_at,
    receivedAt: row.received_at,
    state: LateWriting.shape.state.parse(row.state),
    reason: row.reason,
    version: row.version,
  }));
}

/** Throws AppError `late_writing_not_found`. */
export async function lateWritingOf(ledger: Ledger, place: { labId: string; id: string }): Promise<LateWriting> {
  const [found] = await readLateWritings(ledger, place);
  if (found === undefined) throw new AppError('late_writing_not_found');
  return found;
}

/** Those on drafts before that one, and which of them have no outcome yet, or stand in no paragraph any more: `lost` are the ids of these. */
export async function lateWritingsOwed(
  ledger: Ledger,
  { labId, draftNo, lost }: { labId: string; draftNo: number; lost: Pick<ReadonlySet<string>, 'has'> },
): Promise<{ blockers: Blocker[]; total: number; settled: number }> {
  const late = (await readLateWritings(ledger, { labId })).filter((one) => one.draftNo < draftNo);
  const open = late.flatMap(({ id, folio, text, before, state }): Blocker[] => {
    const lacks = state === 'received' ? 'outcome' : state === 'incorporated' && lost.has(id) ? 'destination' : null;
    const said = openingWords(text === '' ? before : text, openingLengths.entry);
    return lacks === null ? [] : [{ what: 'late_writing', id, folio, text: said, lacks }];
  });
  return {
    blockers: open,
    total: late.length,
    settled: late.length - open.length,
  };
}
