// What this room needs of its neighbours: whose a text is, what decides who may read and write it, and which of its words
// an anchor stands on.
import type { Anchored } from '@cocrea/shared/document/comment-anchors.ts';
import type { DocumentSubject } from '@cocrea/shared/permissions.ts';
import type { Ledger } from '../storage/ledger.ts';
import type { CommentRoomLimits } from './limits.ts';

export interface DocumentsPort {
  /** Null where there is no such document. */
  of(documentId: string): Promise<DocumentSubject | null>;
}

export interface TextsPort {
  /** An anchor somebody made, with the words it stands on; null where neither it nor its words are in the text. */
  standingAnchor(documentId: string, anchor: Anchored): Promise<Anchored | null>;
}

export interface CommentDesk extends Ledger {
  readonly documents: DocumentsPort;
  readonly texts: TextsPort;
  readonly limits: CommentRoomLimits;
}
