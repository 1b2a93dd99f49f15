// The contributions several proposals come from, each once.
import type { Ledger } from '../storage/ledger.ts';

export async function sourceIdsOf({ records, database }: Ledger, proposalIds: readonly string[]): Promise<string[]> {
  const query = database
    .selectFrom('proposal_sources')
    .where('proposal_id', 'in', proposalIds)
    .select('contribution_id')
    .distinct()
    .orderBy('contribution_id');
  return (await records.read(query.compile())).map(({ contribution_id }) => contribution_id);
}
