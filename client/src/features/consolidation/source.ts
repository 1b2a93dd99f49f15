// What waits for a place in a draft, whatever its kind: what it is called, what it says, and whether it has one.
import type { DeskAnswer } from '../../api/consolidation.ts';
import type { Contribution } from '@cocrea/shared/domain/contribution.ts';
import { foldName } from '@cocrea/shared/domain/person.ts';
import type { LateWriting } from '@cocrea/shared/domain/origin.ts';

export type SourceKind = 'contribution' | 'proposal' | 'observation' | 'late_writing';

export interface DeskSource {
  readonly kind: SourceKind;
  readonly id: string;
  /** Folio, or the title of a proposal. */
  readonly label: string;
  readonly text: string;
  readonly fate: 'waiting' | 'incorporated' | 'not_incorporated';
  readonly reason: string | null;
  readonly contribution: Contribution | null;
  readonly late: LateWriting | null;
}

export function sourcesOf({ contributions, outcomes, proposals, lateWritings }: DeskAnswer): readonly DeskSource[] {
  const reasons = new Map(outcomes.map(({ contributionId, reason }) => [contributionId, reason]));
  const common = { contribution: null, late: null };
  return [
    ...contributions.map(
      (contribution): DeskSource => ({
        ...{
          ...common,
          kind: 'contribution',
          id: contribution.id,
          label: contribution.folio,
          text: contribution.text,
          contribution,
        },
        fate: fateOf(contribution.state),
        reason: reasons.get(contribution.id) ?? null,
      }),
    ),
    ...proposals.map(
      ({ id, title, text, state }): DeskSource => ({
        ...{ ...common, kind: 'proposal', id, label: title, text, fate: fateOf(state), reason: null },
      }),
    ),
    ...lateWritings.map(
      (late): DeskSource => ({
        ...{ ...common, kind: 'late_writing', id: late.id, label: late.folio, text: late.text, late },
        fate: fateOf(late.state),
        reason: late.reason,
      }),
    ),
  ];
}

function fateOf(state: string): DeskSource['fate'] {
  return state === 'incorporated' || state === 'not_incorporated' ? state : 'waiting';
}

export interface SourceFilter {
  readonly query: string;
  readonly waitingOnly: boolean;
  /** Of a cell of the matrix; null for all. */
  readonly cell: { readonly subTableId: string; readonly question: number } | null;
}

export function filterSources(sources: readonly DeskSource[], { query, waitingOnly, cell }: SourceFilter): readonly DeskSource[] {
  const wanted = foldName(query);
  return sources.filter(({ label, text, fate, contribution }) => {
    if (waitingOnly && fate !== 'waiting') return false;
    if (cell !== null && (contribution?.subTableId !== cell.subTableId || contribution.question !== cell.question)) return false;
    return wanted === '' || foldName(`${label} ${text}`).includes(wanted);
  });
}

/** Of a cell of the matrix: how many were said, and how many have an outcome. */
export function cellOf(
  sources: readonly DeskSource[],
  cell: { subTableId: string; question: number },
): { total: number; settled: number } {
  const here = filterSources(sources, { query: '', waitingOnly: false, cell });
  return { total: here.length, settled: here.filter(({ fate }) => fate !== 'waiting').length };
}
