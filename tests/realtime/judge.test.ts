// What the judge lets in and what it refuses, without sockets: each way an update can be bad, and agreement with Yjs on what is good.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '@cocrea/shared/errors.ts';
import { type Judgement, judge } from '@cocrea/server/src/realtime/judge.ts';
import { limitsWith } from '@cocrea/server/src/realtime/limits.ts';
import { joinUpdates } from '@cocrea/server/src/realtime/update/join-updates.ts';
import { RangeIndex } from '@cocrea/server/src/realtime/update/range-index.ts';
import { readStoredUpdate } from '@cocrea/server/src/realtime/update/read-update.ts';
import type { UpdateParts } from '@cocrea/server/src/realtime/update/update-parts.ts';
import * as Y from 'yjs';
import { bytes } from './support/raw-client.ts';
import { collected, item, rawUpdate, skipped, text } from './support/raw-update.ts';

const limits = limitsWith();
const at = (words: string): Uint8Array => text(words, { root: 'r' });

/** A room as the judge sees it. */
class Knowing {
  readonly clocks = new Map<number, number>();
  readonly owners = new Map<number, string>();
  deleted: RangeIndex | null = null;

  judge(update: Uint8Array, { userId = 'ana', complete = false } = {}): Judgement {
    return judge(update, {
      known: {
        clockOf: (client) => this.clocks.get(client) ?? 0,
        ownerOf: (client) => this.owners.get(client),
        deleted: this.deleted,
      },
      userId,
      limits,
      complete,
    });
  }

  take(update: UpdateParts, userId = 'ana'): void {
    for (const { client, end } of update.sections) {
      this.clocks.set(client, end);
      if (!this.owners.has(client)) this.owners.set(client, userId);
    }
    this.deleted?.add(update.deletes);
  }
}

function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'not refused';
}

describe('what is refused', () => {
  const bad: [string, string, Uint8Array][] = [
    ['nothing at all', 'update_malformed', bytes([])],
    ['bytes after the end', 'update_malformed', bytes([rawUpdate([{ client: 7, clock: 0, structs: [at('a')] }]), 0])],
    ['a struct that ends early', 'update_malformed', rawUpdate([{ client: 7, clock: 0, structs: [at('abc')] }]).subarray(0, 8)],
    ['text that is not UTF-8', 'update_malformed', rawUpdate([{ client: 7, clock: 0, structs: [item(4, 2, 0xc3, 0x28)] }])],
    ['a surrogate in UTF-8', 'update_malformed', rawUpdate([{ client: 7, clock: 0, structs: [item(4, 3, 0xed, 0xa0, 0x80)] }])],
    ['empty text', 'update_malformed', rawUpdate([{ client: 7, clock: 0, structs: [at('')] }])],
    ['a collected struct of no length', 'update_malformed', rawUpdate([{ client: 7, clock: 0, structs: [collected(0)] }])],
    ['a deletion of no length', 'update_malformed', rawUpdate([{ client: 7, clock: 0, structs: [at('a')] }], [[7, 0, 0]])],
    ['an unknown content', 'update_malformed', rawUpdate([{ client: 7, clock: 0, structs: [item(12, 1)] }])],
    [
      'a skip in disguise',
      'update_malformed',
      rawUpdate([{ client: 7, clock: 0, structs: [bytes([10 | 0x20, 1, 1, 0x72, 1])] }]),
    ],
    ['an unknown type', 'update_malformed', rawUpdate([{ client: 7, clock: 0, structs: [item(7, 9)] }])],
    ['an embed that is not JSON', 'update_malformed', rawUpdate([{ client: 7, clock: 0, structs: [item(5, 1, 0x7b)] }])],
    [
      'an embed nested 1,000 deep',
      'update_malformed',
      rawUpdate([
        { client: 7, clock: 0, structs: [item(5, 0xd0, 0x0f, bytes([...Array(1000).fill(0x5b), ...Array(1000).fill(0x5d)]))] },
      ]),
    ],
    [
      'a value nested 1,000 deep',
      'update_malformed',
      rawUpdate([{ client: 7, clock: 0, structs: [item(8, 1, bytes([...Array(1000).fill([117, 1]).flat(), 126]))] }]),
    ],
    [
      'a subdocument that sets a function',
      'update_malformed',
      rawUpdate([{ client: 7, clock: 0, structs: [item(9, 1, 0x67, 118, 1, 8, new TextEncoder().encode('gcFilter'), 126)] }]),
    ],
    [
      'one client twice',
      'update_malformed',
      rawUpdate([
        { client: 7, clock: 0, structs: [at('a')] },
        { client: 7, clock: 1, structs: [at('b')] },
      ]),
    ],
    [
      'a struct that leans on itself',
      'update_malformed',
      rawUpdate([{ client: 7, clock: 0, structs: [text('a', { origin: [7, 0] })] }]),
    ],
    ['a number beyond 2^53', 'update_malformed', bytes([1, 1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f, 0, 0, 1, 0])],
    ['a clock 5 M and one ahead', 'update_too_far_ahead', rawUpdate([{ client: 7, clock: 0, structs: [collected(5_000_001)] }])],
    [
      '50,001 structs',
      'update_too_many_structs',
      rawUpdate([{ client: 7, clock: 0, structs: Array<Uint8Array>(50_001).fill(collected(1)) }]),
    ],
    ['a v2 update', 'update_malformed', v2Update()],
  ];
  test.each(bad)('[JU2] %s', (_what, code, update) => {
    expect(refusal(() => new Knowing().judge(update))).toBe(code);
  });

  test('[JU3] structs under the clientID of another user', () => {
    const room = new Knowing();
    room.owners.set(7, 'eva');
    expect(refusal(() => room.judge(rawUpdate([{ client: 7, clock: 0, structs: [collected(1000)] }])))).toBe(
      'update_foreign_author',
    );
    expect(refusal(() => room.judge(rawUpdate([{ client: 7, clock: 9, structs: [collected(1000)] }])))).toBe(
      'update_foreign_author',
    );
    expect(room.judge(rawUpdate([{ client: 7, clock: 0, structs: [collected(1000)] }]), { userId: 'eva' }).kind).toBe('new');
  });

  test('[JU3] what is already known may come from anybody: stock clients resend it', () => {
    const room = new Knowing();
    room.owners.set(7, 'eva');
    room.clocks.set(7, 5);
    expect(room.judge(rawUpdate([{ client: 7, clock: 0, structs: [at('other')] }])).kind).toBe('nothing');
  });
});

