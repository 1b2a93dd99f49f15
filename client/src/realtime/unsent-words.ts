// What a person wrote on this device that the server never confirmed, over all documents: asked before they leave it.
import { CopyShelf, type CopyEntry } from './local-copy.ts';

export interface UnsentDocument {
  readonly documentId: string;
  /** Changes the server has not confirmed. */
  readonly changes: number;
}

/** By document, of all its generations; documents with nothing unsent are left out. */
export function unsentIn(copies: readonly Pick<CopyEntry, 'documentId' | 'pending'>[]): UnsentDocument[] {
  const changes = new Map<string, number>();
  for (const { documentId, pending } of copies) {
    if (pending > 0) changes.set(documentId, (changes.get(documentId) ?? 0) + pending);
  }
  return [...changes].map(([documentId, count]) => ({ documentId, changes: count }));
}

/** Null where the device cannot say: it keeps nothing, or does not answer. */
export async function readUnsentWords(personId: string): Promise<UnsentDocument[] | null> {
  const shelf = await CopyShelf.open();
  if (shelf === null) return null;
  try {
    return unsentIn(await shelf.list(personId));
  } catch {
    return null;
  } finally {
    shelf.close();
  }
}
