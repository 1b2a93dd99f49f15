// What every document store promises, sentence by sentence of its port. An adapter gives a way to open it, to open its data a second
// time, and to damage what it stored; everything else is asked through the port.
// One file, because it is one port read from its first sentence to its last.
import { AppError, type ErrorCode } from '@cocrea/shared/errors.ts';
import type { Append, DocumentStore, NewDocument } from '@cocrea/server/src/storage/document-store.ts';
import { momentsOfRows, unpackStoredRows } from '@cocrea/server/src/storage/stored-rows.ts';
import { unpackRows } from '@cocrea/server/src/storage/whole-document.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

/** What is to be damaged of a document; `lost` removes it, otherwise one of its bytes is changed. */
export type Damage = { readonly snapshot: number } | { readonly row: number; readonly lost?: true } | 'history';

export interface StoreUnderTest {
  readonly store: DocumentStore;
  /** Another store over the same data, while the first is open: the same reopened, or a second process. */
  another(): Promise<DocumentStore>;
  damage(documentId: string, what: Damage): Promise<void>;
  close(): Promise<void>;
}

const encoder = new TextEncoder();
const bytes = (text: string): Uint8Array => encoder.encode(text);
const born = (documentId: string): NewDocument => ({
  documentId,
  generation: `generation-of-${documentId}`,
  at: 1000,
  firstUpdate: bytes('first'),
  clients: [{ clientId: 1, userId: 'server' }],
});
const row = (documentId: string, seq: number): Append => ({
  documentId,
  seq,
  at: 1000 + seq,
  updates: [bytes(`${documentId} ${seq} one`), bytes(`${documentId} ${seq} two`)],
  newClients: [],
});
const stored = ({ seq, at, updates }: Append) => ({ seq, at, updates });
const firstRow = { seq: 1, at: 1000, updates: [bytes('first')] };

