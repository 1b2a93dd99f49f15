// What this room needs of its neighbours: what decides who may open a text, its past, and a way to write into it while others type.
import type { BlockAuthors } from '@cocrea/shared/document/authorship.ts';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import type { DocumentSubject } from '@cocrea/shared/permissions.ts';
import type { RoomWriter } from '../realtime/ports.ts';
import type { Ledger } from '../storage/ledger.ts';

export interface PastPort {
  /** Throws AppError `document_not_found`. */
  lastSeq(documentId: string): Promise<number>;
  moments(documentId: string): Promise<readonly { readonly seq: number; readonly at: number }[]>;
  /** Throws AppError `version_not_found` where the log has no such moment. */
  bodyAt(documentId: string, seq: number): Promise<{ readonly body: DocumentJson; readonly at: number }>;
  authorsAt(documentId: string, seq: number): Promise<readonly BlockAuthors[]>;
  /** One update, made on what the text was at `seen`, that makes it read as at `seq`: what was written after `seen` stays. */
  restoration(documentId: string, moments: { readonly seq: number; readonly seen: number }): Promise<Uint8Array>;
}

export interface HistoryDesk extends Ledger {
  /** Null where there is no such document. */
  readonly documents: { of(documentId: string): Promise<DocumentSubject | null> };
  readonly past: PastPort;
  readonly writer: Pick<RoomWriter, 'write'>;
}
