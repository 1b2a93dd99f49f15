// What a join code opens, before anybody says who they are.
import type { Door } from '@cocrea/shared/api/join.ts';
import { normaliseJoinCode } from '@cocrea/shared/domain/join-code.ts';
import { privacyNoticeVersion } from '@cocrea/shared/domain/person.ts';
import type { JoinableRole } from '@cocrea/shared/domain/role.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Ledger } from '../storage/ledger.ts';
import type { AttemptLimit } from './attempt-limit.ts';

export interface OpenCode {
  readonly id: string;
  readonly door: Door;
  /** The notes of the code's sub-table; null for a code of the whole lab. */
  readonly notesDocumentId: string | null;
}

/** Throws AppError `code_unknown`, `code_closed` or, after too many that opened nothing, `rate_limited`. */
export async function lookUpCode(
  { ledger, attempts }: { ledger: Ledger; attempts: AttemptLimit },
  { code, address }: { code: string; address: string },
): Promise<OpenCode> {
  const succeed = attempts.attempt(address);
  const { records, database } = ledger;
  const query = database
    .selectFrom('join_codes')
    .innerJoin('labs', 'labs.id', 'join_codes.lab_id')
    .leftJoin('sub_tables', 'sub_tables.id', 'join_codes.sub_table_id')
    .where('join_codes.code', '=', normaliseJoinCode(code.slice(0, 100)))
    .select([
      'join_codes.id',
      'join_codes.code',
      'join_codes.role',
      'join_codes.closed_at',
      'labs.id as lab_id',
      'labs.name as lab_name',
    ])
    .select(['sub_tables.id as sub_table_id', 'sub_tables.no', 'sub_tables.theme', 'sub_tables.notes_document_id']);
  const [found] = await records.read(query.compile());
  if (found === undefined) throw new AppError('code_unknown');
  succeed();
  if (found.closed_at !== null) throw new AppError('code_closed');
  const { sub_table_id: subTableId, no, theme } = found;
  const subTable = subTableId === null || no === null || theme === null ? null : { id: subTableId, no, theme };
  return {
    id: found.id,
    notesDocumentId: found.notes_document_id,
    door: {
      code: found.code,
      lab: { id: found.lab_id, name: found.lab_name },
      role: found.role as JoinableRole,
      subTable,
      noticeVersion: privacyNoticeVersion,
    },
  };
}
