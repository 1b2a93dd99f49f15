// Give observations their disposition and reasoned response: one of them, or several alike in one act. Nothing of their own words changes.
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type { answerObservations as contract } from '@cocrea/shared/api/observations.ts';
import { standingBlocks } from '@cocrea/shared/document/standing-blocks.ts';
import {
  needsDestination,
  observationLimits,
  type Destination,
  type Disposition,
  type Observation,
} from '@cocrea/shared/domain/observation.ts';
import { typedText } from '@cocrea/shared/domain/typed-text.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { wasDone } from '../storage/done-before.ts';
import { requireLab } from '../storage/require-lab.ts';
import { observationsOf, readObservations } from './observation-record.ts';
import type { ObservationDesk } from './ports.ts';

type Asked = BodyOf<typeof contract> & { labId: string };

/**
 * Throws AppError `stale` (naming the folio somebody else answered meanwhile), `observation_settled`, `destination_required`, `block_not_found`,
 * those of duplicates, `text_too_long`, `invalid_field`.
 */
export async function answerObservations(desk: ObservationDesk, caller: Caller, asked: Asked): Promise<Observation[]> {
  const { labId, commandId, disposition } = asked;
  const ids = asked.observations.map(({ id }) => id);
  await requireLab(desk, labId);
  authorize(caller, 'observation.answer', { labId });
  const observations = await observationsOf(desk, { labId, ids });
  if (await wasDone(desk, { labId, commandId })) return observations;
  for (const { id, version, state, folio } of observations) {
    if (state === 'answered') throw new AppError('observation_settled');
    if (asked.observations.find((one) => one.id === id)?.version !== version) throw new AppError('stale', { folio });
  }
  const draft = oneDraft(observations);
  const duplicateOf =
    disposition === 'duplicate' ? await parentOf(desk, { labId, observations, asked: asked.duplicateOf }) : null;
  const response =
    disposition === 'duplicate' ? '' : typedText(asked.response, { field: 'response', limit: observationLimits.response });
  const destinations = await checkedDestinations(desk, { labId, draft, disposition, given: asked.destinations });
  const whole = disposition === 'duplicate' || response !== '';
  if (whole && needsDestination(disposition) && destinations.length === 0) throw new AppError('destination_required');
  const at = desk.now();
  await desk.records.record({
    labId,
    commandId,
    statements: observations.map(({ id, version }) => ({
      query: desk.database
        .updateTable('observations')
        .set({
          disposition,
          duplicate_of: duplicateOf,
          response: response === '' ? null : response,
          destinations: JSON.stringify(destinations),
          decided_by: caller.actor.personId,
          decided_at: at,
          state: whole ? 'resolved' : 'analysing',
          // What was said of another answer is not said of this one.
          satisfaction: 'none',
          satisfaction_reason: null,
          satisfaction_at: null,
          version: version + 1,
        })
        .where('id', '=', id)
        .where('version', '=', version)
        .compile(),
      expectRows: 1,
    })),
    events: observations.map(({ id }) => ({
      actorId: caller.actor.personId,
      type: 'observation.answered',
      subjectId: id,
      data: { documentId: draft.documentId, draftNo: draft.draftNo, disposition, resolved: whole },
    })),
  });
  return observationsOf(desk, { labId, ids });
}

function oneDraft(observations: readonly Observation[]): Pick<Observation, 'documentId' | 'draftNo'> {
  const [first] = observations;
  if (first === undefined || observations.some(({ documentId }) => documentId !== first.documentId))
    throw new AppError('invalid_field', { field: 'observations' });
  return first;
}

async function parentOf(
  desk: ObservationDesk,
  { labId, observations, asked }: { labId: string; observations: readonly Observation[]; asked: string | null },
): Promise<string> {
  if (asked === null) throw new AppError('missing_field', { field: 'duplicateOf' });
  if (observations.some(({ id }) => id === asked)) throw new AppError('duplicate_of_itself');
  const { documentId } = oneDraft(observations);
  const all = await readObservations(desk, { labId, documentId });
  const parent = all.find(({ id }) => id === asked);
  if (parent === undefined) throw new AppError('duplicate_elsewhere');
  if (parent.disposition === 'duplicate') {
    const original = all.find(({ id }) => id === parent.duplicateOf);
    throw new AppError('duplicate_of_duplicate', original && { folio: original.folio });
  }
  const child = all.find(({ duplicateOf }) => observations.some(({ id }) => id === duplicateOf));
  if (child !== undefined) throw new AppError('duplicate_has_duplicates', { folio: child.folio });
  return asked;
}

/** Blocks of the next draft that say something, as it reads now. */
async function checkedDestinations(
  desk: ObservationDesk,
  {
    labId,
    draft,
    disposition,
    given,
  }: { labId: string; draft: Pick<Observation, 'draftNo'>; disposition: Disposition; given: readonly Destination[] },
): Promise<Destination[]> {
  if (!needsDestination(disposition) || given.length === 0) return [];
  const next = await desk.drafts.numbered({ labId, draftNo: draft.draftNo + 1 });
  if (next === null || next.state === 'planned') throw new AppError('block_not_found');
  const known = standingBlocks(await desk.texts.bodyOf(next.id));
  const unique = new Map(given.map((one) => [one.blockId, one]));
  for (const { documentId, blockId } of unique.values()) {
    if (documentId !== next.id || !known.has(blockId)) throw new AppError('block_not_found');
  }
  return [...unique.values()];
}
