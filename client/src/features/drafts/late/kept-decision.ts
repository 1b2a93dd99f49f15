// What somebody decided about words that came too late for a draft, kept on the device: under which ids they are sent, so that sending twice is
// sending once, which have arrived, and that they are to be kept. Of one person and one draft.
import { newId } from '@cocrea/shared/domain/ids.ts';
import { forget, recall, remember } from '../../../ui/memory.ts';

export interface Sent {
  readonly folio: string;
  readonly as: 'late_writing' | 'observation';
}

export interface Decision {
  /** By the key of the block. */
  readonly ids: Readonly<Record<string, string>>;
  /** Those that arrived, by the key of the block. */
  readonly sent: Readonly<Record<string, Sent>>;
  /** Their writer does not want to decide now. */
  readonly kept: boolean;
  /** When the words were last written, in milliseconds since 1970: known only while the device had not opened them again. */
  readonly writtenAt: number | null;
}

export const undecided: Decision = { ids: {}, sent: {}, kept: false, writtenAt: null };

interface Place {
  readonly personId: string;
  readonly documentId: string;
}

const nameOf = ({ personId, documentId }: Place): string => `late-words.${personId}.${documentId}`;

export function readDecision(place: Place): Decision {
  try {
    return { ...undecided, ...(JSON.parse(recall(nameOf(place)) ?? '{}') as Partial<Decision>) };
  } catch {
    return undecided;
  }
}

export function keepDecision(place: Place, decision: Decision): void {
  remember(nameOf(place), JSON.stringify(decision));
}

export function forgetDecision(place: Place): void {
  forget(nameOf(place));
}

/** Each block with the id it is sent under: the one it has, or a new one for as long as it is kept. */
export function withIds(decision: Decision, keys: readonly string[]): Decision {
  const missing = keys.filter((key) => decision.ids[key] === undefined);
  if (missing.length === 0) return decision;
  return { ...decision, ids: { ...decision.ids, ...Object.fromEntries(missing.map((key) => [key, newId()])) } };
}
