// Looks at a database file without changing anything of it, also while a server writes in it: all that is read is of one moment.
import { existsSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import type { Connection } from './connection.ts';

/** Whether nobody has the file open, as far as can be seen: no log lies beside it. */
export function isAlone(file: string): boolean {
  return !existsSync(`${file}-wal`);
}

/** Throws what SQLite throws, for a file that is missing or is none. Writing over it throws. */
export function openReadOnly(file: string): Connection {
  const address = pathToFileURL(file);
  // Then not even the files that readers share are made.
  if (isAlone(file)) address.search = '?immutable=1';
  const database = new DatabaseSync(address, { readOnly: true, timeout: 5000 });
  const statements = new Map<string, StatementSync>();
  const refuse = (): never => {
    throw new Error('this connection only reads');
  };
  try {
    database.exec('BEGIN');
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    statement: (sql) => {
      const known = statements.get(sql) ?? database.prepare(sql);
      statements.set(sql, known);
      return known;
    },
    transaction: refuse,
    oneMoment: (work) => work(),
    database: () => database,
    close: () => database.close(),
  };
}
