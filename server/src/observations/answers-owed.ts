// What this room owes to whoever freezes or publishes a draft: observations that are not answered yet, and the telling of those that are.
import { openingLengths, openingWords } from '@cocrea/shared/domain/opening-words.ts';
import { lacksOf } from '@cocrea/shared/domain/observation.ts';
import type { Blocker } from '@cocrea/shared/domain/draft.ts';
import type { Ledger } from '../storage/ledger.ts';
import type { Change } from '../storage/record-store.ts';
import { readObservations } from './observation-record.ts';

/**
 * Of all drafts before that one: those that lack something, and how far the answers are. `blocks` are the ids of what stands in it now, as it is or in other blocks; what
 * answers say of earlier texts was checked when those were frozen.
 */
export async function answersOwed(
  ledger: Ledger,
  { labId, draftNo, documentId, blocks }: { labId: string; draftNo: number; documentId: string; blocks: ReadonlySet<string> },
): Promise<{ blockers: Blocker[]; total: number; settled: number }> {
  const observations = (await readObservations(ledger, { labId })).filter((one) => one.draftNo < draftNo);
  const byId = new Map(observations.map((one) => [one.id, one]));
  const blockers = observations.flatMap((one): Blocker[] => {
    const lacks = lacksOf(one, {
      parentOf: (id) => byId.get(id),
      stands: (place) => place.documentId !== documentId || blocks.has(place.blockId),
    });
    return lacks === null
      ? []
      : [
          {
            what: 'observation',
            id: one.id,
            folio: one.folio,
            text: openingWords(one.justification, openingLengths.entry),
            lacks,
          },
        ];
  });
  // One whose paragraphs are gone has its answer: it lacks a place.
  const unanswered = blockers.filter(({ lacks }) => lacks !== 'destination').length;
  return { blockers, total: observations.length, settled: observations.length - unanswered };
}

/** What is written when the draft that answers them is published: from then on the answers are public and stay. */
export function tellingAnswers(
  { database }: Pick<Ledger, 'database'>,
  { documentId, at }: { documentId: string; at: number },
): Pick<Change, 'statements' | 'events'> {
  const query = database
    .updateTable('observations')
    .set(({ eb }) => ({ state: 'answered', answered_at: at, version: eb('version', '+', 1) }))
    .where('document_id', '=', documentId)
    .where('state', '=', 'resolved');
  return { statements: [{ query: query.compile() }], events: [] };
}
