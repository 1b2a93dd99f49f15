// Who may open and write which document, as the realtime engine asks it: the one policy, over what the server's records say now.
import type { IncomingMessage } from 'node:http';
import { can, type Membership } from '@cocrea/shared/permissions.ts';
import { isOpenToRead } from '@cocrea/shared/domain/document.ts';
import type { Access, RoomAccess } from '../realtime/ports.ts';
import type { DocumentsNow } from './documents-now.ts';

/** What this room needs to know of people. */
export interface PeoplePort {
  identify(request: IncomingMessage): Promise<string | null>;
  of(personId: string): Promise<{
    readonly personId: string;
    readonly name: string;
    readonly color: number;
    readonly actorKind: string;
    readonly memberships: readonly Membership[];
    readonly removedFrom: readonly string[];
    readonly signedIn: boolean;
  } | null>;
  onChanged(listener: (personId: string) => void): () => void;
}

export function createRoomAccess({ people, documents }: { people: PeoplePort; documents: DocumentsNow }): RoomAccess {
  return {
    identify: (request) => people.identify(request),
    accessOf: async (userId, documentId): Promise<Access> => {
      const [person, document] = await Promise.all([people.of(userId), documents.of(documentId)]);
      if (person === null || !person.signedIn) return { refused: 'session_expired' };
      if (document === null) return { refused: 'document_not_found' };
      const actor = { personId: person.personId, memberships: person.memberships };
      if (!can(actor, 'document.read', document)) {
        if (person.removedFrom.includes(document.labId)) return { refused: 'removed_from_lab' };
        return { refused: can(actor, 'lab.read', document) && !isOpenToRead(document) ? 'document_not_open' : 'forbidden' };
      }
      const { name, color, actorKind } = person;
      return {
        may: can(actor, 'document.write', document) ? 'write' : 'read',
        identity: { userId, name, color, actorKind },
      };
    },
    onChanged: (listener) => people.onChanged(listener),
    onDocumentChanged: (listener) => documents.onChanged(listener),
  };
}
