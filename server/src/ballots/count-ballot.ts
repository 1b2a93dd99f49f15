// Enter, or take back, the dots of people who have no phone in their hand: they raised theirs, or share one phone, and somebody counted.
import type { BodyOf, OutputOf } from '@cocrea/shared/api/contract.ts';
import type { countBallot as contract } from '@cocrea/shared/api/ballots.ts';
import { ballotLabelLimit, countedPeopleLimit } from '@cocrea/shared/domain/ballot.ts';
import { cleanName, lengthOf } from '@cocrea/shared/domain/person.ts';
import type { TableNow } from '@cocrea/shared/domain/table-session.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { wasDone } from '../storage/done-before.ts';
import { requireLab } from '../storage/require-lab.ts';
import { ballotsNow } from './ballots-now.ts';
import type { BallotLedger, TablePlace } from './ports.ts';
import { dotsRows, readGiven, recordBallot, requireVoting } from './record-ballot.ts';

type Answer = Promise<OutputOf<typeof contract>>;

/** Throws AppError `missing_field`, `text_too_long`, `id_taken`, and those of `castBallot` but `ballot_final`. */
export async function countBallot(
  ledger: BallotLedger,
  caller: Caller,
  { place, sent }: { place: TablePlace; sent: BodyOf<typeof contract> },
): Answer {
  const { commandId, id, people, dots } = sent;
  const table = await findArranged(ledger, caller, place);
  const { labId } = place;
  if (await wasDone(ledger, { labId, commandId })) return ballotsNow(ledger, caller, { labId, table });
  const session = requireVoting(table);
  const { id: subTableId } = table.subTable;
  const label = readLabel(sent.label);
  if (!Number.isInteger(people) || people < 1 || people > countedPeopleLimit)
    throw new AppError('invalid_field', { field: 'people' });
  const given = await readGiven(ledger, { subTableId, dots, quota: session.dots, people });
  const { database } = ledger;
  const [known] = await ledger.records.read(
    database.selectFrom('ballots').where('id', '=', id).select(['sub_table_id', 'voter_id']).compile(),
  );
  if (known && (known.sub_table_id !== subTableId || known.voter_id !== null)) throw new AppError('id_taken');
  const ballot = { label, counted_people: people, cast_at: ledger.now() };
  await recordBallot(ledger, {
    place,
    table,
    commandId,
    actorId: caller.actor.personId,
    people,
    statements: [
      known
        ? { query: database.updateTable('ballots').set(ballot).where('id', '=', id).compile(), expectRows: 1 }
        : {
            query: database
              .insertInto('ballots')
              .values({ id, sub_table_id: subTableId, ...ballot })
              .compile(),
            expectRows: 1,
          },
      { query: database.deleteFrom('ballot_dots').where('ballot_id', '=', id).compile() },
      ...dotsRows(ledger, { ballotId: id, given }),
    ],
  });
  return ballotsNow(ledger, caller, { labId, table });
}

/** Throws AppError `ballot_not_found`, and those of `castBallot` that concern the table. */
export async function removeCountedBallot(
  ledger: BallotLedger,
  caller: Caller,
  { place, id, commandId }: { place: TablePlace; id: string; commandId: string },
): Answer {
  const table = await findArranged(ledger, caller, place);
  const { labId } = place;
  if (await wasDone(ledger, { labId, commandId })) return ballotsNow(ledger, caller, { labId, table });
  requireVoting(table);
  const { database } = ledger;
  const counted = database
    .selectFrom('ballots')
    .where('id', '=', id)
    .where('sub_table_id', '=', table.subTable.id)
    .where('voter_id', 'is', null);
  const [known] = await ledger.records.read(counted.select('id').compile());
  if (known === undefined) throw new AppError('ballot_not_found');
  await recordBallot(ledger, {
    place,
    table,
    commandId,
    actorId: caller.actor.personId,
    people: 0,
    statements: [
      { query: database.deleteFrom('ballot_dots').where('ballot_id', '=', id).compile() },
      { query: database.deleteFrom('ballots').where('id', '=', id).compile(), expectRows: 1 },
    ],
  });
  return ballotsNow(ledger, caller, { labId, table });
}

async function findArranged(ledger: BallotLedger, caller: Caller, place: TablePlace): Promise<TableNow> {
  await requireLab(ledger, place.labId);
  const table = await ledger.tables.find(place);
  authorize(caller, 'contribution.arrange', { labId: place.labId, subTableId: table.subTable.id });
  return table;
}

function readLabel(typed: string): string {
  if (typed.length > ballotLabelLimit * 64) throw new AppError('text_too_long', { field: 'label', limit: ballotLabelLimit });
  const label = cleanName(typed);
  if (label === '') throw new AppError('missing_field', { field: 'label' });
  if (lengthOf(label) > ballotLabelLimit) throw new AppError('text_too_long', { field: 'label', limit: ballotLabelLimit });
  return label;
}
