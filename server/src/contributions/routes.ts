// The routes of what people contribute at a table.
import * as contracts from '@cocrea/shared/api/contributions.ts';
import type { Routes } from '../http/routes.ts';
import { editContribution } from './edit-contribution.ts';
import type { ContributionLedger } from './ports.ts';
import { readBoard } from './read-board.ts';
import { readMine } from './read-mine.ts';
import { sendContribution } from './send-contribution.ts';
import { restoreContribution, withdrawContribution } from './withdraw-contribution.ts';

export function addContributionRoutes(routes: Routes, ledger: ContributionLedger): void {
  const placeOf = ({ lab, table }: { lab: string; table: string }) => ({ labId: lab, no: Number(table) });

  routes.signedIn(contracts.sendContribution, async ({ caller, params, body }) => {
    const { created, contribution } = await sendContribution(ledger, caller, { place: placeOf(params), sent: body });
    return { created, output: { contribution } };
  });
  routes.signedIn(contracts.readBoard, ({ caller, params }) => readBoard(ledger, caller, placeOf(params)));
  routes.signedIn(contracts.editContribution, async ({ caller, params, body }) => ({
    contribution: await editContribution(ledger, caller, { place: placeOf(params), id: params.id, ...body }),
  }));
  routes.signedIn(contracts.withdrawContribution, async ({ caller, params, body }) => ({
    contribution: await withdrawContribution(ledger, caller, { place: placeOf(params), id: params.id, ...body }),
  }));
  routes.signedIn(contracts.restoreContribution, async ({ caller, params, body }) => ({
    contribution: await restoreContribution(ledger, caller, { place: placeOf(params), id: params.id, ...body }),
  }));
  routes.signedIn(contracts.readMine, ({ caller, params }) => readMine(ledger, caller, placeOf(params)));
}
