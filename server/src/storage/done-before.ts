// Whether a command is in the lab's log already: sent twice, it is answered as the first time although what it acted on has changed.
import type { Ledger } from './ledger.ts';

export async function wasDone(
  { records, database }: Ledger,
  { labId, commandId }: { labId: string; commandId: string },
): Promise<boolean> {
  const query = database
    .selectFrom('events')
    .where('lab_id', '=', labId)
    .where('command_id', '=', commandId)
    .select('seq')
    .limit(1);
  return (await records.read(query.compile())).length > 0;
}
