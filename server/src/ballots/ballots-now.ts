// How the vote of a table stands, as one person may see it: how many voted, and their own dots; nobody else's while they are given.
import type { OutputOf } from '@cocrea/shared/api/contract.ts';
import type { readBallots } from '@cocrea/shared/api/ballots.ts';
import { moveDots, type Dots } from '@cocrea/shared/domain/ballot.ts';
import type { TableNow } from '@cocrea/shared/domain/table-session.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { requireLab } from '../storage/require-lab.ts';
import type { BallotLedger, TablePlace } from './ports.ts';

type BallotsNow = OutputOf<typeof readBallots>;

export async function readBallotsNow(ledger: BallotLedger, caller: Caller, place: TablePlace): Promise<BallotsNow> {
  const { labId } = place;
  await requireLab(ledger, labId);
  authorize(caller, 'table.read', { labId });
  return ballotsNow(ledger, caller, { labId, table: await ledger.tables.find(place) });
}

/** For those who may read the table. */
export async function ballotsNow(
  ledger: BallotLedger,
  { actor }: Caller,
  { labId, table: { subTable, session } }: { labId: string; table: TableNow },
): Promise<BallotsNow> {
  const ballots = ledger.database
    .selectFrom('ballots')
    .selectAll()
    .where('sub_table_id', '=', subTable.id)
    .orderBy('cast_at')
    .orderBy('id');
  const rows = await ledger.records.read(ballots.compile());
  const own = rows.find((row) => row.voter_id === actor.personId);
  const arranges = can(actor, 'contribution.arrange', { labId, subTableId: subTable.id });
  return {
    voted: rows.reduce((sum, row) => sum + (row.counted_people ?? 1), 0),
    iVoted: own !== undefined,
    mine:
      own === undefined || session?.anonymousDots !== false
        ? null
        : await dotsOf(ledger, { id: own.id, subTableId: subTable.id }),
    counted: rows.flatMap(({ id, label, counted_people: people }) =>
      arranges && label !== null && people !== null ? [{ id, label, people }] : [],
    ),
  };
}

async function dotsOf(ledger: BallotLedger, { id, subTableId }: { id: string; subTableId: string }): Promise<Dots> {
  const rows = ledger.database.selectFrom('ballot_dots').where('ballot_id', '=', id).select(['cluster_id', 'dots']);
  const given = Object.fromEntries((await ledger.records.read(rows.compile())).map((row) => [row.cluster_id, row.dots]));
  return moveDots(given, await ledger.board.standing(subTableId));
}
