// Recomputes the chained log of events as it stands in the store and names the first link that does not hold.
// What a chain cannot tell is that its newest events were cut off: compare the counts and heads with those noted elsewhere.
import type { LabEvent } from '@cocrea/shared/domain/event.ts';
import { canonicalData, chainHash, hashBeforeFirst } from './event-chain.ts';
import type { Ledger } from './ledger.ts';
import type { Tables } from './tables.ts';

export type ChainVerdict =
  | { readonly holds: true; readonly labs: readonly { readonly labId: string; readonly events: number; readonly head: string }[] }
  | { readonly holds: false; readonly broken: BrokenLink };

/** The first event of a lab that is not what was written: `differs` says in what, with what was found and what was to be found. */
export interface BrokenLink {
  readonly labId: string;
  readonly seq: number;
  /** `seq`: an event is missing or doubled. `previous_hash`: it does not continue the one before. `data`, `hash`: it was changed. */
  readonly differs: 'seq' | 'previous_hash' | 'data' | 'hash';
  readonly found: string;
  readonly expected: string;
}

type ChainLedger = Pick<Ledger, 'database'> & { readonly records: Pick<Ledger['records'], 'read'> };

const page = 1000;

/** Verifies one lab, or all of them in the order of their ids. */
export async function verifyChain(ledger: ChainLedger, labId?: string): Promise<ChainVerdict> {
  const labs: { labId: string; events: number; head: string }[] = [];
  for (const id of labId === undefined ? await labsOf(ledger) : [labId]) {
    let [events, head] = [0, hashBeforeFirst];
    for (;;) {
      const next = ledger.database.selectFrom('events').selectAll().where('lab_id', '=', id).where('seq', '>', events);
      const rows = await ledger.records.read(next.orderBy('seq').limit(page).compile());
      for (const row of rows) {
        const broken = brokenLink(row, { seq: events + 1, previousHash: head });
        if (broken !== null) return { holds: false, broken };
        [events, head] = [row.seq, row.hash];
      }
      if (rows.length < page) break;
    }
    labs.push({ labId: id, events, head });
  }
  return { holds: true, labs };
}

async function labsOf({ records, database }: ChainLedger): Promise<string[]> {
  const labs = database.selectFrom('labs').select('id');
  const query = labs.union(database.selectFrom('events').select('lab_id as id')).orderBy('id');
  return (await records.read(query.compile())).map(({ id }) => id);
}

function brokenLink(row: Tables['events'], expected: { seq: number; previousHash: string }): BrokenLink | null {
  const broken = (differs: BrokenLink['differs'], found: string | number, wanted: string | number): BrokenLink => ({
    labId: row.lab_id,
    seq: row.seq,
    differs,
    found: String(found),
    expected: String(wanted),
  });
  if (row.seq !== expected.seq) return broken('seq', row.seq, expected.seq);
  if (row.previous_hash !== expected.previousHash) return broken('previous_hash', row.previous_hash, expected.previousHash);
  const data = parsed(row.data);
  const canonical = data === null ? 'an object in JSON' : canonicalData(data);
  if (data === null || canonical !== row.data) return broken('data', row.data, canonical);
  const hash = chainHash(expected.previousHash, {
    labId: row.lab_id,
    seq: row.seq,
    at: row.at,
    actorId: row.actor_id,
    type: row.type as LabEvent['type'],
    subjectId: row.subject_id,
    data,
    commandId: row.command_id,
  });
  return row.hash === hash ? null : broken('hash', row.hash, hash);
}

function parsed(json: string): LabEvent['data'] | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as LabEvent['data']) : null;
  } catch {
    return null;
  }
}
