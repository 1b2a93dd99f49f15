// The matrix of observations on a draft: every one by its folio, with the answer it got. In public only what was published, and nobody's name who did
// not let it stand.
import { openingLengths, openingWords } from '@cocrea/shared/domain/opening-words.ts';
import type { OutputOf } from '@cocrea/shared/api/contract.ts';
import type * as contracts from '@cocrea/shared/api/publication.ts';
import type { PublicObservation } from '@cocrea/shared/api/publication.ts';
import { whereWordsStand } from '@cocrea/shared/document/derived-from.ts';
import { wordedBlocks, type WordedBlock } from '@cocrea/shared/document/words-of-block.ts';
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { toldAnswer, type Observation } from '@cocrea/shared/domain/observation.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import type { PublicationDesk } from './ports.ts';
import { draftNumbered, publicLab } from './public-drafts.ts';

/** As everybody may read it. Throws AppError `lab_not_found`, `not_published`. */
export async function readPublicMatrix(
  desk: PublicationDesk,
  place: { labId: string; no: number },
): Promise<OutputOf<typeof contracts.readPublicMatrix>> {
  const { lab } = await publicLab(desk, place.labId);
  const { draft, published, next } = await draftNumbered(desk, place);
  if (!published.hasMatrix) throw new AppError('not_published');
  return { lab, draft: published, observations: await matrixOf(desk, { draft, next, named: false }) };
}

/** As the lab sees it. Throws AppError `lab_not_found`, `not_published` and those of `authorize`. */
export async function readMatrix(
  desk: PublicationDesk,
  caller: Caller,
  place: { labId: string; no: number },
): Promise<OutputOf<typeof contracts.readMatrix>> {
  const { lab } = await publicLab(desk, place.labId);
  authorize(caller, 'lab.read', { labId: place.labId });
  const { draft, published, next } = await draftNumbered(desk, place);
  return { lab, draft: published, observations: await matrixOf(desk, { draft, next, named: true }) };
}

async function matrixOf(
  desk: PublicationDesk,
  { draft, next, named }: { draft: DraftDocument; next: DraftDocument | undefined; named: boolean },
): Promise<PublicObservation[]> {
  const observations = await desk.observations.on(draft.labId, draft.id);
  const byId = new Map(observations.map((one) => [one.id, one]));
  const earlier = new Map((await blocksOf(desk, draft)).map((block) => [block.id, block]));
  const blocks = next === undefined ? [] : await blocksOf(desk, next);
  const later = new Map(blocks.map((block) => [block.id, block]));
  const stands = whereWordsStand(blocks);
  return observations.map((one): PublicObservation => {
    const parent = one.duplicateOf === null ? undefined : byId.get(one.duplicateOf);
    const answer: Observation = parent ?? one;
    const shown = one.showName || named;
    return {
      ...{ folio: one.folio, receivedAt: one.receivedAt, actorKind: one.actorKind, kind: one.kind, late: one.late },
      name: shown ? one.authorName : null,
      onBehalfOf: shown ? one.onBehalfOf : null,
      section: earlier.get(one.blockId)?.section ?? '',
      ...{ quote: one.quote, justification: one.justification, proposedText: one.proposedText },
      disposition: one.disposition,
      duplicateOf: parent?.folio ?? null,
      response: toldAnswer(one, { parentOf: (id) => byId.get(id) }).response,
      destinations: answer.destinations.map(({ blockId }) =>
        openingWords(later.get(stands.get(blockId)?.[0] ?? blockId)?.text ?? '', openingLengths.entry),
      ),
      signedBy: answer.decidedByName,
      decidedAt: answer.decidedAt,
      ...{ satisfaction: one.satisfaction, satisfactionReason: one.satisfactionReason },
    };
  });
}

async function blocksOf(desk: PublicationDesk, { id, state, life }: DraftDocument): Promise<readonly WordedBlock[]> {
  if (state === 'planned') return [];
  if (life.frozen === null) return wordedBlocks(await desk.texts.bodyOf(id));
  return desk.drafts.frozenBlocks({ frozenVersionId: life.frozen.versionId });
}
