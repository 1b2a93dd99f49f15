// What every record store promises: a change happens whole or not at all, once, and its events join the chain of their lab.
import { AppError, type ErrorCode } from '@cocrea/shared/errors.ts';
import type { LabEvent, NewEvent } from '@cocrea/shared/domain/event.ts';
import type { DocumentStore } from '@cocrea/server/src/storage/document-store.ts';
import type { createQueryBuilder } from '@cocrea/server/src/storage/query-builder.ts';
import type { Change, RecordStore } from '@cocrea/server/src/storage/record-store.ts';
import { verifyChain } from '@cocrea/server/src/storage/verify-chain.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

export interface RecordsUnderTest {
  readonly records: RecordStore;
  readonly documents: DocumentStore;
  readonly database: ReturnType<typeof createQueryBuilder>;
  /** Another store over the same data, like a second process. */
  another(): Promise<RecordStore>;
  close(): Promise<void>;
}

async function codeOf(failing: Promise<unknown>): Promise<ErrorCode> {
  try {
    await failing;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  throw new Error('it should have failed');
}

export function recordStoreContract(adapter: string, open: () => Promise<RecordsUnderTest>): void {
  describe(`record store: ${adapter}`, () => {
    let subject: RecordsUnderTest;
    let records: RecordStore;

    beforeEach(async () => {
      subject = await open();
      records = subject.records;
      await records.record(makeLab('lab'));
    });
    afterEach(() => subject.close());

    const event = (subjectId: string, data: NewEvent['data'] = {}): NewEvent => ({
      actorId: null,
      type: 'document.created',
      subjectId,
      data,
    });
    const insertLab = (id: string) =>
      subject.database.insertInto('labs').values({ id, name: id, facts: '{}', demo: 0, created_at: 1 }).compile();
    const makeLab = (id: string): Change => ({
      labId: id,
      commandId: `make-${id}`,
      statements: [{ query: insertLab(id), expectRows: 1 }],
      events: [{ actorId: null, type: 'lab.created', subjectId: id, data: {} }],
    });
    const note = (id: string, title = 'Notas') =>
      subject.database
        .insertInto('documents')
        .values({
          id,
          lab_id: 'lab',
          kind: 'free_note',
          title,
          draft_no: null,
          state: null,
          opens: null,
          participants_invited: 0,
          sub_table_id: null,
          created_at: 1,
        })
        .compile();
    /** The change the engine promises to keep together: a record, its event, and the document people will write in. */
    const createNote = (id: string, commandId = `create-${id}`): Change => ({
      labId: 'lab',
      commandId,
      statements: [{ query: note(id), expectRows: 1 }],
      events: [event(id, { kind: 'free_note', order: 3, invited: false, opens: null })],
      documents: [
        {
          documentId: id,
          generation: 'g',
          at: 9,
          firstUpdate: Uint8Array.of(1, 2, 3),
          clients: [{ clientId: 1, userId: 'server' }],
        },
      ],
    });
    const titles = async () => {
      const rows = await records.read(subject.database.selectFrom('documents').select(['id', 'title']).orderBy('id').compile());
      return rows.map(({ id, title }) => `${id}: ${title}`);
    };
    const eventsOf = (labId: string) => records.events(labId, { after: 0, limit: 1000 });
    const rename = (id: string, from: number, title: string) => ({
      query: subject.database
        .updateTable('documents')
        .set({ title, version: from + 1 })
        .where('id', '=', id)
        .where('version', '=', from)
        .compile(),
      expectRows: 1,
    });

    test('[RE2] record, event and Yjs document of a command commit together', async () => {
      const recorded = await records.record(createNote('n1'));
      expect(recorded.outcome).toBe('recorded');
      expect(await titles()).toEqual(['n1: Notas']);
      expect((await subject.documents.load('n1'))?.tail).toEqual([{ seq: 1, at: 9, updates: [Uint8Array.of(1, 2, 3)] }]);
      expect(await eventsOf('lab')).toEqual([expect.objectContaining({ seq: 1, type: 'lab.created' }), ...recorded.events]);
      expect(recorded.events[0]).toMatchObject({
        labId: 'lab',
        seq: 2,
        commandId: 'create-n1',
        data: { kind: 'free_note', order: 3, invited: false, opens: null },
      });
    });

    test('[RE2] the same command again is not done again: the events it left then', async () => {
      const first = await records.record(createNote('n1'));
      const again = await records.record({ ...createNote('n2'), commandId: 'create-n1' });
      expect(again).toEqual({ outcome: 'repeated', events: first.events });
      expect(await titles()).toEqual(['n1: Notas']);
      expect(await subject.documents.load('n2')).toBeNull();
      expect(await eventsOf('lab')).toHaveLength(2);
    });

    test('[RE2] the same command sent twice at once, through two stores, happens once', async () => {
      const other = await subject.another();
      const outcomes = await Promise.all([records, other, records, other].map((store) => store.record(createNote('n1'))));
      expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['recorded', 'repeated', 'repeated', 'repeated']);
      expect(await eventsOf('lab')).toHaveLength(2);
    });

    test('[RE2] a command id of one lab is free in another', async () => {
      await records.record(makeLab('other'));
      await records.record(createNote('n1', 'same'));
      const elsewhere = await records.record({ labId: 'other', commandId: 'same', statements: [], events: [event('x')] });
      expect(elsewhere.outcome).toBe('recorded');
      expect(elsewhere.events[0]?.seq).toBe(2);
    });

    test.each<{ what: string; code: ErrorCode; broken: (change: Change) => Change }>([
      {
        what: 'a statement in the middle touches no row',
        code: 'stale',
        broken: (change) => ({ ...change, statements: [...change.statements, rename('ghost', 1, 'x')] }),
      },
      {
        what: 'a primary key is taken',
        code: 'id_taken',
        broken: (change) => ({ ...change, statements: [...change.statements, { query: insertLab('lab') }] }),
      },
      {
        what: 'what a record points to is missing',
        code: 'stale',
        broken: (change) => ({
          ...change,
          statements: [
            ...change.statements,
            {
              query: subject.database
                .insertInto('memberships')
                .values({
                  lab_id: 'lab',
                  person_id: 'nobody',
                  role: 'observer',
                  sub_table_id: null,
                  folded_name: 'x',
                  joined_at: 1,
                  removed_at: null,
                  visited_seq: null,
                  visited_at: null,
                })
                .compile(),
            },
          ],
        }),
      },
      {
        what: 'the Yjs document exists',
        code: 'id_taken',
        broken: (change) => ({ ...change, documents: [...(change.documents ?? []), ...(createNote('born').documents ?? [])] }),
      },
    ])('[RE2] $what: $code, and neither record nor event nor document is there', async ({ code, broken }) => {
      await records.record(createNote('born'));
      expect(await codeOf(records.record(broken(createNote('n1'))))).toBe(code);
      expect(await titles()).toEqual(['born: Notas']);
      expect(await subject.documents.load('n1')).toBeNull();
      expect(await eventsOf('lab')).toHaveLength(2);
      // The same command can be tried again: nothing of it is remembered.
      expect((await records.record(createNote('n1'))).outcome).toBe('recorded');
    });

    const row = (documentId: string, seq: number) => ({
      documentId,
      seq,
      at: 10,
      updates: [Uint8Array.of(4, 5)],
      newClients: [{ clientId: 2, userId: 'ana' }],
    });

    test('[RE2] rows of texts commit with the records they belong to, and with them are undone', async () => {
      await records.record(createNote('n1'));
      const change: Change = {
        labId: 'lab',
        commandId: 'append-1',
        statements: [rename('n1', 1, 'Otro título')],
        events: [event('n1', {})],
        appends: [row('n1', 2)],
      };
      expect(await codeOf(records.record({ ...change, appends: [row('n1', 3)] }))).toBe('stale');
      expect(await titles()).toEqual(['n1: Notas']);
      expect((await records.record(change)).outcome).toBe('recorded');
      const stored = await subject.documents.load('n1');
      expect(stored?.tail.map(({ seq, updates }) => [seq, ...updates])).toEqual([
        [1, Uint8Array.of(1, 2, 3)],
        [2, Uint8Array.of(4, 5)],
      ]);
      expect(stored?.clients.get(2)).toBe('ana');
      expect((await records.record(change)).outcome).toBe('repeated');
      expect((await subject.documents.load('n1'))?.lastSeq).toBe(2);
    });

    test('[RE2] a sealed text takes no row any more, from nobody, and is sealed once', async () => {
      await records.record(createNote('n1'));
      const seal = (commandId: string): Change => ({
        labId: 'lab',
        commandId,
        statements: [],
        events: [event('n1', {})],
        seals: [{ documentId: 'n1', seq: 1 }],
      });
      await records.record(seal('seal-1'));
      expect(await codeOf(subject.documents.append([row('n1', 2)]))).toBe('document_frozen');
      expect(await codeOf(records.record({ ...seal('append-2'), seals: [], appends: [row('n1', 2)] }))).toBe('document_frozen');
      expect(await codeOf(records.record(seal('seal-2')))).toBe('document_frozen');
      expect((await subject.documents.load('n1'))?.lastSeq).toBe(1);
    });

    test('[NO2] a text into which others wrote meanwhile is not sealed, and nothing of the change happens', async () => {
      await records.record(createNote('n1'));
      const before = await records.events('lab', { after: 0, limit: 9 });
      await subject.documents.append([row('n1', 2)]);
      const seal = {
        labId: 'lab',
        commandId: 'seal',
        statements: [],
        events: [event('n1', {})],
        seals: [{ documentId: 'n1', seq: 1 }],
      };
      await expect(records.record(seal)).rejects.toMatchObject({ code: 'stale', details: { document: 'n1', lastSeq: 2 } });
      await subject.documents.append([row('n1', 3)]);
      expect(await records.events('lab', { after: 0, limit: 9 })).toEqual(before);
    });

    test('[RE2] a defect in a statement undoes the change as well, and the store lives on', async () => {
      const change = createNote('n1');
      const nonsense = { query: { ...note('n9'), sql: 'INSERT INTO nowhere VALUES (1)' } };
      await expect(records.record({ ...change, statements: [...change.statements, nonsense] })).rejects.toThrow('nowhere');
      expect(await titles()).toEqual([]);
      expect(await subject.documents.load('n1')).toBeNull();
      expect((await records.record(change)).outcome).toBe('recorded');
    });

    test('id_taken says which rule: the one who takes a name can be told so', async () => {
      await records.record(createNote('n1'));
      const failing = records.record({ labId: null, commandId: 'x', statements: [{ query: note('n1') }], events: [] });
      await expect(failing).rejects.toMatchObject({ code: 'id_taken', details: { constraint: 'documents.id' } });
    });

    test('a change outside any lab is done each time it is asked', async () => {
      const session = (hash: string): Change => ({
        labId: null,
        commandId: 'same',
        statements: [
          {
            query: subject.database
              .insertInto('setup_links')
              .values({ secret_hash: hash, created_at: 1, used_at: null })
              .compile(),
            expectRows: 1,
          },
        ],
        events: [],
      });
      expect(await records.record(session('one'))).toEqual({ outcome: 'recorded', events: [] });
      expect(await records.record(session('two'))).toEqual({ outcome: 'recorded', events: [] });
      expect(await records.read(subject.database.selectFrom('setup_links').selectAll().compile())).toHaveLength(2);
    });

    test('two who change the same version: one does, the other is told it is stale', async () => {
      await records.record(createNote('n1'));
      const other = await subject.another();
      const change = (title: string): Change => ({
        labId: 'lab',
        commandId: title,
        statements: [rename('n1', 1, title)],
        events: [event('n1')],
      });
      const outcomes = await Promise.allSettled([records.record(change('Ana')), other.record(change('Luis'))]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await eventsOf('lab')).toHaveLength(3);
    });

    test('events: those after a seq, oldest first, at most as many as asked', async () => {
      for (const id of ['a', 'b', 'c', 'd']) await records.record(createNote(id));
      const seqs = async (after: number, limit: number) => (await records.events('lab', { after, limit })).map(({ seq }) => seq);
      expect(await seqs(0, 10)).toEqual([1, 2, 3, 4, 5]);
      expect(await seqs(2, 2)).toEqual([3, 4]);
      expect(await seqs(5, 10)).toEqual([]);
      expect(await records.events('ghost', { after: 0, limit: 10 })).toEqual([]);
    });

    test('listeners hear events after the commit, in order, and no more once they stopped', async () => {
      const heard: LabEvent[] = [];
      const stop = records.onEvents((events) => heard.push(...events));
      await Promise.all(['a', 'b', 'c'].map((id) => records.record(createNote(id))));
      await records.record(createNote('a'));
      await records.record({ labId: null, commandId: 'quiet', statements: [], events: [] });
      expect(heard.map(({ seq }) => seq)).toEqual([2, 3, 4]);
      expect(heard).toEqual((await eventsOf('lab')).slice(1));
      stop();
      await records.record(createNote('d'));
      expect(heard).toHaveLength(3);
    });

    test('events of two labs, written by two stores at once, are two chains without holes that hold', async () => {
      await records.record(makeLab('other'));
      const other = await subject.another();
      await Promise.all(
        Array.from({ length: 40 }, (_, index) => {
          const store = index % 2 === 0 ? records : other;
          const labId = index % 3 === 0 ? 'other' : 'lab';
          return store.record({ labId, commandId: `c${index}`, statements: [], events: [event(`s${index}`), event('again')] });
        }),
      );
      expect((await eventsOf('lab')).map(({ seq }) => seq)).toEqual(Array.from({ length: 53 }, (_, index) => index + 1));
      const verdict = await verifyChain(subject);
      expect(verdict).toMatchObject({
        holds: true,
        labs: [
          { labId: 'lab', events: 53 },
          { labId: 'other', events: 29 },
        ],
      });
    });

    test('events cannot be changed or removed', async () => {
      const change = subject.database.updateTable('events').set({ subject_id: 'x' }).compile();
      const removal = subject.database.deleteFrom('events').compile();
      for (const query of [change, removal]) {
        await expect(records.record({ labId: null, commandId: 'c', statements: [{ query }], events: [] })).rejects.toThrow(
          'append-only',
        );
      }
      expect(await verifyChain(subject)).toMatchObject({ holds: true });
    });
  });
}
