// What this room needs of its neighbours: whose a text is, and what decides who may read and write it.
import type { DocumentSubject } from '@cocrea/shared/permissions.ts';
import type { Ledger } from '../storage/ledger.ts';

export interface DocumentsPort {
  /** Null where there is no such document. */
  of(documentId: string): Promise<DocumentSubject | null>;
}

export interface CommentDesk extends Ledger {
  readonly documents: DocumentsPort;
}
