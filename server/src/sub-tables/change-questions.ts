// Word the guiding questions of a table anew while nobody has opened it. The headings of its notes, which people write under, stay as
// they were: they are text, and text is changed where it is written.
import { cleanName, lengthOf } from '@cocrea/shared/domain/person.ts';
import { questionLimit, type TableNow } from '@cocrea/shared/domain/table-session.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { wasDone } from '../storage/done-before.ts';
import type { Ledger } from '../storage/ledger.ts';
import { requireLab } from '../storage/require-lab.ts';
import { findTable } from './table-record.ts';

/** Throws AppError `table_already_open`, `stale`, `missing_field`, `text_too_long`, `sub_table_not_found`, and those of `authorize`. */
export async function changeQuestions(
  ledger: Ledger,
  caller: Caller,
  { labId, no, commandId, basedOn, questions }: ChangeOfQuestions,
): Promise<TableNow> {
  await requireLab(ledger, labId);
  authorize(caller, 'table.conduct', { labId });
  const { subTable, session } = await findTable(ledger, { labId, no });
  if (await wasDone(ledger, { labId, commandId })) return findTable(ledger, { labId, no });
  if (session !== null) throw new AppError('table_already_open');
  if (questions.length !== subTable.questions.length) throw new AppError('invalid_field', { field: 'questions' });
  const { database } = ledger;
  const change = database
    .updateTable('sub_tables')
    .set({ questions: JSON.stringify(questions.map(readQuestion)) })
    .where('id', '=', subTable.id)
    .where('questions', '=', JSON.stringify(basedOn))
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('table_sessions').where('sub_table_id', '=', subTable.id).select('sub_table_id'))),
    );
  await ledger.records.record({
    labId,
    commandId,
    statements: [{ query: change.compile(), expectRows: 1 }],
    events: [{ actorId: caller.actor.personId, type: 'table.questions_changed', subjectId: subTable.id, data: { no } }],
  });
  return findTable(ledger, { labId, no });
}

interface ChangeOfQuestions {
  readonly labId: string;
  readonly no: number;
  readonly commandId: string;
  readonly basedOn: readonly string[];
  readonly questions: readonly string[];
}

function readQuestion(typed: string): string {
  const question = cleanName(typed.slice(0, questionLimit * 64));
  if (question === '') throw new AppError('missing_field', { field: 'questions' });
  if (lengthOf(question) > questionLimit) throw new AppError('text_too_long', { field: 'questions', limit: questionLimit });
  return question;
}
