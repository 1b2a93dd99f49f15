// Contribute to a question of a table. A phone may send the same one many times: its id makes it one. What comes after the close is kept
// among the late ones; nothing that was written is refused for being late.
import { sql } from 'kysely';
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type { sendContribution as contract } from '@cocrea/shared/api/contributions.ts';
import type { Contribution } from '@cocrea/shared/domain/contribution.ts';
import { circles, takesContributions } from '@cocrea/shared/domain/table-session.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import type { Change } from '../storage/record-store.ts';
import { wasDone } from '../storage/done-before.ts';
import { requireLab } from '../storage/require-lab.ts';
import { readContribution } from './contribution-record.ts';
import { readOnBehalfOf, readText } from './contribution-text.ts';
import type { ContributionLedger, TablePlace } from './ports.ts';

type Sent = BodyOf<typeof contract>;

/** Throws AppError `table_not_open`, `table_closed`, `other_person`, `missing_field`, `text_too_long`, `invalid_field`, `id_taken`, and those of `authorize`. */
export async function sendContribution(
  ledger: ContributionLedger,
  caller: Caller,
  { place, sent }: { place: TablePlace; sent: Sent },
): Promise<{ created: boolean; contribution: Contribution }> {
  const { labId } = place;
  const { personId } = caller.actor;
  await requireLab(ledger, labId);
  if (sent.writtenBy !== undefined && sent.writtenBy !== personId) throw new AppError('other_person');
  const { subTable, session } = await ledger.tables.find(place);
  authorize(caller, 'contribution.send', { labId, subTableId: subTable.id });
  if (session === null) throw new AppError('table_not_open');
  if (sent.question < 1 || sent.question > subTable.questions.length || !Number.isInteger(sent.question))
    throw new AppError('invalid_field', { field: 'question' });
  if (sent.circle !== null && !circles.some((circle) => circle === sent.circle))
    throw new AppError('invalid_field', { field: 'circle' });
  const inTime = takesContributions(session, ledger.now());
  // What closes between this question and the storing of it was on its way: it is filed as late, and its author is told.
  if (sent.askIfLate === true && !inTime && !(await wasDone(ledger, { labId, commandId: sent.id })))
    throw new AppError('table_closed');
  const { outcome, events } = await ledger.records.record({
    labId,
    commandId: sent.id,
    statements: statementsOf(ledger, { labId, subTableId: subTable.id, authorId: personId, sent }),
    events: [
      {
        actorId: personId,
        type: 'contribution.sent',
        subjectId: sent.id,
        data: { table: place.no, question: sent.question, inTime },
      },
    ],
  });
  const [did] = events;
  if (did?.type !== 'contribution.sent' || did.actorId !== personId) throw new AppError('id_taken');
  return { created: outcome === 'recorded', contribution: await readContribution(ledger, { labId, subTable, id: sent.id }) };
}

/** Its number and whether it is late are decided where it is stored, in the transaction: a close in the same moment comes before or after. */
function statementsOf(
  { database, now }: ContributionLedger,
  { labId, subTableId, authorId, sent }: { labId: string; subTableId: string; authorId: string; sent: Sent },
): Change['statements'] {
  const at = now();
  const last = sql<number>`(SELECT COALESCE(MAX(no), 0) + 1 FROM contributions WHERE sub_table_id = ${subTableId})`;
  const late = sql<number>`(SELECT CASE WHEN phase = 'closed' OR open_until < ${at} THEN 1 ELSE 0 END FROM table_sessions
    WHERE sub_table_id = ${subTableId})`;
  const cluster = { id: sent.id, sub_table_id: subTableId, question: sent.question, position: at };
  const contribution = {
    id: sent.id,
    lab_id: labId,
    sub_table_id: subTableId,
    no: last,
    question: sent.question,
    text: readText(sent.text),
    language: sent.language,
    author_id: authorId,
    circle: sent.circle,
    on_behalf_of: readOnBehalfOf(sent.onBehalfOf),
    way: sent.way,
    cluster_id: sent.id,
    state: 'captured',
    late,
    // A phone whose clock is wrong cannot have written it in the future.
    written_at: Math.min(Math.max(Math.trunc(sent.writtenAt), 0), at),
    received_at: at,
  };
  return [
    { query: database.insertInto('clusters').values(cluster).compile(), expectRows: 1 },
    { query: database.insertInto('contributions').values(contribution).compile(), expectRows: 1 },
  ];
}
