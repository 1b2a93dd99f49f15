// Joined rows must say exactly what they said one by one, whoever wrote them in whatever order.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { checksumOf, packUpdates } from '../storage/row-format.ts';
import { packRows } from '../storage/stored-rows.ts';
import { joinRows } from './join-rows.ts';

type Edit = readonly [who: number, at: number, deletes: boolean];

/** A log as the judge lets it in: what each wrote, in turn, after having heard of all before or of nothing since their last. */
function logOf(edits: readonly Edit[]): { rows: Uint8Array; whole: Y.Doc } {
  const whole = new Y.Doc({ gc: false });
  const people = [1, 2, 3].map((clientID) => Object.assign(new Y.Doc({ gc: false }), { clientID }));
  const updates: Uint8Array[] = [];
  edits.forEach(([who, at, deletes], no) => {
    const doc = people[who % people.length];
    if (doc === undefined) return;
    if (no % 3 === 0) Y.applyUpdate(doc, Y.encodeStateAsUpdate(whole));
    const text = doc.getText('t');
    const note = (update: Uint8Array): void => void updates.push(update);
    doc.on('update', note);
    if (deletes && text.length > 1) text.delete(at % (text.length - 1), 2);
    else text.insert(at % (text.length + 1), `${no} `);
    doc.off('update', note);
    Y.applyUpdate(whole, updates.at(-1) ?? Uint8Array.of(0, 0));
  });
  const rows = updates.map((update, no) => {
    const data = packUpdates([update]);
    return { seq: no + 1, at: 1000 + no, data, checksum: checksumOf(data) };
  });
  return { rows: packRows(rows), whole };
}

test('whatever three people write and delete, joined it is the same text with the same clocks', () => {
  const edit = fc.tuple(fc.nat(2), fc.nat(400), fc.boolean());
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 60 }), (edits) => {
      const { rows, whole } = logOf(edits);
      const joined = new Y.Doc({ gc: false });
      Y.applyUpdate(joined, joinRows(rows));
      expect(joined.getText('t').toString()).toBe(whole.getText('t').toString());
      expect(Y.equalSnapshots(Y.snapshot(joined), Y.snapshot(whole))).toBe(true);
    }),
  );
});

test('more rows than are held at once are joined too, and each is shown with the row that brought it', () => {
  const { rows, whole } = logOf(Array.from({ length: 2_500 }, (_, no): Edit => [no, no * 7, no % 5 === 4]));
  const seen: number[] = [];
  const joined = new Y.Doc({ gc: false });
  Y.applyUpdate(
    joined,
    joinRows(rows, (_update, { seq }) => void seen.push(seq)),
  );
  expect(joined.getText('t').toString()).toBe(whole.getText('t').toString());
  expect(seen).toEqual(Array.from({ length: 2_500 }, (_, no) => no + 1));
});

test('no rows say nothing', () => {
  expect(joinRows(packRows([]))).toEqual(Uint8Array.of(0, 0));
});
