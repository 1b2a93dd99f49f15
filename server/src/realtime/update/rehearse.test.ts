// What is rehearsed with must be what comes: an update that Yjs takes whole.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readStoredUpdate } from './read-update.ts';
import { madeUpUpdate } from './rehearse.ts';

test('the text that is read before anybody comes is one that Yjs takes whole, with letters in every place and some collected', () => {
  const update = madeUpUpdate();
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null]);
  expect(doc.getText('t').toString()).toMatch(/^a{600,}$/);
  const { sections, deletes } = readStoredUpdate(update);
  expect(sections).toMatchObject([{ client: 1, clock: 0, end: 1_000, count: 1_000 }]);
  expect(deletes.length).toBe(333 * 3);
});
