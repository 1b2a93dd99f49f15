// The database's own thread: everything that waits for the disk waits here. Requests are done one at a time, in the order they came.
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '@cocrea/shared/errors.ts';
import { openConnection, type Connection, type ConnectionSettings } from './connection.ts';
import { documentOperations } from './document-operations.ts';
import { asAppError, isCorruption } from './failures.ts';
import { migrate, readMigrations } from './migrate.ts';
import type { Operations } from './operations.ts';
import { recordOperations } from './record-operations.ts';
import type { Answer, Failure, Question } from './thread-link.ts';

const port = parentPort;
if (port === null) throw new Error('this file is the entry of a worker thread');

function failureOf(thrown: unknown): Failure {
  const error = asAppError(thrown);
  if (error instanceof AppError) return { code: error.code, details: error.details };
  return { defect: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

/** Buffers of the answer that change threads instead of being copied. */
function buffersOf(value: unknown): ArrayBuffer[] {
  const parts = value instanceof Uint8Array ? [value] : typeof value === 'object' && value !== null ? Object.values(value) : [];
  return parts.flatMap((part) => {
    if (!(part instanceof Uint8Array) || !(part.buffer instanceof ArrayBuffer)) return [];
    return part.byteLength === part.buffer.byteLength ? [part.buffer] : [];
  });
}

function start(settings: ConnectionSettings): Operations {
  const connection = openMigrated(settings);
  return {
    ...documentOperations(connection),
    ...recordOperations(connection),
    ping: () => void connection.statement('SELECT 1').get(),
    close: () => {
      connection.statement('PRAGMA wal_checkpoint(TRUNCATE)').all();
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

try {
  const operations = start(workerData as ConnectionSettings);
  port.on('message', ({ id, name, argument }: Question) => {
    try {
      const operation = operations[name as keyof Operations] as (argument: unknown) => unknown;
      const value = operation(argument);
      port.postMessage({ id, value } satisfies Answer, buffersOf(value));
      if (name === 'close') port.close();
    } catch (error) {
      port.postMessage({ id, failure: failureOf(error) } satisfies Answer);
    }
  });
  port.postMessage({ ready: true } satisfies Answer);
} catch (error) {
  port.postMessage({ ready: false, failure: failureOf(error) } satisfies Answer);
}
