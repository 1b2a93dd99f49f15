// Keeps a version of a text when it has come to rest: nobody wrote for a while, after somebody did. A version is a row that names a moment; the
// text is in the log. What was about to come to rest when the server stopped is found when it starts again. Each node looks; the version is one.
import { createHash } from 'node:crypto';
import { versionsTooMany } from '@cocrea/shared/domain/thinned-versions.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { RoomWatch } from '../realtime/ports.ts';
import type { Ledger } from '../storage/ledger.ts';
import type { HistoryLimits } from './limits.ts';
import type { HistoryDesk } from './ports.ts';

interface QuietParts {
  readonly rooms: Pick<RoomWatch, 'onTextCommitted'>;
  readonly limits: Pick<HistoryLimits, 'quietMinutes'>;
  readonly log: { error(facts: object, sentence: string): void };
}

interface Written {
  seq: number;
  /** Milliseconds since 1970, of the last row. */
  at: number;
  timer: NodeJS.Timeout;
}

type QuietDesk = Ledger & Pick<HistoryDesk, 'documents'>;

export interface QuietMoments {
  /** Resolves when every text that rests since before is kept. */
  readonly begun: Promise<void>;
  close(): void;
}

export function keepQuietMoments(desk: QuietDesk, { rooms, limits, log }: QuietParts): QuietMoments {
  const quiet = limits.quietMinutes * 60_000;
  const written = new Map<string, Written>();
  let closed = false;

  const stop = rooms.onTextCommitted(({ documentId, seq, at, here }) => {
    const known = written.get(documentId);
    if (!here) {
      // Written through another node, which keeps it when it rests.
      clearTimeout(known?.timer);
      written.delete(documentId);
      return;
    }
    // Its timer looks again when it is up: nothing is done for a key but this.
    if (known === undefined) wait(documentId, { seq, at });
    else Object.assign(known, { seq, at });
  });

  function wait(documentId: string, { seq, at }: { seq: number; at: number }): void {
    if (closed) return;
    const timer = setTimeout(() => void rested(documentId), Math.max(0, Math.min(quiet, at + quiet - desk.now())));
    timer.unref();
    written.set(documentId, { seq, at, timer });
  }

  async function rested(documentId: string): Promise<void> {
    const last = written.get(documentId);
    written.delete(documentId);
    if (last === undefined || closed) return;
    if (desk.now() - last.at < quiet) {
      wait(documentId, last);
      return;
    }
    await keepOnce(documentId, last).catch((error: unknown) => {
      log.error({ err: error, documentId }, 'An automatic version could not be kept.');
    });
  }

  /** Another node may keep it in the same breath, under the same id. */
  async function keepOnce(documentId: string, last: Pick<Written, 'seq' | 'at'>): Promise<void> {
    await keep(documentId, last).catch((error: unknown) => {
      if (!(error instanceof AppError && error.code === 'id_taken')) throw error;
    });
  }

  async function keep(documentId: string, { seq, at }: { seq: number; at: number }): Promise<void> {
    const subject = await desk.documents.of(documentId);
    // A fork has no versions: it is somebody's own, and follows its draft.
    if (subject === null) return;
    const { database, records } = desk;
    const versions = await records.read(
      database.selectFrom('draft_versions').where('document_id', '=', documentId).select(['id', 'seq', 'at', 'kind']).compile(),
    );
    if (versions.some((version) => version.seq >= seq)) return;
    const id = idOfMoment(documentId, seq);
    const automatic = versions.filter(({ kind }) => kind === 'automatic');
    const dropped = versionsTooMany([...automatic, { id, at }], desk.now());
    const row = { id, lab_id: subject.labId, document_id: documentId, seq, kind: 'automatic' as const, at };
    await records.record({
      labId: null,
      commandId: id,
      statements: [
        { query: database.insertInto('draft_versions').values(row).compile() },
        ...dropped.map((one) => ({
          query: database.deleteFrom('draft_versions').where('id', '=', one).where('kind', '=', 'automatic').compile(),
        })),
      ],
      events: [],
    });
  }

  /** Texts that changed after their last version, as the server finds them when it starts. */
  async function begin(): Promise<void> {
    const { database, records } = desk;
    const query = database
      .selectFrom('yjs_documents as text')
      .innerJoin('documents', 'documents.id', 'text.id')
      .leftJoin('draft_versions as version', (join) =>
        join.onRef('version.document_id', '=', 'text.id').onRef('version.seq', '>=', 'text.last_seq'),
      )
      .where('version.id', 'is', null)
      // The first row is how it was founded.
      .where('text.last_seq', '>', 1)
      .select(['text.id', 'text.last_seq as seq', 'text.updated_at as at']);
    const texts = await records.read(query.compile());
    for (const { id, ...last } of texts) {
      if (written.has(id)) continue;
      if (desk.now() - last.at < quiet) wait(id, last);
      else await keepOnce(id, last);
    }
  }

  const begun = begin().catch((error: unknown) => {
    if (!closed) log.error({ err: error }, 'Texts that came to rest before could not be looked for.');
  });
  return {
    begun,
    close: () => {
      closed = true;
      stop();
      for (const { timer } of written.values()) clearTimeout(timer);
    },
  };
}

/** The same on every node; in the form of every id of a version (RFC 9562, version 8). */
function idOfMoment(documentId: string, seq: number): string {
  const hash = createHash('sha256').update(`${documentId} ${seq}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
