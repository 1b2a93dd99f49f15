// The routes of the sub-tables while they are open.
import * as contracts from '@cocrea/shared/api/tables.ts';
import { authorize } from '../http/caller.ts';
import type { Routes } from '../http/routes.ts';
import { requireLab } from '../storage/require-lab.ts';
import { changeTableClock } from './change-clock.ts';
import { changeQuestions } from './change-questions.ts';
import { closeTable } from './close-table.ts';
import { glanceAtTables } from './glance.ts';
import { changeTable, handOverTable } from './hand-over.ts';
import { movePhase } from './move-phase.ts';
import { openTable } from './open-table.ts';
import type { TableLedger } from './ports.ts';
import { findTable, readTables } from './table-record.ts';

export function addTableRoutes(routes: Routes, ledger: TableLedger): void {
  const placeOf = ({ lab, table }: { lab: string; table: string }) => ({ labId: lab, no: Number(table) });

  routes.signedIn(contracts.listTables, async ({ caller, params }) => {
    await requireLab(ledger, params.lab);
    authorize(caller, 'table.read', { labId: params.lab });
    return { tables: await readTables(ledger, params.lab), now: ledger.now() };
  });
  routes.signedIn(contracts.glanceAtTables, async ({ caller, params }) => ({
    tables: await glanceAtTables(ledger, caller, params.lab),
  }));
  routes.signedIn(contracts.readTableDoor, async ({ caller, params }) => {
    await requireLab(ledger, params.lab);
    const { subTable } = await findTable(ledger, placeOf(params));
    const place = { labId: params.lab, subTableId: subTable.id };
    authorize(caller, 'table.see_people', place);
    return { code: await ledger.doors.find(place), addresses: [...ledger.doors.addresses()] };
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
  routes.signedIn(contracts.handOverTable, async ({ caller, params, body }) => ({
    table: await handOverTable(ledger, caller, { ...placeOf(params), ...body }),
  }));
  routes.signedIn(contracts.changeTable, async ({ caller, params, body }) => ({
    table: await changeTable(ledger, caller, { ...placeOf(params), ...body }),
  }));
  routes.signedIn(contracts.changeQuestions, async ({ caller, params, body }) => ({
    table: await changeQuestions(ledger, caller, { ...placeOf(params), ...body }),
  }));
  routes.signedIn(contracts.closeTable, async ({ caller, params, body }) => ({
    table: await closeTable(ledger, caller, { ...placeOf(params), ...body }),
  }));
}
