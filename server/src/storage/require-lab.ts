// The first question of every verb of a lab: is there such a lab? Asked before who may, so that a wrong address is told as one.
import { AppError } from '@cocrea/shared/errors.ts';
import type { Ledger } from './ledger.ts';

/** Throws AppError `lab_not_found`. */
export async function requireLab({ records, database }: Ledger, labId: string): Promise<void> {
  const found = await records.read(database.selectFrom('labs').where('id', '=', labId).select('id').compile());
  if (found.length === 0) throw new AppError('lab_not_found');
}
