// Which answers of others whoever is answering has seen. An answer is known by the moment it was given: an observation that only moved (looked
// at, grouped, brought into the text) is still the one that was opened.
import type { Observation } from '@cocrea/shared/domain/observation.ts';
import { useState } from 'react';
import type { SeenMoments } from './kept-answer.ts';

type Answered = Pick<Observation, 'id' | 'decidedAt'>;

interface SeenAnswers<One extends Answered> {
  /** Those somebody answered since they were seen. */
  readonly overtaken: readonly One[];
  /** What they say now has been seen. */
  see(observations: readonly Answered[]): void;
  /** What was seen of each. */
  readonly seen: ReadonlyMap<string, number | null>;
}

/** `before` is what was seen when this device was last here. */
export function useSeenAnswers<One extends Answered>(together: readonly One[], before: SeenMoments): SeenAnswers<One> {
  const [seen, setSeen] = useState<ReadonlyMap<string, number | null>>(() => new Map([...momentsOf(together), ...before]));
  // Those that join a group are seen as they are when they join it.
  const joined = together.filter(({ id }) => !seen.has(id));
  if (joined.length > 0) setSeen(new Map([...seen, ...momentsOf(joined)]));
  return {
    overtaken: together.filter(({ id, decidedAt }) => seen.has(id) && seen.get(id) !== decidedAt),
    seen,
    see: (observations) => setSeen((now) => new Map([...now, ...momentsOf(observations)])),
  };
}

function momentsOf(observations: readonly Answered[]): Map<string, number | null> {
  return new Map(observations.map(({ id, decidedAt }) => [id, decidedAt]));
}
