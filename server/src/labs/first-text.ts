// The Yjs document a text is born as: written by the house, not by a person, so that no editor ever writes a first paragraph.
import { randomUUID, getRandomValues } from 'node:crypto';
import { seedUpdate, type DocumentJson } from '@cocrea/shared/document/seed.ts';
import type { NewDocument } from '../storage/document-store.ts';

/** Owner of the clientIDs that opening texts are written under; no person has this id. */
export const houseUserId = 'cocrea';

export function firstText(document: { id: string; text: DocumentJson; at: number }): NewDocument {
  const [clientId = 1] = getRandomValues(new Uint32Array(1));
  return {
    documentId: document.id,
    generation: randomUUID(),
    at: document.at,
    firstUpdate: seedUpdate(document.text, { clientId }),
    clients: [{ clientId, userId: houseUserId }],
  };
}

/** The Yjs document of a draft that continues another: what stands in that one stays its people's, the number it says is the house's. */
export function continuedText(
  document: { id: string; at: number },
  { update, clientId, clients }: { update: Uint8Array; clientId: number | null; clients: ReadonlyMap<number, string> },
): NewDocument {
  const owners = new Map(clients);
  if (clientId !== null) owners.set(clientId, houseUserId);
  return {
    documentId: document.id,
    generation: randomUUID(),
    at: document.at,
    firstUpdate: update,
    clients: [...owners].map(([client, userId]) => ({ clientId: client, userId })),
  };
}
