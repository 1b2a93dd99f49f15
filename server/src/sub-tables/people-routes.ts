// The routes of who sits at a sub-table.
import * as contracts from '@cocrea/shared/api/table-people.ts';
import { authorize } from '../http/caller.ts';
import type { Routes } from '../http/routes.ts';
import type { Ledger } from '../storage/ledger.ts';
import { requireLab } from '../storage/require-lab.ts';
import { arrangeCircles } from './arrange-circles.ts';
import { removeFromPaper, seatOnPaper } from './paper-seats.ts';
import { readPeople } from './seats.ts';
import { findTable } from './table-record.ts';

export function addTablePeopleRoutes(routes: Routes, ledger: Ledger): void {
  const placeOf = ({ lab, table }: { lab: string; table: string }) => ({ labId: lab, no: Number(table) });

  routes.signedIn(contracts.readTablePeople, async ({ caller, params }) => {
    await requireLab(ledger, params.lab);
    const { subTable } = await findTable(ledger, placeOf(params));
    authorize(caller, 'table.see_people', { labId: params.lab, subTableId: subTable.id });
    return readPeople(ledger, subTable.id);
  });
  routes.signedIn(contracts.seatOnPaper, async ({ caller, params, body }) => {
    const { created, seat } = await seatOnPaper(ledger, caller, { place: placeOf(params), seat: body });
    return { created, output: { seat } };
  });
  routes.signedIn(contracts.removeFromPaper, async ({ caller, params, body }) =>
    removeFromPaper(ledger, caller, { place: placeOf(params), seat: params.seat, commandId: body.commandId }),
  );
  routes.signedIn(contracts.arrangeCircles, ({ caller, params, body }) =>
    arrangeCircles(ledger, caller, { ...placeOf(params), ...body }),
  );
}
