// What somebody is typing at a table, kept on the device with every letter: a page that is closed, a battery that ends, a person taken out
// while they write lose nothing. Kept by person, as everything unsent is.
import type { ContributionLanguage, ContributionWay } from '@cocrea/shared/domain/contribution.ts';
import { useState } from 'react';
import { forget, recall, remember } from '../../ui/memory.ts';
import type { Seat } from './place.ts';

export interface Draft {
  readonly text: string;
  /** The question its first letter was typed for; null while there is none. A table that goes on takes nobody's words along. */
  readonly question: number | null;
  readonly language: ContributionLanguage;
  readonly onBehalfOf: string;
}

/** How this device is used at this table: it stays so from one contribution to the next. */
export interface Use {
  readonly way: ContributionWay;
  readonly circle: number | null;
}

export const emptyDraft: Draft = { text: '', question: null, language: 'es', onBehalfOf: '' };
const ownPhone: Use = { way: 'phone', circle: null };

type Whose = Pick<Seat, 'lab' | 'no' | 'personId'>;

function useKept<Value extends object>(name: string, without: Value): readonly [Value, (value: Value) => void] {
  const [value, setValue] = useState(() => ({ ...without, ...read<Value>(name) }));
  return [
    value,
    (next) => {
      if (JSON.stringify(next) === JSON.stringify(without)) forget(name);
      else remember(name, JSON.stringify(next));
      setValue(next);
    },
  ];
}

function read<Value>(name: string): Partial<Value> {
  try {
    return JSON.parse(recall(name) ?? '{}') as Partial<Value>;
  } catch {
    return {};
  }
}

export function useDraft({ personId, lab, no }: Whose): readonly [Draft, (draft: Draft) => void] {
  return useKept(`draft.${personId}.${lab}.${no}`, emptyDraft);
}

export function useUse({ personId, lab, no }: Whose): readonly [Use, (use: Use) => void] {
  return useKept(`use.${personId}.${lab}.${no}`, ownPhone);
}
