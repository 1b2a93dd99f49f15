// The routes of the sub-tables while they are open.
import * as contracts from '@cocrea/shared/api/tables.ts';
import { authorize } from '../http/caller.ts';
import type { Routes } from '../http/routes.ts';
import type { Ledger } from '../storage/ledger.ts';
import { requireLab } from '../storage/require-lab.ts';
import { changeTableClock } from './change-clock.ts';
import { movePhase } from './move-phase.ts';
import { openTable } from './open-table.ts';
import { readTables } from './table-record.ts';

export function addTableRoutes(routes: Routes, ledger: Ledger): void {
  const placeOf = ({ lab, table }: { lab: string; table: string }) => ({ labId: lab, no: Number(table) });

  routes.signedIn(contracts.listTables, async ({ caller, params }) => {
    await requireLab(ledger, params.lab);
    authorize(caller, 'table.read', { labId: params.lab });
    return { tables: await readTables(ledger, params.lab), now: ledger.now() };
  });
  routes.signedIn(contracts.openTable, async ({ caller, params, body }) => {
    const { created, table } = await openTable(ledger, caller, { ...placeOf(params), ...body });
    return { created, output: { table } };
  });
  routes.signedIn(contracts.movePhase, async ({ caller, params, body }) => ({
    table: await movePhase(ledger, caller, { ...placeOf(params), ...body }),
  }));
  routes.signedIn(contracts.changeTableClock, async ({ caller, params, body }) => ({
    table: await changeTableClock(ledger, caller, { ...placeOf(params), ...body }),
  }));
}
