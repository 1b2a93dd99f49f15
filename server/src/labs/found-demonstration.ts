// What a fresh data folder is given: the demonstration lab, so that the first page has somewhere to lead. Its codes stand in a public file:
// they open it only where the demonstration is switched on.
import { AppError } from '@cocrea/shared/errors.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import type { Ledger } from '../storage/ledger.ts';
import { demoLab } from './demo/demo-lab.ts';
import { foundLab } from './found-lab.ts';
import { houseUserId } from './first-text.ts';

/** False where there is a lab already. `withCodes` only where the demonstration is switched on. */
export async function foundDemonstration(ledger: Ledger, { withCodes }: { withCodes: boolean }): Promise<boolean> {
  const labs = await ledger.records.read(ledger.database.selectFrom('labs').select('id').limit(1).compile());
  return labs.length === 0 && foundLab(ledger, { founding: demoLab, at: ledger.now(), withCodes });
}

/** Where the demonstration was on before and is off now. Whoever came in stays, and a facilitator makes codes of chance. */
export async function closePublicCodes(ledger: Ledger): Promise<void> {
  const { records, database, now } = ledger;
  const publicIds = demoLab.joinCodes.map(({ id }) => id);
  const open = database.selectFrom('join_codes').where('id', 'in', publicIds).where('closed_at', 'is', null).select('id');
  const ids = (await records.read(open.compile())).map(({ id }) => id);
  if (ids.length === 0) return;
  const closing = database.updateTable('join_codes').set({ closed_at: now() }).where('id', 'in', ids);
  const closed = records.record({
    labId: demoLab.lab.id,
    commandId: newId(),
    statements: [{ query: closing.where('closed_at', 'is', null).compile(), expectRows: ids.length }],
    events: ids.map((id) => ({ actorId: houseUserId, type: 'join_code.closed', subjectId: id, data: {} })),
  });
  await closed.catch((failure: unknown) => {
    // Another server that starts at the same time closes them too: whatever it left is looked for anew.
    if (!(failure instanceof AppError && failure.code === 'stale')) throw failure;
    return closePublicCodes(ledger);
  });
}
