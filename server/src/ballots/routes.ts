// The routes of the dots people give.
import * as contracts from '@cocrea/shared/api/ballots.ts';
import type { Routes } from '../http/routes.ts';
import { readBallotsNow } from './ballots-now.ts';
import { castBallot } from './cast-ballot.ts';
import { countBallot, removeCountedBallot } from './count-ballot.ts';
import type { BallotLedger } from './ports.ts';

export function addBallotRoutes(routes: Routes, ledger: BallotLedger): void {
  const placeOf = ({ lab, table }: { lab: string; table: string }) => ({ labId: lab, no: Number(table) });

  routes.signedIn(contracts.readBallots, ({ caller, params }) => readBallotsNow(ledger, caller, placeOf(params)));
  routes.signedIn(contracts.castBallot, ({ caller, params, body }) =>
    castBallot(ledger, caller, { place: placeOf(params), sent: body }),
  );
  routes.signedIn(contracts.countBallot, ({ caller, params, body }) =>
    countBallot(ledger, caller, { place: placeOf(params), sent: body }),
  );
  routes.signedIn(contracts.removeCountedBallot, ({ caller, params, body }) =>
    removeCountedBallot(ledger, caller, { place: placeOf(params), id: params.ballot, commandId: body.commandId }),
  );
}
