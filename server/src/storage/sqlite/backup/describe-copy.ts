// Reads in a fresh copy of the database what its manifest says of it, after checking that SQLite finds it whole: what is told of a backup was
// read in the backup, never in what it was copied from.
import { DatabaseSync } from 'node:sqlite';
import { AppError } from '@cocrea/shared/errors.ts';
import { hashBeforeFirst } from '../../event-chain.ts';
import type { BackupManifest } from '../../backup/manifest.ts';

/** Throws AppError `database_damaged` naming the file it was copied from, and `database_foreign` where that is none of ours. */
export function describeCopy(
  file: string,
  { source }: { source: string },
): Pick<BackupManifest, 'schema' | 'documents' | 'labs'> {
  const database = new DatabaseSync(file);
  try {
    // A copy that nobody writes to is one file alone, without a log beside it.
    database.exec('PRAGMA journal_mode = DELETE');
    const verdict = String(database.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check']);
    if (verdict !== 'ok') throw new AppError('database_damaged', { file: source, reason: verdict });
    const ours = database.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'schema_migrations'").get()?.['n'];
    if (ours !== 1) throw new AppError('database_foreign', { file: source, reason: 'it was made by another program' });
    const schema = database.prepare('SELECT max(no) AS no FROM schema_migrations').get()?.['no'];
    const documents = database.prepare('SELECT id, generation, last_seq AS seq FROM yjs_documents ORDER BY id').all();
    const labs = database
      .prepare(
        `SELECT labs.id, newest.seq AS events, newest.hash AS head FROM labs
         LEFT JOIN events AS newest ON newest.lab_id = labs.id AND newest.seq = (SELECT max(seq) FROM events WHERE lab_id = labs.id)
         ORDER BY labs.id`,
      )
      .all();
    return {
      schema: Number(schema),
      documents: documents.map(({ id, generation, seq }) => ({
        id: String(id),
        generation: String(generation),
        seq: Number(seq),
      })),
      labs: labs.map(({ id, events, head }) => ({
        id: String(id),
        events: Number(events ?? 0),
        head: String(head ?? hashBeforeFirst),
      })),
    };
  } finally {
    database.close();
  }
}
