// Who may open the room of a fork: its author writes while the draft is written and they may suggest for it, its editors read. A room that is
// about to be entered first gets what its draft's text has said meanwhile. Every other room is asked of whoever knew them before.
import { can, type Membership } from '@cocrea/shared/permissions.ts';
import type { Access, RoomAccess } from '../realtime/ports.ts';
import type { Ledger } from '../storage/ledger.ts';
import { createReadCache } from '../storage/read-cache.ts';
import { findFork, forksOf, type Fork } from './forks.ts';
import type { DraftsPort } from './ports.ts';

export interface ForkVisitors {
  of(personId: string): Promise<{
    readonly personId: string;
    readonly name: string;
    readonly color: number;
    readonly actorKind: string;
    readonly memberships: readonly Membership[];
    readonly removedFrom: readonly string[];
    readonly signedIn: boolean;
  } | null>;
}

interface Parts {
  /** Of all other rooms. */
  readonly others: RoomAccess;
  readonly people: ForkVisitors;
  readonly drafts: DraftsPort;
  /** Brings a fork up to what its draft says; never throws. */
  readonly catchUp: (forkId: string) => Promise<void>;
}

export interface KnownForks {
  /** Whose fork it is; null where it is none. Kept for seconds. */
  of(documentId: string): Promise<Pick<Fork, 'labId' | 'draftId' | 'authorId'> | null>;
}

/** What may be the id of a fork: nobody else's has these letters. */
const forkId = /(?:^s\.|\.s\.)/;

export function createKnownForks(ledger: Ledger): KnownForks {
  const known = createReadCache<Fork | null>(ledger.now);
  ledger.records.onEvents((events) => {
    for (const { type, data } of events) if (type === 'suggestion.begun') known.forget(String(data['fork']));
  });
  return {
    of: async (documentId) => (forkId.test(documentId) ? known.read(documentId, () => findFork(ledger, documentId)) : null),
  };
}

export function createForkAccess(ledger: Ledger, forks: KnownForks, { others, people, drafts, catchUp }: Parts): RoomAccess {
  async function accessOfFork(
    userId: string,
    { id, draftId, labId, authorId }: { id: string } & Pick<Fork, 'labId' | 'draftId' | 'authorId'>,
  ): Promise<Access> {
    const [person, draft] = await Promise.all([people.of(userId), drafts.of(draftId)]);
    if (person === null || !person.signedIn) return { refused: 'session_expired' };
    if (draft === null) return { refused: 'document_not_found' };
    const isAuthor = userId === authorId;
    if (
      !can(person, 'document.read', draft) ||
      !(isAuthor || can(person, 'document.write', draft) || can(person, 'suggestion.decide', draft))
    ) {
      return { refused: person.removedFrom.includes(labId) ? 'removed_from_lab' : 'forbidden' };
    }
    await catchUp(id);
    const { name, color, actorKind } = person;
    return {
      may: isAuthor && can(person, 'document.suggest', draft) ? 'write' : 'read',
      identity: { userId, name, color, actorKind },
    };
  }
  return {
    ...others,
    identify: (request) => others.identify(request),
    accessOf: async (userId, documentId) => {
      const fork = await forks.of(documentId);
      return fork === null ? others.accessOf(userId, documentId) : accessOfFork(userId, { id: documentId, ...fork });
    },
    onDocumentChanged: (listener) =>
      others.onDocumentChanged?.((documentId) => {
        listener(documentId);
        void forksOf(ledger, documentId).then(
          (some) => some.forEach(({ id }) => listener(id)),
          // The room asks again by itself when somebody enters; a store that is away refuses what is written meanwhile.
          () => undefined,
        );
      }) ?? (() => undefined),
  };
}
