// What a store holds, as a list of lines that two stores have alike exactly when they hold the same: for each lab its events and the head of
// their chain, for each document the SHA-256 of its state, its whole log and its owners.
import { createHash } from 'node:crypto';
import { verifyChain } from './verify-chain.ts';
import type { Storage } from './storage.ts';

/** Throws AppError `document_damaged`, and an Error where the chain of a lab does not hold. */
export async function fingerprintOf({ records, database, documents }: Storage): Promise<string[]> {
  const verdict = await verifyChain({ records, database });
  if (!verdict.holds) throw new Error(`the chain of ${verdict.broken.labId} is broken at ${verdict.broken.seq}`);
  const labs = verdict.labs.map(({ labId, events, head }) => `lab ${labId}: ${events} events, ${head}`);
  const lines: string[] = [];
  for (const { id } of await records.read(database.selectFrom('yjs_documents').select('id').orderBy('id').compile())) {
    const document = await documents.load(id);
    if (document === null) throw new Error(`the document ${id} vanished`);
    const { generation, snapshot, tail, lastSeq, clients } = document;
    const hash = createHash('sha256').update(JSON.stringify([generation, lastSeq, snapshot?.seq ?? null]));
    if (snapshot !== null) hash.update(snapshot.update);
    for (const { seq, at, updates } of [...tail, ...(await documents.history(id, { fromSeq: 1, toSeq: lastSeq }))]) {
      hash.update(JSON.stringify([seq, at, updates.map(({ length }) => length)]));
      for (const update of updates) hash.update(update);
    }
    hash.update(JSON.stringify([...clients].sort(([a], [b]) => a - b)));
    lines.push(`document ${id}: ${lastSeq} rows, ${hash.digest('hex')}`);
  }
  return [...labs, ...lines];
}
