// Where the log of a lab stands: what a screen is told together with what it shows, so that its feed begins exactly there.
import { AppError } from '@cocrea/shared/errors.ts';
import type { Ledger } from './ledger.ts';

/** The last event of a lab's log. Throws AppError `lab_not_found`. */
export async function lastSeq({ records, database }: Ledger, labId: string): Promise<number> {
  const [row] = await records.read(
    database
      .selectFrom('labs')
      .where('labs.id', '=', labId)
      .select(({ selectFrom }) =>
        selectFrom('events')
          .whereRef('events.lab_id', '=', 'labs.id')
          .select(({ fn }) => fn.max('events.seq').as('seq'))
          .as('seq'),
      )
      .compile(),
  );
  if (!row) throw new AppError('lab_not_found');
  return row.seq ?? 0;
}
