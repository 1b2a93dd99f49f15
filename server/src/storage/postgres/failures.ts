// What PostgreSQL's errors mean to the house: a code of ours for what can happen to a healthy program, the error itself for a defect.
import { AppError } from '@cocrea/shared/errors.ts';
import pg from 'pg';

/** SQLSTATE (postgresql.org/docs/current/errcodes-appendix.html): whole codes, and classes by their first two characters. */
const codes = {
  foreignKey: '23503',
  unique: '23505',
  diskFull: '53100',
  serialization: '40001',
  deadlock: '40P01',
  lockTimeout: '55P03',
  cancelled: '57014',
  readOnly: '25006',
  idleTooLong: '25P03',
  input: '58030',
} as const;
/** Connection, transaction undone by the server, resources, shutdown, damage. */
const unavailableClasses: readonly string[] = ['08', '40', '53', '57', 'XX'];
const unavailable: readonly string[] = [codes.lockTimeout, codes.readOnly, codes.idleTooLong, codes.input];

export function sqlStateOf(error: unknown): string | null {
  return error instanceof pg.DatabaseError && error.code !== undefined ? error.code : null;
}

/** Two transactions were in each other's way and this one was undone: done again, it may well succeed. */
export function isWorthRepeating(error: unknown): boolean {
  const code = sqlStateOf(error);
  return code === codes.serialization || code === codes.deadlock;
}

/** Nobody on the other side any more, or not for long: the connection is given up. */
export function spoilsConnection(error: unknown): boolean {
  const code = sqlStateOf(error);
  if (code === null) return !(error instanceof AppError);
  return /^(?:08|57P)/.test(code) || code === codes.idleTooLong;
}

/** A page of the database itself is wrong. */
export function isCorruption(error: unknown): boolean {
  return /^XX00[12]$/.test(sqlStateOf(error) ?? '');
}

/** The failure of a query in our words (`details.reason` has the database's), or the same error when it is none a healthy program meets. */
export function asAppError(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  if (!(error instanceof pg.DatabaseError)) return new AppError('store_unavailable', { reason: reasonOf(error) });
  const code = error.code ?? '';
  if (code === codes.diskFull) return new AppError('disk_full', { reason: error.message });
  if (code === codes.unique) return new AppError('id_taken', { constraint: takenColumns(error) });
  if (code === codes.foreignKey) return new AppError('stale', { reason: error.message });
  if (unavailable.includes(code) || unavailableClasses.includes(code.slice(0, 2))) {
    return new AppError('store_unavailable', { reason: error.message });
  }
  return error;
}

/** As SQLite names a rule: `memberships.lab_id, memberships.folded_name`. The columns stand in the detail, in every language. */
function takenColumns({ table = '', detail = '', constraint = '' }: pg.DatabaseError): string {
  const columns = /\(([^()]+)\)=\(/.exec(detail)?.[1];
  return columns === undefined
    ? constraint
    : columns
        .split(', ')
        .map((column) => `${table}.${column}`)
        .join(', ');
}

/** Of a connection to several addresses that all refused, the first: the whole has no words. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
