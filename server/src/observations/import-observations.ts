// Bring in observations that came by letter, from a file: all of them or none. Who wrote each is said in it; who brought it in is the session.
import type { BodyOf, OutputOf } from '@cocrea/shared/api/contract.ts';
import type { importObservations as contract } from '@cocrea/shared/api/observations.ts';
import { isFrozen } from '@cocrea/shared/domain/draft.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import { observationFolio } from '@cocrea/shared/domain/observation.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { wasDone } from '../storage/done-before.ts';
import { requireLab } from '../storage/require-lab.ts';
import { findQuote } from './find-quote.ts';
import { readObservations } from './observation-record.ts';
import type { ObservationDesk } from './ports.ts';
import { readLetters, type Letter, type RefusedLetter } from './read-letters.ts';

type Asked = BodyOf<typeof contract> & { labId: string; documentId: string };
type Imported = OutputOf<typeof contract>;

/** Rows of one statement: each has some twenty values, of which SQLite takes a limited number. */
const rowsAtOnce = 400;

/** Throws AppError `csv_encoding`, `csv_columns`, `csv_too_long`, `consultation_not_open`, `invalid_field`. */
export async function importObservations(desk: ObservationDesk, caller: Caller, asked: Asked): Promise<Imported> {
  const { labId, documentId, commandId } = asked;
  await requireLab(desk, labId);
  authorize(caller, 'observation.import', { labId });
  const draft = await desk.drafts.of({ labId, documentId });
  if (!isFrozen(draft.state) || draft.consultation === null) throw new AppError('consultation_not_open');
  if (await wasDone(desk, { labId, commandId })) return importedBefore(desk, { labId, commandId });
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(asked.file)) throw new AppError('invalid_field', { field: 'file' });
  const { letters, refused } = readLetters(Buffer.from(asked.file, 'base64'));
  const blocks = await desk.drafts.frozenBlocks(draft);
  const placed = letters.flatMap((letter): { letter: Letter; place: ReturnType<typeof findQuote> }[] => {
    try {
      return [{ letter, place: findQuote(blocks, { blockId: '', quote: letter.quote, quoteFrom: 0, quoteTo: 0 }) }];
    } catch (failure) {
      if (!(failure instanceof AppError)) throw failure;
      refused.push({ line: letter.line, column: 'cita', code: failure.code });
      return [];
    }
  });
  const inOrder: RefusedLetter[] = [...refused].sort((one, other) => one.line - other.line);
  if (asked.dryRun || inOrder.length > 0) return { taken: placed.length, folios: [], refused: inOrder };
  const known = await readObservations(desk, { labId, documentId });
  const last = known.length;
  const at = desk.now();
  const { to } = draft.consultation;
  const rows = placed.map(({ letter, place }, index) => ({
    ...place,
    id: newId(),
    lab_id: labId,
    document_id: documentId,
    no: last + index + 1,
    kind: letter.kind,
    proposed_text: letter.proposedText,
    justification: letter.justification,
    author_id: caller.actor.personId,
    actor_kind: letter.actorKind,
    institution: letter.institution,
    on_behalf_of: letter.onBehalfOf,
    show_name: 0,
    way: 'letter',
    // A letter is late by its date, not by the day somebody typed it.
    late: (letter.writtenAt ?? at) >= to ? 1 : 0,
    written_at: Math.min(letter.writtenAt ?? at, at),
    received_at: at,
    state: 'received',
  }));
  const batches = Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_, batch) =>
    rows.slice(batch * rowsAtOnce, (batch + 1) * rowsAtOnce),
  );
  try {
    await desk.records.record({
      labId,
      commandId,
      statements: batches.map((batch) => ({ query: desk.database.insertInto('observations').values(batch).compile() })),
      events: rows.map(({ id }) => ({
        actorId: caller.actor.personId,
        type: 'observation.sent',
        subjectId: id,
        data: { draftNo: draft.draftNo, documentId },
      })),
    });
  } catch (failure) {
    // Somebody observed in the same moment and took a number: the file can be sent again as it is.
    if (failure instanceof AppError && failure.code === 'id_taken') throw new AppError('stale');
    throw failure;
  }
  return { taken: rows.length, folios: rows.map(({ no }) => observationFolio(draft.draftNo, no)), refused: [] };
}

async function importedBefore(
  desk: ObservationDesk,
  { labId, commandId }: { labId: string; commandId: string },
): Promise<Imported> {
  const query = desk.database
    .selectFrom('events')
    .where('lab_id', '=', labId)
    .where('command_id', '=', commandId)
    .select('subject_id');
  const ids = (await desk.records.read(query.compile())).map(({ subject_id: id }) => id);
  const folios = (await readObservations(desk, { labId, ids })).map(({ folio }) => folio);
  return { taken: folios.length, folios, refused: [] };
}
