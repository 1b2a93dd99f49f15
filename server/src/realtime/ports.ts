// What the realtime engine needs of the rest of the house, said as ports: it never imports a domain room.
import type { IncomingMessage } from 'node:http';
import type { ErrorCode } from '@cocrea/shared/errors.ts';

/** Who others see in presence. Only opaque or freely chosen things: this goes to every screen of the room. */
export interface Identity {
  readonly userId: string;
  readonly name: string;
  readonly color: number;
  readonly actorKind: string;
}

export type Access = { readonly may: 'write' | 'read'; readonly identity: Identity } | { readonly refused: ErrorCode };

export interface RoomAccess {
  /** The person behind an upgrade request: its cookie, or `token` of the query. Null without a valid session. */
  identify(request: IncomingMessage): Promise<string | null>;
  /** What that person may do in that document now: unknown is `document_not_found`, no part in it `forbidden`. */
  accessOf(userId: string, documentId: string): Promise<Access>;
  /** Tells when what a person may do, or is called, may have changed: every open room of theirs asks again. */
  onChanged(listener: (userId: string) => void): () => void;
}

/** Y.Docs live behind this, in worker threads: for what needs to read text. */
export interface DocumentReader {
  /** What `stateVector` (encoded) lacks of `update`, as one v1 update. */
  diff(update: Uint8Array, stateVector: Uint8Array): Promise<Uint8Array>;
  /** All updates as one, runs joined, deleted content collected; checked to have the same state vector and the same text. */
  compact(updates: readonly Uint8Array[]): Promise<Uint8Array>;
}

/** Carries what a node committed to the other nodes. One node needs none: `local` hands it to nobody. */
export interface Bus {
  publish(message: { readonly documentId: string; readonly seq: number; readonly update: Uint8Array }): void;
  subscribe(
    listener: (message: { readonly documentId: string; readonly seq: number; readonly update: Uint8Array }) => void,
  ): () => void;
  close(): Promise<void>;
}

/** Who has which documents of the engine open, for the screens that show it. */
export interface RoomWatch {
  onTextCommitted(listener: (change: { documentId: string; at: number }) => void): () => void;
}
