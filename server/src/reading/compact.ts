// Rewrites a document's updates as one, as small as Yjs can: runs joined, deleted content collected. The result is only given out after
// it was read back and says the same as what went in, because it will stand in their place.
import * as Y from 'yjs';
import { visibleContent } from './visible-content.ts';

/** Throws when the updates do not stand on their own or the rewritten one says anything else; the message tells which, and no text. */
export function compact(updates: readonly Uint8Array[]): Uint8Array {
  const doc = documentOf(updates);
  const update = Y.encodeStateAsUpdate(doc);
  refuseDifference(doc, documentOf([update]));
  return update;
}

/** In one transaction: a transaction for each of many updates is quadratic, and would let Yjs tidy formats as if someone had edited. */
function documentOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc({ gc: true });
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
    throw new Error('compaction: the updates lack something they build on');
  }
  return doc;
}

function refuseDifference(before: Y.Doc, after: Y.Doc): void {
  // State vector and deletions.
  if (!Y.equalSnapshots(Y.snapshot(before), Y.snapshot(after)))
    throw new Error('compaction: the state vector or the deletions differ');
  const was = visibleContent(before);
  const is = visibleContent(after);
  if (was.size !== is.size || [...was].some(([name, content]) => is.get(name) !== content)) {
    throw new Error('compaction: the visible text differs');
  }
}
