// A block an observation's answer leads to, added or taken away as part of somebody else's change.
import type { Observation } from '@cocrea/shared/domain/observation.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Ledger } from '../storage/ledger.ts';
import type { Change } from '../storage/record-store.ts';
import { readObservations } from './observation-record.ts';

interface Destined {
  readonly labId: string;
  readonly ids: readonly string[];
  readonly documentId: string;
  readonly blocks: readonly string[];
}

/** Throws AppError `source_not_found`, and `observation_settled` for one whose answer is public already. */
export async function destinationParts(ledger: Ledger, asked: Destined): Promise<Change['statements']> {
  return changed(ledger, asked, ({ destinations }) => {
    const known = new Set(destinations.map(({ blockId }) => blockId));
    const added = asked.blocks.filter((blockId) => !known.has(blockId));
    return [...destinations, ...added.map((blockId) => ({ documentId: asked.documentId, blockId }))];
  });
}

/** As `destinationParts`. */
export async function destinationUndone(ledger: Ledger, asked: Destined): Promise<Change['statements']> {
  return changed(ledger, asked, ({ destinations }) => destinations.filter(({ blockId }) => !asked.blocks.includes(blockId)));
}

async function changed(
  ledger: Ledger,
  { labId, ids }: Destined,
  become: (observation: Observation) => Observation['destinations'],
): Promise<Change['statements']> {
  if (ids.length === 0) return [];
  const observations = await readObservations(ledger, { labId, ids });
  if (observations.length !== new Set(ids).size) throw new AppError('source_not_found');
  if (observations.some(({ state }) => state === 'answered')) throw new AppError('observation_settled');
  return observations.map((observation) => ({
    query: ledger.database
      .updateTable('observations')
      .set({ destinations: JSON.stringify(become(observation)), version: observation.version + 1 })
      .where('id', '=', observation.id)
      .where('version', '=', observation.version)
      .compile(),
    expectRows: 1,
  }));
}

/** Of answers that changed the text: the blocks of that draft they led to. What was covered already explains no change. */
export async function destinationsIn(
  ledger: Ledger,
  { labId, documentId }: { labId: string; documentId: string },
): Promise<{ observationId: string; folio: string; blockId: string; decidedBy: string; decidedAt: number }[]> {
  const observations = await readObservations(ledger, { labId });
  return observations
    .filter(({ disposition }) => disposition === 'accepted' || disposition === 'partly')
    .flatMap(({ id, folio, destinations, decidedBy, decidedAt }) =>
      destinations
        .filter((one) => one.documentId === documentId)
        .map(({ blockId }) => ({ observationId: id, folio, blockId, decidedBy: decidedBy ?? '', decidedAt: decidedAt ?? 0 })),
    );
}
