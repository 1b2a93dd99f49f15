// What is written down when most of a text was deleted: a version of the moment before, what went, and an event that tells the lab. Who goes on
// deleting adds to it.
import { randomUUID } from 'node:crypto';
import { isMassDeletion, type MassDeletion, type MassDeletionRule } from '@cocrea/shared/domain/mass-deletion.ts';
import * as Y from 'yjs';
import type { Ledger } from '../storage/ledger.ts';
import type { HistoryDesk } from './ports.ts';
import type { DeletionsNow } from './recent-deletions.ts';

export interface OpenDeletion {
  readonly id: string;
  readonly seq: number;
  readonly gone: number;
  readonly deletion: Uint8Array;
}

/** What this person deleted of the text not long ago, where it waits for somebody to say what becomes of it. */
export async function openDeletion(
  { records, database }: Ledger,
  { documentId, personId, since }: { documentId: string; personId: string; since: number },
): Promise<OpenDeletion | null> {
  const query = database
    .selectFrom('mass_deletions')
    .where('document_id', '=', documentId)
    .where('person_id', '=', personId)
    .where('settled_at', 'is', null)
    .where('last_at', '>=', since)
    .select(['id', 'seq', 'gone', 'deletion'])
    .orderBy('last_at', 'desc')
    .limit(1);
  return (await records.read(query.compile()))[0] ?? null;
}

interface Found {
  readonly labId: string;
  readonly documentId: string;
  readonly personId: string;
  readonly now: DeletionsNow;
  readonly open: OpenDeletion | null;
  readonly rule: MassDeletionRule;
}

/** Reads the text, and writes down what it says where it is to be told. */
export async function keepMassDeletion(
  desk: HistoryDesk,
  found: Found,
): Promise<{ isTold: boolean; characters: number; left: number }> {
  const { documentId, personId, now, open, rule } = found;
  const measured = await desk.past.measureDeletion(documentId, {
    before: open?.seq ?? now.before,
    // What was pasted again, or brought back by whoever deleted, came after it.
    until: await desk.past.lastSeq(documentId),
    deletion: open === null ? now.update : Y.mergeUpdates([open.deletion, now.update]),
    personId,
    withOthers: false,
  });
  const { characters, left } = measured;
  if (open !== null) {
    if (measured.gone > open.gone) await add(desk, { id: open.id, now, ...measured });
    return { isTold: measured.gone > open.gone, characters, left };
  }
  const isTold = isMassDeletion(measured, rule);
  if (isTold) await tell(desk, { ...found, ...measured });
  return { isTold, characters, left };
}

interface Weighed {
  readonly now: DeletionsNow;
  readonly characters: number;
  readonly gone: number;
  readonly deletion: Uint8Array;
}

async function tell(desk: HistoryDesk, { labId, documentId, personId, now, ...weighed }: Found & Weighed): Promise<void> {
  const { database, records } = desk;
  const id = randomUUID();
  const at = desk.now();
  const { characters, gone, deletion } = weighed;
  const place = { lab_id: labId, document_id: documentId };
  await records.record({
    labId,
    commandId: id,
    statements: [
      {
        query: database
          .insertInto('draft_versions')
          .values({ id, ...place, seq: now.before, kind: 'insurance', at, actor_id: null })
          .compile(),
      },
      {
        query: database
          .insertInto('mass_deletions')
          .values({
            id,
            ...place,
            person_id: personId,
            seq: now.before,
            last_seq: now.until,
            at,
            last_at: now.at,
            characters,
            gone,
            deletion,
          })
          .compile(),
      },
    ],
    events: [
      {
        actorId: personId,
        type: 'document.mass_deleted',
        subjectId: documentId,
        data: { versionId: id, seq: now.before, characters, gone },
      },
    ],
  });
}

/** They went on: it is the same deletion, and is told no second time. */
async function add({ database, records }: Ledger, { id, now, gone, deletion }: Weighed & { id: string }): Promise<void> {
  const query = database
    .updateTable('mass_deletions')
    .set({ last_seq: now.until, last_at: now.at, gone, deletion })
    .where('id', '=', id)
    .where('settled_at', 'is', null);
  await records.record({ labId: null, commandId: randomUUID(), statements: [{ query: query.compile() }], events: [] });
}

/** Those that wait, the latest first. */
export async function openDeletionsIn({ records, database }: Ledger, labId: string): Promise<MassDeletion[]> {
  const query = database
    .selectFrom('mass_deletions')
    .where('lab_id', '=', labId)
    .where('settled_at', 'is', null)
    .select([
      'id',
      'document_id as documentId',
      'person_id as personId',
      'seq',
      'last_seq as lastSeq',
      'at',
      'characters',
      'gone',
    ])
    .orderBy('at', 'desc')
    .orderBy('id');
  return records.read(query.compile());
}
