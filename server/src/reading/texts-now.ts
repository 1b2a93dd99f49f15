// What documents say now, read out of the log in a thread: under their fixed headings, kept until somebody writes, or block by block.
import type { BodyEdit } from '@cocrea/shared/document/body-edit.ts';
import type { Anchored } from '@cocrea/shared/document/comment-anchors.ts';
import type { BlockStretch } from '@cocrea/shared/document/comment-places.ts';
import type { DocumentBlock } from '@cocrea/shared/document/blocks.ts';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import type { Section } from '@cocrea/shared/document/sections.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { DocumentStore, StoredDocument } from '../storage/document-store.ts';
import type { Ledger } from '../storage/ledger.ts';
import { createKeptAnswers } from '../threads/kept-answers.ts';
import type { TextReader } from './reader.ts';
import type { Successor } from './thread.ts';

export interface TextsNow {
  /** What was committed, by document; those without a text are left out. */
  of(documentIds: readonly string[]): Promise<ReadonlyMap<string, readonly Section[]>>;
  /** Throws AppError `document_not_found`. */
  blocksOf(documentId: string): Promise<readonly DocumentBlock[]>;
  /** All of it, as ProseMirror's JSON with the ids of its blocks. Throws AppError `document_not_found`. */
  bodyOf(documentId: string): Promise<DocumentJson>;
  /** Where comments stand in it, in the order given; null for one that has lost its place. Throws AppError `document_not_found`. */
  commentPlaces(documentId: string, anchors: readonly Anchored[]): Promise<readonly (BlockStretch | null)[]>;
  /** An anchor somebody made, with the words it stands on; null where neither it nor its words are in the text. Throws AppError `document_not_found`. */
  standingAnchor(documentId: string, anchor: Anchored): Promise<Anchored | null>;
  /**
   * What the document that follows this one begins with: all of it as one update, and the owners of its clientIDs. Whatever number it calls
   * itself by is changed, under `clientId`; null where it says none. Throws AppError `document_not_found`.
   */
  successorOf(
    documentId: string,
    numbers: { from: number; to: number },
  ): Promise<Successor & { readonly clients: ReadonlyMap<number, string> }>;
  /**
   * The edit as one update on what was committed, under a new clientID: for `RoomWriter.write`. Throws AppError `document_not_found`, and
   * `block_not_found` where a block it names is not in the text.
   */
  edit(documentId: string, edit: BodyEdit): Promise<Uint8Array>;
}

export function createTextsNow(
  { records, database }: Ledger,
  {
    store,
    reader,
    keptBytes,
  }: {
    store: Pick<DocumentStore, 'load'>;
    reader: TextReader;
    /** What sections that were read may take until somebody writes in their document. */
    keptBytes: number;
  },
): TextsNow {
  const known = createKeptAnswers<readonly Section[]>(keptBytes);

  async function storedOf(documentId: string): Promise<StoredDocument> {
    const stored = await store.load(documentId);
    if (stored === null) throw new AppError('document_not_found');
    return stored;
  }

  async function updatesOf(documentId: string): Promise<readonly Uint8Array[]> {
    return updatesIn(await storedOf(documentId));
  }

  function updatesIn(stored: StoredDocument): readonly Uint8Array[] {
    const rows = stored.tail.flatMap(({ updates }) => updates);
    return stored.snapshot === null ? rows : [stored.snapshot.update, ...rows];
  }

  const sectionsAt = (documentId: string, seq: number): Promise<readonly Section[]> =>
    known.of(documentId, { state: seq, read: () => updatesOf(documentId).then(reader.sections) });

  return {
    of: async (documentIds) => {
      if (documentIds.length === 0) return new Map();
      const query = database.selectFrom('yjs_documents').where('id', 'in', documentIds).select(['id', 'last_seq']);
      const rows = await records.read(query.compile());
      return new Map(await Promise.all(rows.map(async ({ id, last_seq: seq }) => [id, await sectionsAt(id, seq)] as const)));
    },
    blocksOf: async (documentId) => reader.blocks(await updatesOf(documentId)),
    bodyOf: async (documentId) => reader.body(await updatesOf(documentId)),
    commentPlaces: async (documentId, anchors) => reader.commentPlaces(await updatesOf(documentId), anchors),
    standingAnchor: async (documentId, anchor) => reader.standingAnchor(await updatesOf(documentId), anchor),
    successorOf: async (documentId, numbers) => {
      const stored = await storedOf(documentId);
      return { ...(await reader.successor(updatesIn(stored), numbers)), clients: stored.clients };
    },
    edit: async (documentId, edit) => {
      const update = await reader.edit(await updatesOf(documentId), edit);
      if (update === null) throw new AppError('block_not_found');
      return update;
    },
  };
}
