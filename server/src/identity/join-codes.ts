// The codes that open a lab: made from chance, listed with how many came in by each, and closed when the table is full.
import type { JoinCode } from '@cocrea/shared/domain/join-code.ts';
import { joinCodeFrom, joinCodeLength } from '@cocrea/shared/domain/join-code.ts';
import type { JoinableRole } from '@cocrea/shared/domain/role.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { authorize, type Caller } from '../http/caller.ts';
import { wasDone } from '../storage/done-before.ts';
import type { Ledger } from '../storage/ledger.ts';
import { requireLab } from '../storage/require-lab.ts';

export async function listJoinCodes(ledger: Ledger, caller: Caller, labId: string): Promise<JoinCode[]> {
  await requireLab(ledger, labId);
  authorize(caller, 'join_code.list', { labId });
  return codesOf(ledger, { labId });
}

/** Throws AppError `id_taken`, `sub_table_not_found`, and those of `authorize`. */
export async function createJoinCode(
  ledger: Ledger,
  caller: Caller,
  asked: { labId: string; id: string; role: JoinableRole; subTableId: string | null },
): Promise<{ created: boolean; code: JoinCode }> {
  const { labId, id, role, subTableId } = asked;
  await requireLab(ledger, labId);
  authorize(caller, 'join_code.create', { labId });
  const { records, database, now } = ledger;
  const subTable = database
    .selectFrom('sub_tables')
    .where('lab_id', '=', labId)
    .where('id', '=', subTableId ?? '')
    .select('id');
  if (subTableId !== null && (await records.read(subTable.compile())).length === 0) throw new AppError('sub_table_not_found');
  for (;;) {
    const code = joinCodeFrom(randomBytes(joinCodeLength));
    const row = { id, code, lab_id: labId, role, sub_table_id: subTableId, created_at: now() };
    try {
      const { outcome } = await records.record({
        labId,
        commandId: id,
        statements: [{ query: database.insertInto('join_codes').values(row).compile(), expectRows: 1 }],
        events: [{ actorId: caller.actor.personId, type: 'join_code.created', subjectId: id, data: { role, subTableId } }],
      });
      const [made] = await codesOf(ledger, { labId, id });
      if (made === undefined || made.role !== role || made.subTableId !== subTableId) throw new AppError('id_taken');
      return { created: outcome === 'recorded', code: made };
    } catch (failure) {
      // The same six characters twice by chance: throw again.
      const taken =
        failure instanceof AppError && failure.code === 'id_taken' && failure.details['constraint'] === 'join_codes.code';
      if (!taken) throw failure;
    }
  }
}

/** Throws AppError `code_unknown`, and those of `authorize`. A closed code stays closed. */
export async function closeJoinCode(
  ledger: Ledger,
  caller: Caller,
  { labId, id, commandId }: { labId: string; id: string; commandId: string },
): Promise<void> {
  await requireLab(ledger, labId);
  authorize(caller, 'join_code.close', { labId });
  const { records, database, now } = ledger;
  const [code] = await codesOf(ledger, { labId, id });
  if (code === undefined) throw new AppError('code_unknown');
  if (code.closedAt !== null || (await wasDone(ledger, { labId, commandId }))) return;
  const close = database.updateTable('join_codes').set({ closed_at: now() }).where('id', '=', id).where('closed_at', 'is', null);
  await records.record({
    labId,
    commandId,
    statements: [{ query: close.compile(), expectRows: 1 }],
    events: [{ actorId: caller.actor.personId, type: 'join_code.closed', subjectId: id, data: {} }],
  });
}

/** Open codes first, each kind newest first; `uses` are the people who joined, counted from the log. */
export async function codesOf({ records, database }: Ledger, { labId, id }: { labId: string; id?: string }): Promise<JoinCode[]> {
  const all = database
    .selectFrom('join_codes')
    .where('lab_id', '=', labId)
    .orderBy(sql`closed_at IS NOT NULL`)
    .orderBy('created_at', 'desc')
    .orderBy('code')
    .selectAll();
  const rows = await records.read((id === undefined ? all : all.where('id', '=', id)).compile());
  const joined = database
    .selectFrom('events')
    .where('lab_id', '=', labId)
    .where('type', '=', 'person.joined')
    .select([sql<string | null>`json_extract(data, '$.codeId')`.as('code_id'), sql<number>`count(*)`.as('uses')])
    .groupBy('code_id');
  const uses = new Map((await records.read(joined.compile())).map((row) => [row.code_id, row.uses]));
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    labId: row.lab_id,
    role: row.role as JoinableRole,
    subTableId: row.sub_table_id,
    createdAt: row.created_at,
    closedAt: row.closed_at,
    uses: uses.get(row.id) ?? 0,
  }));
}
