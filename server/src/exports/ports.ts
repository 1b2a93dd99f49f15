// What this room needs of its neighbours: what is published and what a lab sees before, read as their pages read it; and a press.
import type { PublicDraft, PublicObservation } from '@cocrea/shared/api/publication.ts';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import type { Caller } from '../http/caller.ts';
import type { Comment } from './draft-paper.ts';
import type { Paper } from './paper.ts';
import type { Suggested } from './sheet-of-body.ts';

export interface KnownMatrix {
  readonly lab: { readonly name: string };
  readonly draft: PublicDraft;
  readonly observations: readonly PublicObservation[];
}

interface Numbered {
  readonly labId: string;
  readonly no: number;
}

export interface MatricesPort {
  /** Throws AppError `lab_not_found`, `not_published`. */
  published(place: Numbered): Promise<KnownMatrix>;
  /** With names, and with answers nobody was told yet. Throws also those of `authorize`. */
  inLab(caller: Caller, place: Numbered): Promise<KnownMatrix>;
}

export interface KnownDraft {
  readonly labName: string;
  readonly draft: DraftDocument;
}

export interface DraftsPort {
  /** Throws AppError `lab_not_found`, `not_published`. */
  published(place: Numbered): Promise<{ lab: { name: string }; draft: PublicDraft; canonical: string }>;
  /** Throws AppError `lab_not_found`, `document_not_found`, and those of `authorize`. */
  inLab(caller: Caller, place: { labId: string; documentId: string }): Promise<KnownDraft>;
  /** Throws AppError `version_not_found` where it was not frozen, and those of `authorize`. */
  frozen(
    caller: Caller,
    place: { labId: string; documentId: string },
  ): Promise<{ canonical: string; fingerprint: string; at: number }>;
  /** As it reads now. Throws AppError `document_not_found`. */
  body(documentId: string): Promise<DocumentJson>;
  /** As it reads now, with what is suggested for it. Throws AppError `document_not_found`. */
  suggested(documentId: string): Promise<{ body: DocumentJson; suggested: readonly Suggested[] }>;
  /** What is remarked on it now, the oldest first. Throws AppError `document_not_found`. */
  remarks(place: { labId: string; documentId: string }): Promise<readonly Comment[]>;
}

export interface Press {
  /**
   * The bytes of a file. Of those asked for under one name one is made, and it is kept for a while; null for one that is of this moment.
   * Throws AppError `export_busy` where too many wait, `export_unfinished` where it takes too long, and those of its kind of file.
   */
  print(name: string | null, paper: () => Promise<Paper>): Promise<Uint8Array>;
}

export interface ExportDesk {
  readonly drafts: DraftsPort;
  readonly matrices: MatricesPort;
  readonly press: Press;
  readonly now: () => number;
}
