// The routes of what people contribute at a table, and of what its note-taker does with it.
import * as board from '@cocrea/shared/api/board.ts';
import * as contracts from '@cocrea/shared/api/contributions.ts';
import type { BoardChange } from '@cocrea/shared/domain/board.ts';
import type { Caller } from '../http/caller.ts';
import type { Routes } from '../http/routes.ts';
import { changeBoard } from './change-board.ts';
import { readMinorityView } from './contribution-text.ts';
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

  interface Asked {
    readonly caller: Caller;
    readonly params: { readonly lab: string; readonly table: string };
    readonly body: { readonly commandId: string };
  }
  const change = ({ caller, params, body: { commandId } }: Asked, what: BoardChange) =>
    changeBoard(ledger, caller, { place: placeOf(params), commandId, change: what });

  routes.signedIn(board.groupClusters, (asked) => change(asked, { what: 'group', clusters: asked.body.clusters }));
  routes.signedIn(board.ungroupCluster, (asked) => {
    const { version, contributions } = asked.body;
    return change(asked, { what: 'ungroup', cluster: { id: asked.params.cluster, version }, contributions });
  });
  routes.signedIn(board.changeCluster, (asked) => {
    const { version, agreement, plenary, before, minorityView: typed } = asked.body;
    const minorityView = typed === undefined ? undefined : readMinorityView(typed);
    const cluster = { id: asked.params.cluster, version };
    return change(asked, { what: 'arrange', cluster, agreement, minorityView, plenary, before });
  });
  routes.signedIn(board.validateCluster, (asked) => {
    const { version, validated, contributions } = asked.body;
    return change(asked, { what: 'validate', cluster: { id: asked.params.cluster, version }, validated, contributions });
  });
  routes.signedIn(board.markContribution, (asked) => {
    const { mark, on } = asked.body;
    return change(asked, { what: 'mark', contribution: asked.params.contribution, mark, on });
  });
  routes.signedIn(board.admitContribution, (asked) => change(asked, { what: 'admit', contribution: asked.params.contribution }));
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
