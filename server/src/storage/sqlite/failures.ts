// What SQLite's errors mean to the house: a code of ours for what can happen to a healthy program, the error itself for a defect.
import { AppError } from '@cocrea/shared/errors.ts';

/** Primary result codes of SQLite (sqlite.org/rescode.html); the extended code has them in its low byte. */
const primary = {
  busy: 5,
  locked: 6,
  outOfMemory: 7,
  readOnly: 8,
  input: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  protocol: 15,
  constraint: 19,
  notADatabase: 26,
} as const;
const extended = { foreignKey: 787, primaryKey: 1555, unique: 2067, rowid: 2579 } as const;
const unavailable: readonly number[] = [
  primary.busy,
  primary.locked,
  primary.outOfMemory,
  primary.readOnly,
  primary.input,
  primary.cannotOpen,
  primary.protocol,
];

interface SqliteError extends Error {
  readonly errcode: number;
  readonly errstr: string;
}

function isSqliteError(error: unknown): error is SqliteError {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number';
}

/** Bytes of the database file itself are wrong: its header, its pages, or its end. */
export function isCorruption(error: unknown): boolean {
  return isSqliteError(error) && [primary.corrupt, primary.notADatabase].some((code) => code === (error.errcode & 255));
}

/** After these the connection is not to be trusted: it is closed, and opened again for the next request. */
export function spoilsConnection(error: unknown): boolean {
  if (!isSqliteError(error)) return false;
  const code = error.errcode & 255;
  return code === primary.input || code === primary.cannotOpen || code === primary.notADatabase || code === primary.corrupt;
}

/** Another connection holds what we need; trying again may do. */
export function isBusy(error: unknown): boolean {
  return isSqliteError(error) && (error.errcode & 255) === primary.busy;
}

/** The failure in our words (`details.reason` has SQLite's), or the same error when it is none a healthy program meets. */
export function asAppError(error: unknown): unknown {
  if (!isSqliteError(error)) return error;
  const code = error.errcode & 255;
  if (code === primary.full) return new AppError('disk_full', { reason: error.errstr });
  if (unavailable.includes(code) || isCorruption(error)) return new AppError('store_unavailable', { reason: error.errstr });
  if (error.errcode === extended.foreignKey) return new AppError('stale', { reason: error.message });
  if (
    code === primary.constraint &&
    [extended.primaryKey, extended.unique, extended.rowid].some((one) => one === error.errcode)
  ) {
    return new AppError('id_taken', { constraint: error.message.replace(/^.*constraint failed: /, '') });
  }
  return error;
}
