// Brings what is written into a draft to the forks that are open, and to one that is being opened; nothing goes the other way. Rows of the
// draft's text are given on as they are, with the people they belong to; a row a fork has already brings it nothing. Where several nodes have a
// fork open, whoever is first brings it the row, and the others find that it has it.
import { AppError } from '@cocrea/shared/errors.ts';
import type { CommittedText, HouseEdit, RoomWatch, RoomWriter } from '../realtime/ports.ts';
import type { DocumentStore } from '../storage/document-store.ts';
import type { Ledger } from '../storage/ledger.ts';
import { findFork, type Fork } from './forks.ts';

/** Milliseconds between two writes into one fork: what people type meanwhile goes with the next. */
const pause = 100;
/** Milliseconds between two looks for drafts that were written through another node: their rows are told here only where they are open here too. */
const lookedEvery = 2_000;
/** Milliseconds a fork that was opened is fed although nobody is in its room: they are on their way in. */
const arriving = 30_000;

interface Parts {
  readonly store: Pick<DocumentStore, 'load' | 'history'>;
  readonly rooms: Pick<RoomWatch, 'onTextCommitted' | 'presentIn'> & Pick<RoomWriter, 'write'>;
  /** Whether there are other nodes. */
  readonly isShared: boolean;
  readonly log: { warn(facts: object, sentence: string): void };
}

export interface ForkFeeder {
  /** Resolves when the fork has all that its draft said when it was asked, or when it cannot have it now; never rejects. */
  catchUp(forkId: string): Promise<void>;
  close(): void;
}

/** Rows of the draft's text as they were told; none where they are to be read. */
interface Given {
  readonly rows: readonly CommittedText[];
  /** Somebody is about to come in. */
  readonly isOpening?: boolean;
}

type Row = Pick<CommittedText, 'seq' | 'updates' | 'newClients'>;

