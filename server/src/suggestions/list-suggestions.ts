// What is suggested for a draft now: read out of its text and each fork in a thread, and kept until one of the two changes.
import type { OutputOf } from '@cocrea/shared/api/contract.ts';
import type { listSuggestions as contract } from '@cocrea/shared/api/suggestions.ts';
import type { Suggestion } from '@cocrea/shared/domain/suggestion.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { requireLab } from '../storage/require-lab.ts';
import { createKeptAnswers } from '../threads/kept-answers.ts';
import { told } from './begin-fork.ts';
import { decisionRows, draftSubject, forksOf, storedText, updatesIn, type Fork } from './forks.ts';
import type { SuggestionDesk } from './ports.ts';

export type SuggestionsNow = (
  draftId: string,
  forks: readonly Fork[],
) => Promise<readonly { fork: Fork; suggestions: readonly Suggestion[] }[]>;

export function createSuggestionsNow(desk: SuggestionDesk): SuggestionsNow {
  const known = createKeptAnswers<readonly Suggestion[]>(desk.keptBytes);
  return async (draftId, forks) => {
    const query = desk.database.selectFrom('yjs_documents').where('id', '=', draftId).select('last_seq');
    const [row] = await desk.records.read(query.compile());
    let body: Promise<readonly Uint8Array[]> | null = null;
    return Promise.all(
      forks.map(async (fork) => {
        const read = async (): Promise<readonly Suggestion[]> => {
          body ??= storedText(desk, draftId).then(updatesIn);
          return desk.reader.suggestions({ body: await body, fork: updatesIn(await storedText(desk, fork.id)) });
        };
        return { fork, suggestions: await known.of(fork.id, { state: `${row?.last_seq} ${fork.seq}`, read }) };
      }),
    );
  };
}

/** Throws AppError `document_not_found` and those of `authorize`. */
export async function listSuggestions(
  desk: SuggestionDesk & { readonly suggestionsNow: SuggestionsNow },
  caller: Caller,
  { labId, draftId }: { labId: string; draftId: string },
): Promise<OutputOf<typeof contract>> {
  await requireLab(desk, labId);
  authorize(caller, 'document.read', await draftSubject(desk, { labId, draftId }));
  const [found, decisions] = await Promise.all([
    forksOf(desk, draftId).then((forks) => desk.suggestionsNow(draftId, forks)),
    desk.records.read(decisionRows(desk, draftId).compile()),
  ]);
  const mine = caller.actor.personId;
  const forks = found.filter(({ fork, suggestions }) => suggestions.length > 0 || fork.authorId === mine);
  const ids = [
    ...new Set([...forks.map(({ fork }) => fork.authorId), ...decisions.flatMap((one) => [one.actorId, one.authorId])]),
  ];
  const people =
    ids.length === 0
      ? []
      : await desk.records.read(
          desk.database
            .selectFrom('people')
            .where('id', 'in', ids)
            .select(['id as personId', 'name', 'actor_kind as actorKind', 'color'])
            .compile(),
        );
  return {
    forks: forks.map(({ fork, suggestions }) => ({ fork: told(fork), suggestions: [...suggestions] })),
    decisions,
    people: people as OutputOf<typeof contract>['people'],
  };
}
