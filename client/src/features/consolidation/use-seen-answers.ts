// Which answers of others whoever is answering has seen. An answer is known by the moment it was given: an observation that only moved (looked
// at, grouped, brought into the text) is still the one that was opened.
import type { Observation } from '@cocrea/shared/domain/observation.ts';
import { useState } from 'react';

type Answered = Pick<Observation, 'id' | 'decidedAt'>;

interface SeenAnswers<One extends Answered> {
  /** Those somebody answered since they were seen. */
  readonly overtaken: readonly One[];
  /** What they say now has been seen. */
  see(observations: readonly Answered[]): void;
}

export function useSeenAnswers<One extends Answered>(together: readonly One[]): SeenAnswers<One> {
  const [seen, setSeen] = useState<ReadonlyMap<string, number | null>>(() => momentsOf(together));
  // Those that join a group are seen as they are when they join it.
  const joined = together.filter(({ id }) => !seen.has(id));
  if (joined.length > 0) setSeen(new Map([...seen, ...momentsOf(joined)]));
  return {
    overtaken: together.filter(({ id, decidedAt }) => seen.has(id) && seen.get(id) !== decidedAt),
    see: (observations) => setSeen((before) => new Map([...before, ...momentsOf(observations)])),
  };
}

function momentsOf(observations: readonly Answered[]): Map<string, number | null> {
  return new Map(observations.map(({ id, decidedAt }) => [id, decidedAt]));
}
