// People of every role for tests of permission: put into the database of a running server as its verbs would, each with a session.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { ActorKind } from '@cocrea/shared/domain/actor-kind.ts';
import type { Role } from '@cocrea/shared/domain/role.ts';
import { demoLab, type RunningServer } from './server.ts';
import { openDatabase, type ServerDatabase } from './server-database.ts';

export interface Player {
  readonly personId: string;
  /** Bearer token; null for a passer-by. */
  readonly token: string | null;
}

export interface Part {
  readonly role: Role;
  /** `otro` without it. */
  readonly actorKind?: ActorKind;
  readonly lab?: string;
  readonly subTableId?: string;
  readonly removed?: boolean;
  /** Milliseconds since 1970 at which the session ended; far in the future without it. */
  readonly sessionEndedAt?: number;
}

export class Cast implements Disposable {
  readonly #database: ServerDatabase;

  constructor(server: Pick<RunningServer, 'dataDir'>) {
    this.#database = openDatabase(server.dataDir);
  }

  /** A lab without documents, for people who belong elsewhere. */
  lab(id: string): void {
    const facts = this.#database.prepare('SELECT facts FROM labs WHERE id = ?').get(demoLab)?.['facts'] ?? '{}';
    this.#database
      .prepare('INSERT INTO labs (id, name, facts, demo, created_at) VALUES (?, ?, ?, 0, ?)')
      .run(id, id, facts, Date.now());
  }

  person({ role, actorKind = 'otro', lab = demoLab, subTableId, removed = false, sessionEndedAt }: Part): Player {
    const personId = randomUUID();
    const token = randomBytes(32).toString('base64url');
    const now = Date.now();
    const name = `Persona ${personId.slice(0, 8)}`;
    this.#database.exec('BEGIN');
    this.#database
      .prepare('INSERT INTO people (id, name, actor_kind, color, created_at) VALUES (?, ?, ?, 0, ?)')
      .run(personId, name, actorKind, now);
    this.#database
      .prepare(
        'INSERT INTO memberships (lab_id, person_id, role, sub_table_id, folded_name, joined_at, removed_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(lab, personId, role, subTableId ?? null, removed ? null : name.toLowerCase(), now, removed ? now : null);
    this.#database
      .prepare(
        "INSERT INTO sessions (secret_hash, person_id, kind, created_at, seen_at, expires_at) VALUES (?, ?, 'token', ?, ?, ?)",
      )
      .run(createHash('sha256').update(token).digest('hex'), personId, now, now + 1, sessionEndedAt ?? now + 86_400_000);
    this.#database.exec('COMMIT');
    return { personId, token };
  }

  /** Whoever they spoke for until now, from here on they speak as one of that kind. */
  becomes(personId: string, actorKind: ActorKind): void {
    this.#database.prepare('UPDATE people SET actor_kind = ? WHERE id = ?').run(actorKind, personId);
  }

  /** One more sub-table of the lab, that nobody has opened; its number. */
  table(lab = demoLab): number {
    const last = this.#database.prepare('SELECT max(no) AS no FROM sub_tables WHERE lab_id = ?').get(lab)?.['no'];
    const no = Number(last ?? 0) + 1;
    this.#database
      .prepare(
        `INSERT INTO sub_tables (id, lab_id, no, theme, questions, notes_document_id)
         SELECT lab_id || '.submesa-' || ?, lab_id, ?, 'Tema ' || ?, questions, notes_document_id FROM sub_tables WHERE lab_id = ? AND no = 1`,
      )
      .run(no, no, no, lab);
    return no;
  }

  /** One more sub-table with the questions it asks. */
  tableWithQuestions(lab = demoLab): { no: number; questions: string[] } {
    const no = this.table(lab);
    const row = this.#database.prepare('SELECT questions FROM sub_tables WHERE lab_id = ? AND no = ?').get(lab, no);
    return { no, questions: JSON.parse(String(row?.['questions'])) as string[] };
  }

  /** A table that was closed, as if it had not been: for what only an open one takes. */
  reopen(no: number, lab = demoLab): void {
    this.#database
      .prepare(
        `UPDATE table_sessions SET phase = 'q1', closed_at = NULL, result_document_id = NULL
         WHERE sub_table_id = (SELECT id FROM sub_tables WHERE lab_id = ? AND no = ?)`,
      )
      .run(lab, no);
  }

  [Symbol.dispose](): void {
    this.#database.close();
  }
}