describe('what is a gap', () => {
  const after = (client: number, clock: number, words = 'x'): Uint8Array => text(words, { origin: [client, clock] });
  const gaps: [string, Uint8Array][] = [
    ['a section that begins after what is known', rawUpdate([{ client: 7, clock: 1, structs: [at('a')] }])],
    ['a hole inside', rawUpdate([{ client: 7, clock: 0, structs: [at('a'), skipped(2), at('b')] }])],
    ['an origin nobody knows', rawUpdate([{ client: 7, clock: 0, structs: [after(8, 0)] }])],
    ['a deletion of what nobody wrote', rawUpdate([], [[8, 0, 3]])],
    [
      'two that lean on each other',
      rawUpdate([
        { client: 7, clock: 0, structs: [after(8, 0)] },
        { client: 8, clock: 0, structs: [after(7, 0)] },
      ]),
    ],
  ];
  test.each(gaps)('[JU2] %s', (_what, update) => {
    const room = new Knowing();
    expect(room.judge(update).kind).toBe('gap');
  });

  test('[JU2] sections may lean on each other back and forth', () => {
    const update = rawUpdate([
      { client: 8, clock: 0, structs: [at('b'), after(7, 0)] },
      { client: 7, clock: 0, structs: [after(8, 0), after(8, 1)] },
    ]);
    expect(new Knowing().judge(update)).toMatchObject({ kind: 'new', gap: false });
  });

  test('[JU2] of a whole state what can be integrated is taken, and the rest is not stored', () => {
    const update = rawUpdate(
      [
        { client: 8, clock: 0, structs: [at('b'), after(9, 0)] },
        { client: 7, clock: 0, structs: [after(8, 0), after(8, 1)] },
      ],
      [[8, 0, 2]],
    );
    const judged = new Knowing().judge(update, { complete: true });
    if (judged.kind !== 'new') throw new Error('it was not taken');
    expect(judged.gap).toBe(true);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, judged.update.bytes);
    expect(doc.store.pendingStructs).toBeNull();
    expect(doc.store.pendingDs).toBeNull();
    expect([Y.getState(doc.store, 8), Y.getState(doc.store, 7)]).toEqual([1, 1]);
  });

  test('[JU6] ten thousand sections that wait for each other in the worst order are judged in linear time', () => {
    const count = 10_000;
    const sections = Array.from({ length: count }, (_, i) => ({
      client: i + 1,
      clock: 0,
      structs: [i + 1 === count ? at('a') : after(i + 2, 0)],
    }));
    const forth = rawUpdate(sections);
    const back = rawUpdate(sections.toReversed());
    const begun = performance.now();
    expect(new Knowing().judge(forth).kind).toBe('new');
    expect(new Knowing().judge(back).kind).toBe('new');
    // Quadratic work on this many would take minutes; the bound only has to tell the two apart.
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});

describe('what is known already', () => {
  test('[JU2] other content under a known id never enters', () => {
    const room = new Knowing();
    room.clocks.set(7, 3);
    room.owners.set(7, 'ana');
    const judged = room.judge(rawUpdate([{ client: 7, clock: 0, structs: [at('XYZab')] }]));
    if (judged.kind !== 'new') throw new Error('it was not taken');
    const parts = readStoredUpdate(judged.update.bytes);
    expect(parts.sections).toMatchObject([{ client: 7, clock: 3, end: 5 }]);
    expect(Buffer.from(judged.update.bytes).includes('XYZ')).toBe(false);
  });

  test('[DU2] deletions that are in the log add nothing', () => {
    const room = new Knowing();
    room.clocks.set(7, 100);
    room.deleted = new RangeIndex();
    room.deleted.add([7, 10, 20, 7, 40, 5]);
    expect(
      room.judge(
        rawUpdate(
          [],
          [
            [7, 12, 10],
            [7, 40, 5],
          ],
        ),
      ).kind,
    ).toBe('nothing');
    const judged = room.judge(rawUpdate([], [[7, 25, 20]]));
    expect(judged).toMatchObject({ kind: 'new', update: { deletes: [7, 30, 10] } });
  });
});

/** What people do to one shared document, as choices that shrink. */
const deeds = fc.array(
  fc.record({
    who: fc.nat(2),
    what: fc.constantFrom('insert', 'insert', 'insert', 'delete', 'format', 'map', 'embed', 'sync'),
    where: fc.nat(1000),
    words: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
  }),
  { minLength: 1, maxLength: 60 },
);

/** Plays deeds on three documents and gives every update they emitted, in order. */
function play(script: readonly { who: number; what: string; where: number; words: string }[]): {
  docs: Y.Doc[];
  updates: Uint8Array[];
} {
  const docs = [1, 2, 3].map((clientID) => Object.assign(new Y.Doc(), { clientID }));
  const updates: Uint8Array[] = [];
  for (const doc of docs) {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'sync') updates.push(update);
    });
  }
  for (const { who, what, where, words } of script) {
    const doc = docs[who] as Y.Doc;
    const body = doc.getText('text');
    const written = body
      .toDelta()
      .map(({ insert }: { insert: unknown }) => (typeof insert === 'string' ? insert : '*'))
      .join('');
    const place = wholeCharacter(written, written.length === 0 ? 0 : where % (written.length + 1));
    if (what === 'insert') body.insert(place, words);
    else if (what === 'delete' && place < written.length)
      body.delete(place, wholeCharacter(written, place + 3) - place || written.length - place);
    else if (what === 'format' && place < written.length) {
      body.format(place, wholeCharacter(written, place + 2) - place || written.length - place, {
        bold: where % 2 === 0 ? true : null,
      });
    } else if (what === 'embed') body.insertEmbed(place, { image: words });
    else if (what === 'map') doc.getMap('map').set(`k${where % 4}`, [words, { where, list: [true, null, 1.5, -where] }]);
    else if (what === 'sync')
      for (const other of docs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)), 'sync');
  }
  return { docs, updates };
}

