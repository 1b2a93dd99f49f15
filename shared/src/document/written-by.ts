// A text as several people would have written it: each of their parts under a Yjs client of their own.
import * as Y from 'yjs';
import { editBody } from './edit-body.ts';
import type { DocumentJson } from './seed.ts';

export interface Hand {
  readonly clientId: number;
  /** The whole text once this hand has written its part. */
  readonly body: DocumentJson;
}

/** One v1 update: what `begun` makes, and after it each hand's changes, in order. */
export function writtenBy(begun: Uint8Array, hands: readonly Hand[]): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, begun);
  for (const { clientId, body } of hands) {
    doc.clientID = clientId;
    editBody(doc, { kind: 'read_like', body });
  }
  return Y.encodeStateAsUpdate(doc);
}
