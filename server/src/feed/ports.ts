// What the feed needs of its neighbours: who may listen, and what the people who are here are called.
import type { IncomingMessage } from 'node:http';
import type { ErrorCode } from '@cocrea/shared/errors.ts';
import type { Present } from '@cocrea/shared/api/feed.ts';

export interface FeedAccess {
  identify(request: IncomingMessage): Promise<string | null>;
  /** Why that person may not follow that lab now; null where they may. */
  refusalOf(personId: string, labId: string): Promise<ErrorCode | null>;
  /** Tells when what a person may do, or is called, may have changed. */
  onChanged(listener: (personId: string) => void): () => void;
}

export interface FeedPeople {
  /** Those of these people who are members of the lab now, as the others see them. */
  describe(labId: string, personIds: readonly string[]): Promise<readonly Omit<Present, 'documentId'>[]>;
  /** The lab a document belongs to; null for none. Asked often: remembered by whoever answers. */
  labOf(documentId: string): Promise<string | null>;
  documentsOf(labId: string): Promise<readonly string[]>;
}

export interface FeedLimits {
  /** Feed sockets one person may have open. */
  readonly feedsPerPerson: number;
  /** Bytes queued for one screen before it is told to come back later. */
  readonly feedQueueBytes: number;
  readonly feedHeartbeatMilliseconds: number;
  /** "Who is here" leaves at most once in this time; "which texts moved" likewise. */
  readonly feedHereMilliseconds: number;
  readonly feedEditedMilliseconds: number;
  /** What the lists of who is here may weigh together, for all screens of a lab. */
  readonly feedHereBytesPerMillisecond: number;
}

export const defaultFeedLimits: FeedLimits = {
  feedsPerPerson: 200,
  feedQueueBytes: 1024 * 1024,
  feedHeartbeatMilliseconds: 30_000,
  feedHereMilliseconds: 500,
  feedEditedMilliseconds: 2000,
  feedHereBytesPerMillisecond: 4096,
};

export interface FeedLog {
  warn(facts: object, sentence: string): void;
}
