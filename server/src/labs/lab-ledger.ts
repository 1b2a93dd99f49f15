// What the verbs of a lab stand on: the records, the texts' last changes, and the clock.
import { AppError } from '@cocrea/shared/errors.ts';
import type { DocumentStore } from '../storage/document-store.ts';
import type { Ledger } from '../storage/ledger.ts';

export interface LabLedger extends Ledger {
  readonly documents: Pick<DocumentStore, 'lastChanges'>;
}

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
