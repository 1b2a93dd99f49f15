// The queue of observations as it is filtered, and how one goes from one to the next.
import { foldName } from '@cocrea/shared/domain/person.ts';
import type { Observation } from '@cocrea/shared/domain/observation.ts';

export const queueFilters = ['open', 'answered', 'all', 'letter', 'late', 'objections'] as const;
export type QueueFilter = (typeof queueFilters)[number];

export interface Queue {
  readonly query: string;
  readonly filter: QueueFilter;
  /** Null for any. */
  readonly kind: Observation['kind'] | null;
  readonly actorKind: Observation['actorKind'] | null;
}

const passes: Readonly<Record<QueueFilter, (one: Observation) => boolean>> = {
  open: ({ state }) => state === 'received' || state === 'analysing',
  answered: ({ state }) => state === 'resolved' || state === 'answered',
  all: () => true,
  letter: ({ way }) => way === 'letter',
  late: ({ late }) => late,
  objections: ({ satisfaction }) => satisfaction === 'unsatisfied',
};

export function inQueue(observations: readonly Observation[], { query, filter, kind, actorKind }: Queue): readonly Observation[] {
  const wanted = foldName(query);
  return observations.filter((one) => {
    if (!passes[filter](one) || (kind !== null && one.kind !== kind) || (actorKind !== null && one.actorKind !== actorKind))
      return false;
    const { folio, quote, justification, proposedText, institution, onBehalfOf } = one;
    return (
      wanted === '' || foldName([folio, quote, justification, proposedText, institution, onBehalfOf].join(' ')).includes(wanted)
    );
  });
}

/** The one after or before it; the first or last where it is not among them any more. */
export function neighbour(shown: readonly Observation[], { id, by }: { id: string; by: 1 | -1 }): Observation | undefined {
  const at = shown.findIndex((one) => one.id === id);
  return at < 0 ? shown.at(by === 1 ? 0 : -1) : shown[at + by];
}
