// What the realtime engine needs of the rest of the house, said as ports: it never imports a domain room.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { AppError, ErrorCode } from '@cocrea/shared/errors.ts';
import type { Append } from '../storage/document-store.ts';
import type { Recorded } from '../storage/record-store.ts';
import type { UpdateParts } from './update/update-parts.ts';

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
  /** Tells when who may open or write a document may have changed: everybody in its room asks again. Left out where it never does. */
  onDocumentChanged?(listener: (documentId: string) => void): () => void;
}

/** Answers an upgrade with the failure, in the reader's language, instead of 101, and ends the socket. Never throws. */
export type RefuseUpgrade = (request: IncomingMessage, socket: Duplex, failure: AppError) => void;

/** Answers a request with the failure, in the reader's language, and ends the answer. Never throws. */
export type RefuseRequest = (request: IncomingMessage, response: ServerResponse, failure: AppError) => void;

/** Y.Docs live behind this, in worker threads: for what needs to read text. */
export interface DocumentReader {
  /** What `stateVector` (encoded) lacks of `update`, as one v1 update. */
  diff(update: Uint8Array, stateVector: Uint8Array): Promise<Uint8Array>;
  /** All updates as one, runs joined, deleted content collected; checked to have the same state vector and the same text. Given taken apart already. */
  compact(updates: readonly Uint8Array[]): Promise<UpdateParts>;
}

export interface CommittedRow {
  readonly documentId: string;
  readonly seq: number;
  readonly updates: readonly Uint8Array[];
}

/** What one person took away in one row. */
export interface DeletedInRow {
  readonly userId: string;
  /** Flat: client, clock, length, client, clock, length … May name what was deleted before. */
  readonly ranges: readonly number[];
}

/** A row of a text that is on disk. */
export interface CommittedText extends CommittedRow {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** clientIDs whose first update is in this row. */
  readonly newClients: Append['newClients'];
  /** Through this node: each row is, on one of them. */
  readonly here: boolean;
  /** What people deleted in it; what the house writes is not told, nor what came from another node. */
  readonly deleted: readonly DeletedInRow[];
}

/** Who has which documents of the engine open, and what was written, for the screens that show it. */
export interface RoomWatch {
  /** Tells after a row was committed of a document that is in memory here, by this node or by another. */
  onTextCommitted(listener: (change: CommittedText) => void): () => void;
  /** Tells that a document was written into, on whichever node; of another one's, not of every row. */
  onEdited(listener: (edited: { documentId: string; at: number }) => void): () => void;
  /** Tells when somebody came to or left a document, or is called otherwise; not when a caret moves. */
  onPresence(listener: (change: { documentId: string }) => void): () => void;
  /** Everybody who has that document open now, each person once, those of this node first, in the order of arrival. */
  presentIn(documentId: string): readonly Identity[];
}

/** A change of one text made by the server on somebody's word. */
export interface HouseEdit {
  readonly documentId: string;
  /** One Yjs v1 update, made on what was committed; its clientIDs are new, or this user's already. */
  readonly update: Uint8Array;
  /** Whose words they are from now on. */
  readonly userId: string;
  /** Owners of clientIDs whose words they are not: text that is carried over from another document keeps its people. */
  readonly owners?: ReadonlyMap<number, string>;
}

/** How the rest of the house writes into texts that people may be writing in at this moment, or stops them from being written. */
export interface RoomWriter {
  /**
   * Puts the edits into their texts, in one commit with whatever `record` writes besides: it is given the rows, and resolves when all of it is
   * on disk. Then, and only then, open rooms show them. When `record` rejects, or says that its command was done before, nothing was written
   * anywhere. Throws its failure, or AppError `document_not_found`, `document_frozen`, `store_unavailable`.
   */
  write(edits: readonly HouseEdit[], record: (rows: readonly Append[]) => Promise<Recorded>): Promise<Recorded>;
  /**
   * Lets nobody write into a text while `act` runs: what was accepted before is committed, what comes meanwhile is held, and asked for again
   * when `act` rejects. `act` is told the last seq, and marks the text as sealed in its own transaction where it is to stay so: everybody in
   * the room is told what they may do there now before anything more is asked of them.
   */
  hold<Answer>(documentId: string, act: (at: { readonly seq: number }) => Promise<Answer>): Promise<Answer>;
}

/** Counters and observations of the engine, for whoever publishes them. Called often: must be cheap and never throw. */
export interface RealtimeMetrics {
  /** A connection came (+1) or went (-1). */
  connections(change: 1 | -1): void;
  /** A room entered memory (+1) or left it (-1). */
  rooms(change: 1 | -1): void;
  /** One update frame arrived, whatever became of it. */
  received(): void;
  /** One frame, update, presence or connection was refused. */
  refused(reason: ErrorCode): void;
  /** Frames of one connection were told durable. */
  acknowledged(frames: number): void;
  /** One frame of text was sent to so many recipients. */
  relayed(recipients: number): void;
  /** One commit ended well. Times in milliseconds. */
  committed(commit: { milliseconds: number; rooms: number; updates: number }): void;
  /** One commit failed and will be tried again, or its room was given up. */
  commitFailed(reason: ErrorCode): void;
}

/** Where the engine writes what operators should read. A pino logger fits. */
export interface RealtimeLog {
  info(facts: object, sentence: string): void;
  warn(facts: object, sentence: string): void;
  error(facts: object, sentence: string): void;
}
