// The answer somebody is writing to an observation and has not sent: kept on the device with every letter, under its person, together with the
// answers of others they had seen by then. Whoever goes to another observation, or closes the page, finds it again, and what others answered meanwhile.
import type { Disposition } from '@cocrea/shared/domain/observation.ts';
import { forget, recall, remember } from '../../ui/memory.ts';

/** Ids of observations with the moment their answer was given; null where there was none. */
export type SeenMoments = readonly (readonly [string, number | null])[];

export interface KeptAnswer {
  readonly response: string;
  readonly disposition: Disposition | null;
  readonly duplicateOf: string | null;
  readonly blocks: readonly string[];
  readonly seen: SeenMoments;
}

export interface Whose {
  readonly personId: string;
  readonly observationId: string;
}

const nameOf = ({ personId, observationId }: Whose): string => `answer.${personId}.${observationId}`;

/** Null where nothing is kept, or what is kept cannot be read. */
export function keptAnswer(whose: Whose): KeptAnswer | null {
  try {
    const kept = JSON.parse(recall(nameOf(whose)) ?? 'null') as KeptAnswer | null;
    return kept !== null && Array.isArray(kept.seen) && Array.isArray(kept.blocks) ? kept : null;
  } catch {
    return null;
  }
}

/** Without words there is nothing to keep: the rest is chosen again in a moment. */
export function keepAnswer(whose: Whose, answer: KeptAnswer): void {
  if (answer.response.trim() === '') forget(nameOf(whose));
  else remember(nameOf(whose), JSON.stringify(answer));
}

export function forgetAnswer(whose: Whose): void {
  forget(nameOf(whose));
}
