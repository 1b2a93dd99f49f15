// Give one's dots, while the table prioritises. With names they replace those given before. Without names no row and no event says who gave which:
// the ballot holds only that this person voted (`ballots`, with no dots of its own), the dots are added to the totals of the table
// (`anonymous_dots`: one number a cluster, in which those of all who voted are one sum), and the event says who and where, never what. That
// is why they cannot be changed: nobody knows which ones to take back. What this cannot hide is what any count shows: somebody who reads the
// database file before and after each vote, or a table where a single person voted. The screen says this before they are sent.
import type { BodyOf, OutputOf } from '@cocrea/shared/api/contract.ts';
import type { castBallot as contract } from '@cocrea/shared/api/ballots.ts';
import { sql } from 'kysely';
import { type Dots } from '@cocrea/shared/domain/ballot.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { wasDone } from '../storage/done-before.ts';
import type { Change } from '../storage/record-store.ts';
import { requireLab } from '../storage/require-lab.ts';
import { ballotsNow } from './ballots-now.ts';
import type { BallotLedger, TablePlace } from './ports.ts';
import { dotsRows, readGiven, recordBallot, requireVoting } from './record-ballot.ts';

/**
 * Throws AppError `dots_not_open`, `dots_over_quota`, `ballot_final`, `cluster_not_found`, `invalid_field`, `table_not_open`,
 * `table_closed`, `stale`, and those of `authorize`.
 */
export async function castBallot(
  ledger: BallotLedger,
  caller: Caller,
  { place, sent: { commandId, dots } }: { place: TablePlace; sent: BodyOf<typeof contract> },
): Promise<OutputOf<typeof contract>> {
  const { labId } = place;
  await requireLab(ledger, labId);
  const table = await ledger.tables.find(place);
  const { id: subTableId } = table.subTable;
  authorize(caller, 'ballot.cast', { labId, subTableId });
  if (await wasDone(ledger, { labId, commandId })) return ballotsNow(ledger, caller, { labId, table });
  const session = requireVoting(table);
  const given = await readGiven(ledger, { subTableId, dots, quota: session.dots });
  const voterId = caller.actor.personId;
  const before = ledger.database
    .selectFrom('ballots')
    .where('sub_table_id', '=', subTableId)
    .where('voter_id', '=', voterId)
    .select('id');
  const [cast] = await ledger.records.read(before.compile());
  if (cast && session.anonymousDots) throw new AppError('ballot_final');
  const ballot = { id: cast?.id ?? commandId, sub_table_id: subTableId, voter_id: voterId, cast_at: ledger.now() };
  const first = { query: ledger.database.insertInto('ballots').values(ballot).compile(), expectRows: 1 };
  await recordBallot(ledger, {
    place,
    table,
    commandId,
    actorId: voterId,
    statements: session.anonymousDots
      ? [first, ...addToTotals(ledger, { subTableId, given })]
      : [...(cast ? castAgain(ledger, ballot) : [first]), ...dotsRows(ledger, { ballotId: ballot.id, given })],
  });
  return ballotsNow(ledger, caller, { labId, table });
}

function castAgain({ database }: BallotLedger, { id, cast_at }: { id: string; cast_at: number }): Change['statements'] {
  return [
    { query: database.updateTable('ballots').set({ cast_at }).where('id', '=', id).compile(), expectRows: 1 },
    { query: database.deleteFrom('ballot_dots').where('ballot_id', '=', id).compile() },
  ];
}

function addToTotals(
  { database }: BallotLedger,
  { subTableId, given }: { subTableId: string; given: Dots },
): Change['statements'] {
  return Object.entries(given).map(([cluster_id, dots]) => ({
    query: database
      .insertInto('anonymous_dots')
      .values({ sub_table_id: subTableId, cluster_id, dots })
      .onConflict((conflict) =>
        conflict.columns(['sub_table_id', 'cluster_id']).doUpdateSet({ dots: sql`anonymous_dots.dots + excluded.dots` }),
      )
      .compile(),
    expectRows: 1,
  }));
}
