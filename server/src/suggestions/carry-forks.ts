// What is still suggested for a draft goes on into the one that follows it: each author's fork of the new draft begins as their old one with the
// new draft's first row, as if the old fork had been fed it. The old one stays as it is.
import { newId } from '@cocrea/shared/domain/ids.ts';
import type { NewEvent } from '@cocrea/shared/domain/event.ts';
import type { NewDocument } from '../storage/document-store.ts';
import type { Change } from '../storage/record-store.ts';
import { forkIdOf, forksOf, storedText, updatesIn } from './forks.ts';
import type { SuggestionDesk } from './ports.ts';

interface Carrying {
  readonly labId: string;
  /** The draft that was frozen. */
  readonly draftId: string;
  /** The text the next one begins with: all of the frozen one's, and its own number. */
  readonly next: NewDocument;
  readonly actorId: string;
}

/** Seq of the row a text is born with. */
const firstSeq = 1;

/** To be written down with the beginning of the next draft. Forks that suggest nothing any more are left where they are. */
export async function carriedForks(
  desk: Omit<SuggestionDesk, 'drafts' | 'rooms'>,
  { labId, draftId, next, actorId }: Carrying,
): Promise<Required<Pick<Change, 'statements' | 'documents'>> & { readonly events: readonly NewEvent[] }> {
  const forks = await forksOf(desk, draftId);
  const body = forks.length === 0 ? [] : updatesIn(await storedText(desk, draftId));
  const carried = [];
  // One after the other: a text of a hundred pages is held in memory once for each author.
  for (const fork of forks) {
    const own = await storedText(desk, fork.id);
    if ((await desk.reader.suggestions({ body, fork: updatesIn(own) })).length === 0) continue;
    const clients = ownersOfBoth(own.clients, next.clients);
    // Somebody wrote there under a clientID that is another's in the draft: no text can hold the two.
    if (clients === null) continue;
    const id = forkIdOf(next.documentId, fork.authorId);
    carried.push({
      fork: {
        ...{ id, draft_id: next.documentId, lab_id: labId, author_id: fork.authorId, body_seq: firstSeq },
        // Since when they suggest: forks are told in the order they were begun.
        created_at: fork.createdAt,
      },
      from: fork.id,
      document: {
        documentId: id,
        generation: newId(),
        // Dated as what its author wrote last: that is what the date of a fork tells.
        at: fork.changedAt,
        firstUpdate: (await desk.reader.compact([...updatesIn(own), next.firstUpdate])).bytes,
        clients,
      },
    });
  }
  return {
    statements: carried.map(({ fork }) => ({
      query: desk.database.insertInto('suggestion_forks').values(fork).compile(),
      expectRows: 1,
    })),
    documents: carried.map(({ document }) => document),
    events: carried.map(({ fork, from }) => ({
      actorId,
      type: 'suggestion.begun',
      subjectId: next.documentId,
      data: { fork: fork.id, author: fork.author_id, from },
    })),
  };
}

/** Null where a clientID has one owner here and another there. */
function ownersOfBoth(fork: ReadonlyMap<number, string>, draft: NewDocument['clients']): NewDocument['clients'] | null {
  const owners = new Map(fork);
  for (const { clientId, userId } of draft) {
    if ((owners.get(clientId) ?? userId) !== userId) return null;
    owners.set(clientId, userId);
  }
  return [...owners].map(([clientId, userId]) => ({ clientId, userId }));
}
