// What this room needs of its neighbours: whose a draft is and who may do what to it, the log of texts, readers of them, and the writer.
import type { DocumentSubject } from '@cocrea/shared/permissions.ts';
import type { DocumentReader, RoomWriter } from '../realtime/ports.ts';
import type { TextReader } from '../reading/reader.ts';
import type { DocumentStore } from '../storage/document-store.ts';
import type { Ledger } from '../storage/ledger.ts';

export interface DraftsPort {
  /** What decides who may open and write it; null where there is no such document. */
  of(documentId: string): Promise<DocumentSubject | null>;
}

export interface SuggestionDesk extends Ledger {
  readonly drafts: DraftsPort;
  readonly store: Pick<DocumentStore, 'load' | 'history'>;
  readonly reader: Pick<TextReader, 'suggestions' | 'decide' | 'takeBack'> & Pick<DocumentReader, 'compact'>;
  readonly rooms: RoomWriter;
}
