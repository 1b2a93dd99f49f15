// Bring a text back to what it was, as one more edit on top of what is there now: the log goes on, and what others type meanwhile stays.
import { AppError } from '@cocrea/shared/errors.ts';
import type { Caller } from '../http/caller.ts';
import type { Recorded } from '../storage/record-store.ts';
import { openHistory, type Place } from './open-history.ts';
import type { HistoryDesk, Restoration } from './ports.ts';
import { restoredBefore, type RestoredAt } from './restored-before.ts';

/** So often it is worked out anew where somebody wrote, at that very moment, into what it takes away. */
const tries = 5;

/** Throws AppError `version_not_found`, `document_frozen`, `stale`. */
export async function restoreMoment(
  desk: HistoryDesk,
  caller: Caller,
  { labId, documentId, commandId, seq, seen }: Place & { commandId: string; seq: number; seen: number },
): Promise<RestoredAt> {
  await openHistory(desk, caller, { labId, documentId, to: 'version.restore' });
  const done = await restoredBefore(desk, { labId, commandId });
  if (done !== null) return done;
  for (let left = tries; ; left -= 1) {
    const restoration = await desk.past.restoration(documentId, { seq, seen });
    try {
      return await written(desk, caller, { labId, documentId, commandId, restoration });
    } catch (error) {
      if (!(error instanceof Overtaken) || left === 0) throw error;
    }
  }
}

/** Somebody wrote into what would go, after it was worked out. */
class Overtaken extends AppError {
  constructor() {
    super('stale');
  }
}

async function written(
  desk: HistoryDesk,
  caller: Caller,
  { labId, documentId, commandId, restoration }: Place & { commandId: string; restoration: Restoration },
): Promise<RestoredAt> {
  const actorId = caller.actor.personId;
  const { seq, seen, now, update } = restoration;
  let told: RestoredAt = { before: now, at: now };
  const answer: Recorded = await desk.writer.write([{ documentId, update, userId: actorId }], async (appends) => {
    // The row it becomes, and no other, is what it changed: rows of others went before it since it was worked out.
    const at = appends[0]?.seq;
    if (at !== undefined) {
      if (!(await desk.past.holds(documentId, restoration, at - 1))) throw new Overtaken();
      told = { before: at - 1, at };
    }
    const data = { seq, seen, ...told };
    return desk.records.record({
      labId,
      commandId,
      statements: [],
      events: [{ actorId, type: 'document.restored', subjectId: documentId, data }],
      appends,
    });
  });
  return answer.outcome === 'recorded' ? told : ((await restoredBefore(desk, { labId, commandId })) ?? told);
}
