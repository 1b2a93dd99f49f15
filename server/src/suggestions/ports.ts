// What this room needs of its neighbours: whose a draft is and who may do what to it, the log of texts, readers of them, and the writer.
import type { DocumentSubject } from '@cocrea/shared/permissions.ts';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import type { Decided, Undecidable } from '@cocrea/shared/document/suggestions/decide-suggestions.ts';
import type { Suggestion, SuggestionDecision } from '@cocrea/shared/domain/suggestion.ts';
import type { DocumentReader, RoomWriter } from '../realtime/ports.ts';
import type { DocumentStore } from '../storage/document-store.ts';
import type { Ledger } from '../storage/ledger.ts';

export interface DraftsPort {
  /** What decides who may open and write it; null where there is no such document. */
  of(documentId: string): Promise<DocumentSubject | null>;
}

type Updates = readonly Uint8Array[];

/** Reads a text and a fork of it together, away from the thread that serves sockets. */
export interface ForkReader extends Pick<DocumentReader, 'compact'> {
  /** The text these updates make, as ProseMirror's JSON. */
  body(updates: Updates): Promise<DocumentJson>;
  suggestions(pair: Record<'body' | 'fork', Updates>): Promise<readonly Suggestion[]>;
  /** The edits of both by which suggestions are accepted or rejected; `ids` null for all of them. */
  decide(
    pair: Record<'body' | 'fork', Updates>,
    decision: { readonly decision: SuggestionDecision; readonly ids: readonly string[] | null },
  ): Promise<Decided | Undecidable>;
  /** The edit by which what one row wrote is taken back, with all that came after left alone; a fork of it keeps what it says. */
  takeBack(
    rows: Record<'before' | 'row' | 'after', Updates>,
    fork: Updates | null,
  ): Promise<{ document: Uint8Array | null; fork: Uint8Array | null }>;
}

export interface SuggestionDesk extends Ledger {
  readonly drafts: DraftsPort;
  readonly store: Pick<DocumentStore, 'load' | 'history'>;
  readonly reader: ForkReader;
  /** What suggestions that were read may take until their texts change. */
  readonly keptBytes: number;
  readonly rooms: RoomWriter;
}
