// What happened in a lab since one was last there, and the mark that one has been there.
import type { OutputOf } from '@cocrea/shared/api/contract.ts';
import type { readChanges as contract } from '@cocrea/shared/api/labs.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { lastSeq } from '../storage/last-seq.ts';
import { readDocuments } from './document-record.ts';
import type { LabLedger } from './lab-ledger.ts';

/** Most events told of one absence; the newest. */
const eventLimit = 200;

export async function readChanges(ledger: LabLedger, caller: Caller, labId: string): Promise<OutputOf<typeof contract>> {
  const { records, database } = ledger;
  const seq = await lastSeq(ledger, labId);
  authorize(caller, 'lab.read', { labId });
  const [membership] = await records.read(
    database
      .selectFrom('memberships')
      .select(['visited_seq', 'visited_at'])
      .where('lab_id', '=', labId)
      .where('person_id', '=', caller.actor.personId)
      .compile(),
  );
  const visited = membership?.visited_at ?? null;
  if (visited === null) return { visited, events: [], names: {}, documents: [] };
  const after = Math.max(membership?.visited_seq ?? 0, seq - eventLimit);
  const events = [...(await records.events(labId, { after, limit: eventLimit }))];
  const documents = (await readDocuments(ledger, { labId }))
    .filter((document) => document.updatedAt > visited)
    .map(({ id, updatedAt }) => ({ id, updatedAt }));
  const named = [...new Set(events.flatMap(({ actorId, subjectId }) => (actorId === null ? [subjectId] : [actorId, subjectId])))];
  const people = await records.read(
    database
      .selectFrom('people')
      .innerJoin('memberships', 'memberships.person_id', 'people.id')
      .select(['people.id', 'people.name'])
      .where('memberships.lab_id', '=', labId)
      .where('people.id', 'in', named)
      .compile(),
  );
  return { visited, events, names: Object.fromEntries(people.map(({ id, name }) => [id, name])), documents };
}

/** `seq` beyond the log counts as its end. */
export async function markVisit(
  ledger: LabLedger,
  caller: Caller,
  { labId, seq }: { labId: string; seq: number },
): Promise<void> {
  const last = await lastSeq(ledger, labId);
  authorize(caller, 'lab.read', { labId });
  await ledger.records.record({
    labId: null,
    commandId: `visit ${caller.actor.personId}`,
    statements: [
      {
        query: ledger.database
          .updateTable('memberships')
          .set({ visited_seq: Math.max(0, Math.min(Math.trunc(seq), last)), visited_at: ledger.now() })
          .where('lab_id', '=', labId)
          .where('person_id', '=', caller.actor.personId)
          .compile(),
      },
    ],
    events: [],
  });
}