async function codeOf(failing: Promise<unknown>): Promise<ErrorCode> {
  try {
    await failing;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  throw new Error('it should have failed');
}

export function documentStoreContract(adapter: string, open: () => Promise<StoreUnderTest>): void {
  describe(`document store: ${adapter}`, () => {
    let subject: StoreUnderTest;
    let store: DocumentStore;

    beforeEach(async () => {
      subject = await open();
      store = subject.store;
    });
    afterEach(() => subject.close());

    /** A document with rows 2 to `lastSeq`, each in its own flush. */
    const written = async (documentId: string, lastSeq: number): Promise<void> => {
      await store.create(born(documentId));
      for (let seq = 2; seq <= lastSeq; seq += 1) await store.append([row(documentId, seq)]);
    };
    const snapshot = (documentId: string, seq: number, base: number | null) =>
      store.writeSnapshot({ documentId, base, seq, at: 5000, update: bytes(`state at ${seq}`) });
    const rows = (documentId: string, fromSeq: number, toSeq: number) =>
      Array.from({ length: toSeq - fromSeq + 1 }, (_, index) => stored(row(documentId, fromSeq + index)));

    describe('create', () => {
      test('a document is born whole: generation, first row, owners', async () => {
        await store.create(born('a'));
        expect(await store.load('a')).toEqual({
          documentId: 'a',
          generation: 'generation-of-a',
          snapshot: null,
          tail: [firstRow],
          lastSeq: 1,
          clients: new Map([[1, 'server']]),
          damage: [],
        });
      });

      test('a second one of the same id is refused and the first stands', async () => {
        await written('a', 3);
        const second = {
          ...born('a'),
          generation: 'other',
          firstUpdate: bytes('other'),
          clients: [{ clientId: 9, userId: 'x' }],
        };
        expect(await codeOf(store.create(second))).toBe('id_taken');
        const loaded = await store.load('a');
        expect(loaded?.generation).toBe('generation-of-a');
        expect(loaded?.lastSeq).toBe(3);
        expect(loaded?.clients).toEqual(new Map([[1, 'server']]));
      });
    });

    describe('append', () => {
      test('rows of several documents in one batch, each in its order, bytes as they were', async () => {
        await store.create(born('a'));
        await store.create(born('b'));
        const big = crypto.getRandomValues(new Uint8Array(65536));
        const odd = { ...row('a', 4), updates: [new Uint8Array(0), big, Uint8Array.of(0), new Uint8Array(1_000_000).fill(7)] };
        await store.append([row('a', 2), row('b', 2), row('a', 3), odd]);
        expect((await store.load('a'))?.tail).toEqual([firstRow, ...rows('a', 2, 3), stored(odd)]);
        expect((await store.load('b'))?.tail).toEqual([firstRow, ...rows('b', 2, 2)]);
        expect((await store.load('a'))?.lastSeq).toBe(4);
      });

      test('updates that are views of a larger buffer are stored as what they show, and stay usable', async () => {
        await store.create(born('a'));
        const whole = bytes('..seen..');
        const view = whole.subarray(2, 6);
        await store.append([{ ...row('a', 2), updates: [view] }]);
        expect(view).toEqual(bytes('seen'));
        expect((await store.load('a'))?.tail[1]?.updates).toEqual([bytes('seen')]);
      });

      test('a batch of nothing is nothing', async () => {
        await store.create(born('a'));
        await store.append([]);
        expect((await store.load('a'))?.lastSeq).toBe(1);
      });

      test.each([
        ['taken', 2],
        ['skipped', 4],
      ])('a seq that is %s: stale, and nothing of the batch is stored', async (_, seq) => {
        await written('a', 2);
        await store.create(born('b'));
        const newcomer = { ...row('b', 2), newClients: [{ clientId: 77, userId: 'u' }] };
        expect(await codeOf(store.append([newcomer, row('a', seq), row('b', 3)]))).toBe('stale');
        expect((await store.load('a'))?.tail).toEqual([firstRow, ...rows('a', 2, 2)]);
        const other = await store.load('b');
        expect(other?.tail).toEqual([firstRow]);
        expect(other?.clients.has(77)).toBe(false);
        expect(await store.lastChanges(['b'])).toEqual(new Map([['b', 1000]]));
      });

      test('a hole inside one batch: stale, and nothing is stored', async () => {
        await store.create(born('a'));
        expect(await codeOf(store.append([row('a', 2), row('a', 4)]))).toBe('stale');
        expect((await store.load('a'))?.lastSeq).toBe(1);
      });

      test('an unknown document: not found, nothing of the batch stored, and nothing created', async () => {
        await store.create(born('a'));
        expect(await codeOf(store.append([row('a', 2), row('ghost', 2)]))).toBe('document_not_found');
        expect((await store.load('a'))?.lastSeq).toBe(1);
        expect(await store.load('ghost')).toBeNull();
      });

      test('after a refusal the next batch is stored as if nothing had been', async () => {
        await store.create(born('a'));
        expect(await codeOf(store.append([row('a', 5)]))).toBe('stale');
        await store.append([row('a', 2)]);
        expect((await store.load('a'))?.lastSeq).toBe(2);
      });

      test('two who write the same seq: one is stored, the other told, and the log has no hole', async () => {
        await store.create(born('a'));
        const other = await subject.another();
        for (let seq = 2; seq <= 20; seq += 1) {
          const outcomes = await Promise.allSettled([
            store.append([row('a', seq)]),
            other.append([{ ...row('a', seq), updates: [bytes('of the other')] }]),
          ]);
          expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
        }
        expect((await store.load('a'))?.tail.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
      });

      test('flushes asked one after the other, without waiting, are stored in that order', async () => {
        await store.create(born('a'));
        await Promise.all([2, 3, 4, 5].map((seq) => store.append([row('a', seq)])));
        expect((await store.load('a'))?.tail).toEqual([firstRow, ...rows('a', 2, 5)]);
      });
    });

    describe('owners of clientIDs', () => {
      test('all that ever wrote are known, from the first to the largest id, also after their rows are archived', async () => {
        await store.create(born('a'));
        await store.append([{ ...row('a', 2), newClients: [{ clientId: 0, userId: 'ana' }] }]);
        await store.append([{ ...row('a', 3), newClients: [{ clientId: 4294967295, userId: 'ñandú' }] }]);
        await snapshot('a', 2, null);
        await snapshot('a', 3, 2);
        await store.archive('a');
        const owners = new Map([
          [1, 'server'],
          [0, 'ana'],
          [4294967295, 'ñandú'],
        ]);
        expect((await store.load('a'))?.clients).toEqual(owners);
      });

      test('a clientID stays with the first who used it', async () => {
        await store.create(born('a'));
        await store.append([{ ...row('a', 2), newClients: [{ clientId: 5, userId: 'ana' }] }]);
        await store.append([{ ...row('a', 3), newClients: [{ clientId: 5, userId: 'luis' }] }]);
        expect((await store.load('a'))?.clients.get(5)).toBe('ana');
      });

      test('the same clientID may be another person in another document', async () => {
        await store.create(born('a'));
        await store.create(born('b'));
        await store.append([
          { ...row('a', 2), newClients: [{ clientId: 5, userId: 'ana' }] },
          { ...row('b', 2), newClients: [{ clientId: 5, userId: 'luis' }] },
        ]);
        expect((await store.load('b'))?.clients.get(5)).toBe('luis');
      });
    });

    describe('load', () => {
      test('an unknown document is null', async () => {
        expect(await store.load('ghost')).toBeNull();
      });

      test('the snapshot and only the rows after it', async () => {
        await written('a', 6);
        expect(await snapshot('a', 4, null)).toBe(true);
        const loaded = await store.load('a');
        expect(loaded?.snapshot).toEqual({ seq: 4, update: bytes('state at 4') });
        expect(loaded?.tail).toEqual(rows('a', 5, 6));
        expect(loaded?.lastSeq).toBe(6);
      });

      test('what is given out is the caller’s own: changing it changes nothing stored', async () => {
        await written('a', 3);
        await snapshot('a', 2, null);
        const mine = await store.load('a');
        mine?.snapshot?.update.fill(0);
        mine?.tail[0]?.updates[0]?.fill(0);
        const again = await store.load('a');
        expect(again?.snapshot?.update).toEqual(bytes('state at 2'));
        expect(again?.tail).toEqual(rows('a', 3, 3));
      });

      test('another store over the same data gives the same', async () => {
        await written('a', 7);
        await snapshot('a', 3, null);
        await snapshot('a', 5, 3);
        await store.archive('a');
        const other = await subject.another();
        expect(await other.load('a')).toEqual(await store.load('a'));
        expect(await other.history('a', { fromSeq: 1, toSeq: 7 })).toEqual([firstRow, ...rows('a', 2, 7)]);
        await other.append([row('a', 8)]);
        expect((await store.load('a'))?.lastSeq).toBe(8);
      });

      test.each<{ what: string; damage: Damage }>([
        { what: 'a damaged row', damage: { row: 3 } },
        { what: 'a missing row', damage: { row: 3, lost: true } },
        { what: 'a missing last row', damage: { row: 5, lost: true } },
        { what: 'a missing first row', damage: { row: 1, lost: true } },
      ])('[DU3] $what of a document without snapshot: refused whole, and the failed load writes nothing', async ({ damage }) => {
        await written('a', 5);
        await written('b', 2);
        await subject.damage('a', damage);
        for (let again = 0; again < 3; again += 1) expect(await codeOf(store.load('a'))).toBe('document_damaged');
        expect(await codeOf(store.create(born('a')))).toBe('id_taken');
        // What can still be read is as it was, and so are the others.
        expect(await store.history('a', { fromSeq: 2, toSeq: 2 })).toEqual(rows('a', 2, 2));
        expect((await store.load('b'))?.lastSeq).toBe(2);
      });

      test('[DU3] a damaged row after the snapshot: refused, not served without it', async () => {
        await written('a', 6);
        await snapshot('a', 4, null);
        await subject.damage('a', { row: 6 });
        expect(await codeOf(store.load('a'))).toBe('document_damaged');
      });

      test('a damaged row before the snapshot costs nothing', async () => {
        await written('a', 6);
        await snapshot('a', 4, null);
        await subject.damage('a', { row: 2 });
        expect((await store.load('a'))?.tail).toEqual(rows('a', 5, 6));
      });

      test('[DU5] a damaged snapshot falls back to the previous one and the rows after it, and says so', async () => {
        await written('a', 8);
        await snapshot('a', 3, null);
        await snapshot('a', 6, 3);
        await store.archive('a');
        await subject.damage('a', { snapshot: 6 });
        const loaded = await store.load('a');
        expect(loaded?.snapshot).toEqual({ seq: 3, update: bytes('state at 3') });
        expect(loaded?.tail).toEqual(rows('a', 4, 8));
        expect(loaded?.damage).toHaveLength(1);
        expect(loaded?.damage[0]).toContain('6');
      });

      test('[DU5] the only snapshot damaged: the rows from the first on give the document', async () => {
        await written('a', 5);
        await snapshot('a', 4, null);
        await subject.damage('a', { snapshot: 4 });
        const loaded = await store.load('a');
        expect(loaded?.snapshot).toBeNull();
        expect(loaded?.tail).toEqual([firstRow, ...rows('a', 2, 5)]);
        expect(loaded?.damage).toHaveLength(1);
      });

      test('[DU5] both snapshots damaged: history and log give the document', async () => {
        await written('a', 8);
        await snapshot('a', 3, null);
        await snapshot('a', 6, 3);
        await store.archive('a');
        await subject.damage('a', { snapshot: 3 });
        await subject.damage('a', { snapshot: 6 });
        const loaded = await store.load('a');
        expect(loaded?.snapshot).toBeNull();
        expect(loaded?.tail).toEqual([firstRow, ...rows('a', 2, 8)]);
        expect(loaded?.damage).toHaveLength(2);
      });

      test('[DU5] nothing left that gives it whole: refused, never served as an empty document', async () => {
        await written('a', 8);
        await snapshot('a', 3, null);
        await snapshot('a', 6, 3);
        await store.archive('a');
        await subject.damage('a', { snapshot: 3 });
        await subject.damage('a', { snapshot: 6 });
        await subject.damage('a', 'history');
        expect(await codeOf(store.load('a'))).toBe('document_damaged');
      });

      test('[CO4] opening never reads history: damaged, it is not even noticed', async () => {
        await written('a', 8);
        await snapshot('a', 3, null);
        await snapshot('a', 6, 3);
        await store.archive('a');
        await subject.damage('a', 'history');
        const loaded = await store.load('a');
        expect(loaded?.snapshot?.seq).toBe(6);
        expect(loaded?.tail).toEqual(rows('a', 7, 8));
        expect(loaded?.damage).toEqual([]);
        expect(await codeOf(store.history('a', { fromSeq: 1, toSeq: 8 }))).toBe('document_damaged');
      });
    });

    describe('writeSnapshot', () => {
      test('only on the base the work began from; the first to come stands', async () => {
        await written('a', 6);
        expect(await snapshot('a', 3, 2)).toBe(false);
        expect(await snapshot('a', 3, null)).toBe(true);
        expect(await snapshot('a', 4, null)).toBe(false);
        expect(await snapshot('a', 5, 3)).toBe(true);
        expect(await snapshot('a', 6, 3)).toBe(false);
        expect((await store.load('a'))?.snapshot).toEqual({ seq: 5, update: bytes('state at 5') });
      });

      test('a snapshot that does not reach beyond its base is none', async () => {
        await written('a', 4);
        await snapshot('a', 3, null);
        expect(await snapshot('a', 3, 3)).toBe(false);
        expect(await snapshot('a', 2, 3)).toBe(false);
      });

      test('a snapshot of what is not stored yet is refused', async () => {
        await written('a', 4);
        expect(await codeOf(snapshot('a', 5, null))).toBe('stale');
        expect((await store.load('a'))?.snapshot).toBeNull();
      });

      test('it deletes nothing', async () => {
        await written('a', 5);
        await snapshot('a', 3, null);
        await snapshot('a', 5, 3);
        expect(await store.history('a', { fromSeq: 1, toSeq: 5 })).toEqual([firstRow, ...rows('a', 2, 5)]);
        await subject.damage('a', { snapshot: 5 });
        expect((await store.load('a'))?.snapshot?.seq).toBe(3);
      });

      test('[DU5] a damaged snapshot counts as none: work that began from the one before it takes its place', async () => {
        await written('a', 6);
        await snapshot('a', 3, null);
        await snapshot('a', 6, 3);
        await subject.damage('a', { snapshot: 6 });
        expect(await snapshot('a', 6, 3)).toBe(true);
        const loaded = await store.load('a');
        expect(loaded?.snapshot).toEqual({ seq: 6, update: bytes('state at 6') });
        expect(loaded?.damage).toEqual([]);
      });

      test('an unknown document is not found', async () => {
        expect(await codeOf(snapshot('ghost', 1, null))).toBe('document_not_found');
      });
    });

    describe('archive and history', () => {
      test('with fewer than two snapshots nothing is moved', async () => {
        await written('a', 4);
        await store.archive('a');
        await snapshot('a', 3, null);
        await store.archive('a');
        await subject.damage('a', { snapshot: 3 });
        expect((await store.load('a'))?.tail).toEqual([firstRow, ...rows('a', 2, 4)]);
      });

      test('rows up to the last snapshot but one move, those between stay, older snapshots go; twice is as once', async () => {
        await written('a', 9);
        await snapshot('a', 2, null);
        await snapshot('a', 5, 2);
        await snapshot('a', 8, 5);
        await store.archive('a');
        await store.archive('a');
        expect(await store.history('a', { fromSeq: 1, toSeq: 9 })).toEqual([firstRow, ...rows('a', 2, 9)]);
        // The rows after 5 are still in the log: history is not needed to fall back.
        await subject.damage('a', 'history');
        await subject.damage('a', { snapshot: 8 });
        expect((await store.load('a'))?.tail).toEqual(rows('a', 6, 9));
        // The snapshot at 2 is gone: nothing before 5 is left to fall back to.
        await subject.damage('a', { snapshot: 5 });
        expect(await codeOf(store.load('a'))).toBe('document_damaged');
      });

      test('[DU5] a damaged snapshot counts as none: what a load falls back to is kept', async () => {
        await written('a', 9);
        await snapshot('a', 2, null);
        await snapshot('a', 5, 2);
        await subject.damage('a', { snapshot: 5 });
        await snapshot('a', 8, 2);
        await store.archive('a');
        await subject.damage('a', { snapshot: 8 });
        const loaded = await store.load('a');
        expect(loaded?.snapshot?.seq).toBe(2);
        expect(loaded?.tail).toEqual(rows('a', 3, 9));
      });

      test('history gives any range, inclusive, joined from history and log, and no more than there is', async () => {
        await written('a', 12);
        await snapshot('a', 4, null);
        await snapshot('a', 7, 4);
        await store.archive('a');
        await snapshot('a', 10, 7);
        await store.archive('a');
        expect(await store.history('a', { fromSeq: 3, toSeq: 3 })).toEqual(rows('a', 3, 3));
        expect(await store.history('a', { fromSeq: 4, toSeq: 9 })).toEqual(rows('a', 4, 9));
        expect(await store.history('a', { fromSeq: 0, toSeq: 99 })).toEqual([firstRow, ...rows('a', 2, 12)]);
        expect(await store.history('a', { fromSeq: 13, toSeq: 99 })).toEqual([]);
        expect(await store.history('a', { fromSeq: 9, toSeq: 4 })).toEqual([]);
      });

      test('its head tells the last row and the owners of its clientIDs, and nothing is read of its text for it', async () => {
        await written('a', 9);
        await subject.damage('a', { row: 3 });
        expect(await store.head('a')).toEqual({ lastSeq: 9, clients: new Map([[1, 'server']]) });
        expect(await store.head('ghost')).toBeNull();
      });

      test('packed, history is the same rows in bytes of their own, and is refused where it would be', async () => {
        await written('a', 12);
        await snapshot('a', 4, null);
        await snapshot('a', 7, 4);
        await store.archive('a');
        const packed = await store.packedHistory('a', { fromSeq: 3, toSeq: 9 });
        expect(packed.byteLength).toBe(packed.buffer.byteLength);
        expect(packed.buffer).toBeInstanceOf(SharedArrayBuffer);
        expect(unpackRows(unpackStoredRows(packed))).toEqual(rows('a', 3, 9));
        expect(momentsOfRows(packed)).toEqual(rows('a', 3, 9).map(({ seq, at }) => ({ seq, at })));
        expect(momentsOfRows(await store.packedHistory('a', { fromSeq: 13, toSeq: 99 }))).toEqual([]);
        await subject.damage('a', { row: 11 });
        expect(await codeOf(store.packedHistory('a', { fromSeq: 1, toSeq: 12 }))).toBe('document_damaged');
        expect(await codeOf(store.packedHistory('ghost', { fromSeq: 1, toSeq: 9 }))).toBe('document_not_found');
      });

      test('a damaged row is moved as it is: history refuses it, and only it', async () => {
        await written('a', 9);
        await subject.damage('a', { row: 3 });
        await snapshot('a', 5, null);
        await snapshot('a', 8, 5);
        await store.archive('a');
        expect(await codeOf(store.history('a', { fromSeq: 1, toSeq: 9 }))).toBe('document_damaged');
        expect(await store.history('a', { fromSeq: 4, toSeq: 9 })).toEqual(rows('a', 4, 9));
        expect((await store.load('a'))?.lastSeq).toBe(9);
      });

      test('an unknown document is not found', async () => {
        expect(await codeOf(store.archive('ghost'))).toBe('document_not_found');
        expect(await codeOf(store.history('ghost', { fromSeq: 1, toSeq: 9 }))).toBe('document_not_found');
      });
    });

    describe('since', () => {
      test('[NO2] gives every row after one, with who is new in them, out of history and log alike', async () => {
        await written('a', 3);
        await store.append([{ ...row('a', 4), newClients: [{ clientId: 7, userId: 'ana' }] }]);
        await store.append([{ ...row('a', 5), newClients: [{ clientId: 8, userId: 'luis' }] }]);
        const asked = await store.since('a', 4);
        expect(asked).toEqual({ generation: 'generation-of-a', rows: rows('a', 5, 5), clients: new Map([[8, 'luis']]) });
        await snapshot('a', 3, null);
        await snapshot('a', 5, 3);
        await store.archive('a');
        const all = await store.since('a', 0);
        expect(all?.rows).toEqual([firstRow, ...rows('a', 2, 5)]);
        expect(all?.clients.get(7)).toBe('ana');
      });

      test('[NO2] nothing came after the last, nor after one that is not there yet', async () => {
        await written('a', 2);
        const nothing = { generation: 'generation-of-a', rows: [], clients: new Map() };
        expect(await store.since('a', 2)).toEqual(nothing);
        expect(await store.since('a', 9)).toEqual(nothing);
      });

      test('an unknown document is null', async () => {
        expect(await store.since('ghost', 0)).toBeNull();
      });

      test('[DU5] where a row cannot be read it is damaged, and never told with a hole', async () => {
        await written('a', 5);
        await subject.damage('a', { row: 4 });
        expect(await codeOf(store.since('a', 2))).toBe('document_damaged');
      });

      test('[NO2] what another wrote is there', async () => {
        await written('a', 2);
        const other = await subject.another();
        await other.append([row('a', 3)]);
        expect((await store.since('a', 2))?.rows).toEqual(rows('a', 3, 3));
        expect(await store.lastSeqs(['a', 'ghost'])).toEqual(new Map([['a', 3]]));
      });
    });

    test('lastChanges tells the time of the last row of those there are', async () => {
      await written('a', 4);
      await store.create(born('b'));
      expect(await store.lastChanges(['a', 'ghost', 'b'])).toEqual(
        new Map([
          ['a', 1004],
          ['b', 1000],
        ]),
      );
      expect(await store.lastChanges([])).toEqual(new Map());
    });
  });
}
