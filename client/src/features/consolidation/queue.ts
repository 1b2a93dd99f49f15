// The queue of observations as it is filtered, and how one goes from one to the next.
import { foldName } from '@cocrea/shared/domain/person.ts';
import { isAnswered, toldAnswer, type Observation } from '@cocrea/shared/domain/observation.ts';

export const queueFilters = ['open', 'answered', 'all', 'letter', 'late', 'objections'] as const;
export type QueueFilter = (typeof queueFilters)[number];

export interface Queue {
  readonly query: string;
  readonly filter: QueueFilter;
  /** Null for any. */
  readonly kind: Observation['kind'] | null;
  readonly actorKind: Observation['actorKind'] | null;
}

const passes: Readonly<Record<QueueFilter, (one: Observation, answered: boolean) => boolean>> = {
  open: (_one, answered) => !answered,
  answered: (_one, answered) => answered,
  all: () => true,
  letter: ({ way }) => way === 'letter',
  late: ({ late }) => late,
  objections: ({ satisfaction }) => satisfaction === 'unsatisfied',
};

export function inQueue(observations: readonly Observation[], { query, filter, kind, actorKind }: Queue): readonly Observation[] {
  const wanted = foldName(query);
  const byId = new Map(observations.map((one) => [one.id, one]));
  const parentOf = (id: string): Observation | undefined => byId.get(id);
  return observations.filter((one) => {
    if (
      !passes[filter](one, isAnswered(toldAnswer(one, { parentOf }))) ||
      (kind !== null && one.kind !== kind) ||
      (actorKind !== null && one.actorKind !== actorKind)
    )
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
