// The database's own thread: everything that waits for the disk waits here. Requests are done one at a time, in the order they came.
import { AppError } from '@cocrea/shared/errors.ts';
import { answerQuestions } from '../../threads/answer-questions.ts';
import { openConnection, type Connection, type ConnectionSettings } from './connection.ts';
import { documentOperations } from './document-operations.ts';
import { asAppError, isCorruption } from './failures.ts';
import { readMigrations } from '../migrations.ts';
import { migrate } from './migrate.ts';
import type { Operations } from './operations.ts';
import { recordOperations } from './record-operations.ts';

function start(settings: ConnectionSettings): Operations {
  const connection = openMigrated(settings);
  return {
    ...documentOperations(connection),
    ...recordOperations(connection),
    ping: () => void connection.statement('SELECT 1').get(),
    close: () => {
      try {
        connection.statement('PRAGMA wal_checkpoint(TRUNCATE)').all();
      } catch {
        // A full disk keeps the write-ahead log from being copied into the file. It stays beside it, and nothing of it is lost.
      }
      connection.close();
    },
  };
}

/** A file that does not even open as a database is told like one whose pages are damaged; one that cannot be reached, with its path. */
function openMigrated(settings: ConnectionSettings): Connection {
  const { file } = settings;
  try {
    const connection = openConnection(settings);
    try {
      migrate(connection, { file, migrations: readMigrations(new URL('../migrations/', import.meta.url)) });
      return connection;
    } catch (error) {
      connection.close();
      throw error;
    }
  } catch (error) {
    if (isCorruption(error)) throw new AppError('database_damaged', { file, reason: (error as Error).message });
    throw error;
  }
}

answerQuestions((settings) => start(settings as ConnectionSettings), { asError: asAppError });
