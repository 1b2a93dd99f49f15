// What waits for a place in a draft, whatever its kind: what it is called, what it says, and whether it has one.
import type { DeskAnswer } from '../../api/consolidation.ts';
import type { Contribution } from '@cocrea/shared/domain/contribution.ts';
import type { Blocker } from '@cocrea/shared/domain/draft.ts';
import { foldName } from '@cocrea/shared/domain/person.ts';
import type { LateWriting } from '@cocrea/shared/domain/origin.ts';

export type SourceKind = 'contribution' | 'proposal' | 'observation' | 'late_writing';

export interface DeskSource {
  readonly kind: SourceKind;
  readonly id: string;
  /** Folio, or the title of a proposal. */
  readonly label: string;
  readonly text: string;
  /** `lost` was incorporated, and every paragraph it went into is gone. */
  readonly fate: 'waiting' | 'incorporated' | 'lost' | 'not_incorporated';
  readonly reason: string | null;
  readonly contribution: Contribution | null;
  readonly late: LateWriting | null;
}

/** `lost` are the ids of those whose paragraphs are gone. */
export function sourcesOf(
  { contributions, outcomes, proposals, lateWritings }: DeskAnswer,
  lost: ReadonlySet<string>,
): readonly DeskSource[] {
  const fateOf = (id: string, state: string): DeskSource['fate'] =>
    state === 'incorporated' ? (lost.has(id) ? 'lost' : state) : state === 'not_incorporated' ? state : 'waiting';
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
        fate: fateOf(contribution.id, contribution.state),
        reason: reasons.get(contribution.id) ?? null,
      }),
    ),
    ...proposals.map(
      ({ id, title, text, state }): DeskSource => ({
        ...{ ...common, kind: 'proposal', id, label: title, text, fate: fateOf(id, state), reason: null },
      }),
    ),
    ...lateWritings.map(
      (late): DeskSource => ({
        ...{ ...common, kind: 'late_writing', id: late.id, label: late.folio, text: late.text, late },
        fate: fateOf(late.id, late.state),
        reason: late.reason,
      }),
    ),
  ];
}

/** Of what keeps the draft from being frozen: the ids of what was incorporated into paragraphs that are gone. */
export function lostAmong(blockers: readonly Blocker[]): ReadonlySet<string> {
  return new Set(blockers.flatMap(({ what, id, lacks }) => (what !== 'observation' && lacks === 'destination' ? [id] : [])));
}

/** Somebody has to say where it goes, or why it does not. */
export function isOpen({ fate }: Pick<DeskSource, 'fate'>): boolean {
  return fate === 'waiting' || fate === 'lost';
}

export interface SourceFilter {
  readonly query: string;
  readonly waitingOnly: boolean;
  /** Of a cell of the matrix; null for all. */
  readonly cell: { readonly subTableId: string; readonly question: number } | null;
}

export function filterSources(sources: readonly DeskSource[], { query, waitingOnly, cell }: SourceFilter): readonly DeskSource[] {
  const wanted = foldName(query);
  return sources.filter((source) => {
    const { label, text, contribution } = source;
    if (waitingOnly && !isOpen(source)) return false;
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
  return { total: here.length, settled: here.filter((one) => !isOpen(one)).length };
}