/** A place that is not inside a surrogate pair: Yjs replaces pairs that are split, on the replica that splits them only. */
function wholeCharacter(written: string, place: number): number {
  const within = Math.min(place, written.length);
  const unit = written.charCodeAt(within);
  return unit >= 0xdc00 && unit <= 0xdfff ? within - 1 : within;
}

describe('agreement with Yjs', () => {
  test('[JU2] every honest update is taken, whatever was typed, and joining them gives the same document', () => {
    fc.assert(
      fc.property(deeds, (script) => {
        const { docs, updates } = play(script);
        const room = new Knowing();
        room.deleted = new RangeIndex();
        const taken: UpdateParts[] = [];
        let left = updates;
        // Updates of one reach the room in order; those of different people may have to wait for each other.
        while (left.length > 0) {
          const waiting = left.filter((update) => {
            const judged = room.judge(update);
            if (judged.kind === 'gap') return true;
            if (judged.kind === 'new') {
              taken.push(judged.update);
              room.take(judged.update);
            }
            return false;
          });
          if (waiting.length === left.length) throw new Error('honest updates are refused as gaps');
          left = waiting;
        }
        const whole = new Y.Doc();
        const joined = joinUpdates(taken);
        if (joined === null) throw new Error('what was taken does not join');
        Y.applyUpdate(whole, joined.bytes);
        const merged = new Y.Doc();
        for (const doc of docs) Y.applyUpdate(merged, Y.encodeStateAsUpdate(doc));
        expect(whole.store.pendingStructs).toBeNull();
        expect(whole.getText('text').toDelta()).toEqual(merged.getText('text').toDelta());
        expect(whole.getMap('map').toJSON()).toEqual(merged.getMap('map').toJSON());
        expect(Y.equalSnapshots(Y.snapshot(whole), Y.snapshot(merged))).toBe(true);
        expect(joined.sections).toEqual(readStoredUpdate(joined.bytes).sections);
      }),
      { numRuns: 150 },
    );
  });

  test('[DU2] a whole state sent again brings nothing, and a later one only what is new', () => {
    fc.assert(
      fc.property(deeds, deeds, (script, more) => {
        const { docs } = play(script);
        const doc = docs[0] as Y.Doc;
        const room = new Knowing();
        room.deleted = new RangeIndex();
        const stored = new Y.Doc();
        const offer = (state: Uint8Array): string => {
          const judged = room.judge(state, { complete: true });
          if (judged.kind === 'new') {
            room.take(judged.update);
            Y.applyUpdate(stored, judged.update.bytes);
          }
          return judged.kind;
        };
        offer(Y.encodeStateAsUpdate(doc));
        expect(offer(Y.encodeStateAsUpdate(doc))).toBe('nothing');
        const { docs: others } = play(more);
        // Somebody else's text arrives at the document under other clientIDs, and it types on.
        const other = Object.assign(new Y.Doc(), { clientID: 99 });
        other.getText('text').insert(0, others[0]?.getText('text').toString().slice(0, 20) || '-');
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
        doc.getText('text').insert(0, 'más');
        if (doc.getText('text').length > 4) doc.getText('text').delete(2, 2);
        offer(Y.encodeStateAsUpdate(doc));
        expect(stored.store.pendingStructs).toBeNull();
        expect(stored.getText('text').toDelta()).toEqual(doc.getText('text').toDelta());
        expect(Y.equalSnapshots(Y.snapshot(stored), Y.snapshot(doc))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test('[JU6] mutated updates are refused, or taken and then understood by Yjs the same way', () => {
    fc.assert(
      fc.property(
        deeds,
        fc.array(fc.tuple(fc.nat(), fc.constantFrom('set', 'cut', 'add'), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        (script, mutations) => {
          const { docs } = play(script);
          let update = Y.encodeStateAsUpdate(docs[0] as Y.Doc);
          for (const [where, how, value] of mutations) {
            const place = where % update.length;
            if (how === 'set') update = Uint8Array.from(update, (byte, i) => (i === place ? value : byte));
            else if (how === 'cut') update = bytes([update.subarray(0, place), update.subarray(place + 1)]);
            else update = bytes([update.subarray(0, place), value, update.subarray(place)]);
            if (update.length === 0) update = bytes([0, 0]);
          }
          assertUnderstood(update);
        },
      ),
      { numRuns: 4_000 },
    );
  });

  test('[JU6] random bytes are refused, or taken and then understood by Yjs the same way', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (update) => assertUnderstood(update)),
      { numRuns: 4_000 },
    );
  });
});

/** If the judge takes it whole, Yjs must integrate all of it, without an error and with the same clocks. */
function assertUnderstood(update: Uint8Array): void {
  const room = new Knowing();
  let judged: Judgement;
  try {
    judged = room.judge(update);
  } catch (error) {
    if (error instanceof AppError) return;
    throw error;
  }
  if (judged.kind !== 'new') return;
  const doc = new Y.Doc();
  Y.applyUpdate(doc, judged.update.bytes);
  expect(doc.store.pendingStructs).toBeNull();
  for (const { client, end } of judged.update.sections) expect(Y.getState(doc.store, client)).toBe(end);
  // It can be encoded again and read by the next.
  const again = new Y.Doc();
  Y.applyUpdate(again, Y.encodeStateAsUpdate(doc));
}

function v2Update(): Uint8Array {
  const doc = new Y.Doc();
  doc.getText('text').insert(0, 'v2');
  return Y.encodeStateAsUpdateV2(doc);
}
