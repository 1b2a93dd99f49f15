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
  describe(labId: string, personIds: readonly string[]): Promise<readonly Omit<Present, 'documentId' | 'typing'>[]>;
  /** The lab a document belongs to; null for none. Asked often: remembered by whoever answers. */
  labOf(documentId: string): Promise<string | null>;
  documentsOf(labId: string): Promise<readonly string[]>;
}

export interface FeedLog {
  warn(facts: object, sentence: string): void;
}
