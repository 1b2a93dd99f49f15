// A draft as it reads now and, beside it, every fork that suggests something: what a paper that shows suggestions is drawn from.
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import type { Suggestion } from '@cocrea/shared/domain/suggestion.ts';
import { forksOf, storedText, updatesIn } from './forks.ts';
import type { SuggestionDesk } from './ports.ts';

export interface SuggestedFork {
  readonly author: string;
  /** Milliseconds since 1970 of its last change. */
  readonly at: number;
  readonly body: DocumentJson;
  readonly suggestions: readonly Suggestion[];
}

/** All of one moment: the differences are those of these very texts. Throws AppError `document_not_found`. */
export async function suggestedText(
  desk: SuggestionDesk,
  draftId: string,
): Promise<{ body: DocumentJson; suggested: readonly SuggestedFork[] }> {
  const [body, forks] = [updatesIn(await storedText(desk, draftId)), await forksOf(desk, draftId)];
  const names = await namesOf(
    desk,
    forks.map(({ authorId }) => authorId),
  );
  const suggested: SuggestedFork[] = [];
  // One after another: a draft with fifty forks leaves the readers to others in between.
  for (const { id, authorId, changedAt: at } of forks) {
    const fork = updatesIn(await storedText(desk, id));
    const suggestions = await desk.reader.suggestions({ body, fork });
    if (suggestions.length === 0) continue;
    suggested.push({ author: names.get(authorId) ?? '', at, body: await desk.reader.body([...fork, ...body]), suggestions });
  }
  return { body: await desk.reader.body(body), suggested };
}

async function namesOf({ records, database }: SuggestionDesk, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await records.read(database.selectFrom('people').where('id', 'in', ids).select(['id', 'name']).compile());
  return new Map(rows.map(({ id, name }) => [id, name]));
}
