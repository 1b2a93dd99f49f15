// What a fresh data folder is given: the demonstration lab, so that the first page has somewhere to lead.
import type { Ledger } from '../storage/ledger.ts';
import { demoLab } from './demo/demo-lab.ts';
import { foundLab } from './found-lab.ts';

/** False where there is a lab already. Its codes stand in a public file: `withCodes` only where the demonstration is switched on. */
export async function foundDemonstration(ledger: Ledger, { withCodes }: { withCodes: boolean }): Promise<boolean> {
  const labs = await ledger.records.read(ledger.database.selectFrom('labs').select('id').limit(1).compile());
  return labs.length === 0 && foundLab(ledger, { founding: demoLab, at: ledger.now(), withCodes });
}