export function createForkFeeder(ledger: Ledger, { store, rooms, isShared, log }: Parts): ForkFeeder {
  /** Forks somebody opened, by their draft, with when; and for each what waits for it. */
  const open = new Map<string, Map<string, number>>();
  const waiting = new Map<string, CommittedText[]>();
  const turns = new Map<string, Promise<void>>();
  let closed = false;

  const stop = rooms.onTextCommitted((row) => {
    const forks = open.get(row.documentId);
    if (forks === undefined || closed) return;
    for (const [forkId, openedAt] of forks) {
      const rows = waiting.get(forkId);
      if (rows !== undefined) rows.push(row);
      else if (!isOpen(forkId, openedAt)) forks.delete(forkId);
      else {
        waiting.set(forkId, [row]);
        void feed(forkId);
      }
    }
    if (forks.size === 0) open.delete(row.documentId);
  });

  const isOpen = (forkId: string, openedAt: number): boolean =>
    rooms.presentIn(forkId).length > 0 || ledger.now() - openedAt <= arriving;

  async function look(): Promise<void> {
    const opened = [...open.values()].flatMap((forks) => [...forks]);
    const ids = opened.filter(([forkId, openedAt]) => isOpen(forkId, openedAt)).map(([forkId]) => forkId);
    if (ids.length === 0) return;
    const { database, records } = ledger;
    const behind = database
      .selectFrom('suggestion_forks as fork')
      .innerJoin('yjs_documents as draft', 'draft.id', 'fork.draft_id')
      .where('fork.id', 'in', ids)
      .whereRef('draft.last_seq', '>', 'fork.body_seq')
      .select('fork.id');
    for (const { id } of await records.read(behind.compile())) if (!waiting.has(id)) void bring(id, { rows: [] });
  }
  // A store that cannot be asked now is asked again.
  const looking = isShared ? setInterval(() => void look().catch(() => undefined), lookedEvery).unref() : undefined;

  async function feed(forkId: string): Promise<void> {
    while (!closed) {
      const rows = waiting.get(forkId) ?? [];
      if (rows.length === 0) break;
      waiting.set(forkId, []);
      await bring(forkId, { rows });
      await new Promise((resolve) => setTimeout(resolve, pause).unref());
    }
    waiting.delete(forkId);
  }

  /** One at a time for each fork. */
  function bring(forkId: string, given: Given): Promise<void> {
    const turn = (turns.get(forkId) ?? Promise.resolve()).then(() =>
      write(forkId, given).catch((failure: unknown) => {
        if (closed) return;
        log.warn(
          { err: failure, forkId },
          'A fork did not get what was written into its draft; it will when it is opened again.',
        );
        // Whoever wrote there under a clientID that is somebody else's has cut their fork off: not tried again with every key.
        // Where the store names the text, other nodes were faster again and again, and it is tried with what comes next.
        const isCutOff = failure instanceof AppError && failure.code === 'stale' && failure.details['document'] === undefined;
        for (const forks of open.values()) if (isCutOff) forks.delete(forkId);
      }),
    );
    turns.set(forkId, turn);
    void turn.then(() => turns.get(forkId) === turn && turns.delete(forkId));
    return turn;
  }

  async function write(forkId: string, { rows: given, isOpening = false }: Given): Promise<void> {
    const fork = await findFork(ledger, forkId);
    if (fork === null) return;
    if (isOpening) open.set(fork.draftId, (open.get(fork.draftId) ?? new Map<string, number>()).set(forkId, ledger.now()));
    const upTo = given.at(-1)?.seq ?? (await lastSeqOf(fork.draftId));
    if (upTo <= fork.bodySeq) return;
    const rows = given.filter(({ seq }) => seq > fork.bodySeq);
    const whole = rows[0]?.seq === fork.bodySeq + 1 && rows.every(({ seq }, at) => seq === fork.bodySeq + 1 + at);
    await put(fork, whole ? rows : await readRows(fork, upTo));
  }

  async function put(fork: Fork, rows: readonly Row[]): Promise<void> {
    const last = rows.at(-1);
    if (last === undefined) return;
    const owners = new Map(
      rows.flatMap(({ newClients }) => newClients.map(({ clientId, userId }) => [clientId, userId] as const)),
    );
    const edits = rows.flatMap(({ updates }): HouseEdit[] =>
      updates.map((update) => ({ documentId: fork.id, update, userId: fork.authorId, owners })),
    );
    const { database, records } = ledger;
    const query = database
      .updateTable('suggestion_forks')
      .set({ body_seq: last.seq })
      .where('id', '=', fork.id)
      .where('body_seq', '<', last.seq);
    const written = rooms.write(edits, (appends) =>
      records.record({
        labId: null,
        commandId: `feed ${fork.id} ${last.seq}`,
        statements: [{ query: query.compile(), expectRows: 1 }],
        events: [],
        // Dated as what its author wrote last: that is what the date of a fork tells.
        appends: appends.map((append) => ({ ...append, at: fork.changedAt })),
      }),
    );
    await written.catch(async (failure: unknown) => {
      const isStale = failure instanceof AppError && failure.code === 'stale';
      if (!isStale || ((await findFork(ledger, fork.id))?.bodySeq ?? 0) < last.seq) throw failure;
    });
  }

  async function lastSeqOf(documentId: string): Promise<number> {
    const query = ledger.database.selectFrom('yjs_documents').where('id', '=', documentId).select('last_seq');
    const [row] = await ledger.records.read(query.compile());
    return row?.last_seq ?? 0;
  }

  async function readRows({ draftId, bodySeq }: Fork, upTo: number): Promise<Row[]> {
    const stored = await store.load(draftId);
    if (stored === null) throw new AppError('document_not_found');
    const newClients = [...stored.clients].map(([clientId, userId]) => ({ clientId, userId }));
    const history = await store.history(draftId, { fromSeq: bodySeq + 1, toSeq: upTo });
    return history.map(({ seq, updates }) => ({ seq, updates, newClients }));
  }

  return {
    catchUp: (forkId) => bring(forkId, { rows: [], isOpening: true }),
    close: () => {
      closed = true;
      clearInterval(looking);
      stop();
    },
  };
}
