// What the people of a proposal are called, wherever the page names them: authors, endorsers, whoever did something to it.
import type { Ledger } from '../storage/ledger.ts';

/** Also of those who have left the lab: what they wrote and endorsed stays theirs. */
export async function namesOf({ records, database }: Ledger, personIds: readonly string[]): Promise<Record<string, string>> {
  const ids = [...new Set(personIds)];
  if (ids.length === 0) return {};
  const rows = await records.read(database.selectFrom('people').where('id', 'in', ids).select(['id', 'name']).compile());
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
