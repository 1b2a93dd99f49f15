// Bring a text back to what it was, as one more edit on top of what is there now: the log goes on, and what others type meanwhile stays.
import type { Caller } from '../http/caller.ts';
import { wasDone } from '../storage/done-before.ts';
import { openHistory, type Place } from './open-history.ts';
import type { HistoryDesk } from './ports.ts';

/** Throws AppError `version_not_found`, `document_frozen`. */
export async function restoreMoment(
  desk: HistoryDesk,
  caller: Caller,
  { labId, documentId, commandId, seq, seen }: Place & { commandId: string; seq: number; seen: number },
): Promise<{ before: number }> {
  await openHistory(desk, caller, { labId, documentId, to: 'version.restore' });
  const before = await desk.past.lastSeq(documentId);
  if (await wasDone(desk, { labId, commandId })) return { before };
  const actorId = caller.actor.personId;
  const update = await desk.past.restoration(documentId, { seq, seen });
  await desk.writer.write([{ documentId, update, userId: actorId }], (appends) =>
    desk.records.record({
      labId,
      commandId,
      statements: [],
      events: [{ actorId, type: 'document.restored', subjectId: documentId, data: { seq, seen, before } }],
      appends,
    }),
  );
  return { before };
}
