// The matrix of observations in numbers: sums of its rows by kind of actor and by disposition, and what must not be told of few; and which
// of its rows a filter lets through.
import { actorKinds, type ActorKind } from './actor-kind.ts';
import { dispositions, isAnswered, type Disposition, type ObservationKind } from './observation.ts';
import { foldName } from './person.ts';

/** Fewer than so many are not told in public figures: they could be known by name. */
export const leastTold = 5;

interface Counted {
  readonly actorKind: ActorKind;
  readonly disposition: Disposition | null;
  /** Of a duplicate, its original's. */
  readonly response: string | null;
}

export interface MatrixRow {
  /** Null for the sum of all. */
  readonly actorKind: ActorKind | null;
  /** In the order of `dispositions`, and those without an answer last. */
  readonly counts: readonly number[];
  readonly total: number;
}

/** A row for each kind of actor that spoke, and the sum; totals are sums of rows and nothing else. */
export function matrixTotals(observations: readonly Counted[]): readonly MatrixRow[] {
  const rows = actorKinds
    .map(
      (actorKind): MatrixRow =>
        rowOf(
          actorKind,
          observations.filter((one) => one.actorKind === actorKind),
        ),
    )
    .filter(({ total }) => total > 0);
  const counts = [...dispositions, null].map((_, index) => rows.reduce((sum, row) => sum + (row.counts[index] ?? 0), 0));
  return [...rows, { actorKind: null, counts, total: rows.reduce((sum, { total }) => sum + total, 0) }];
}

function rowOf(actorKind: ActorKind, here: readonly Counted[]): MatrixRow {
  const counts = [...dispositions, 'none' as const].map((column) => here.filter((one) => columnOf(one) === column).length);
  return { actorKind, counts, total: here.length };
}

/** What is decided and has no reasons yet is not answered, and counts as what was not decided. */
function columnOf(one: Counted): Disposition | 'none' {
  return isAnswered(one) ? (one.disposition ?? 'none') : 'none';
}

/** As it is told in public; null where there are too few to be told, and zero is no few. */
export function toldCount(count: number, { isPublic }: { isPublic: boolean }): number | null {
  return isPublic && count > 0 && count < leastTold ? null : count;
}

/** Which rows are wanted; null for any. The words are looked for without regard to accents and case. */
export interface MatrixFilter {
  readonly search: string;
  readonly kind: ObservationKind | null;
  /** `none` for those without an answer. */
  readonly disposition: Disposition | 'none' | null;
  readonly actorKind: ActorKind | null;
}

export const everyRow: MatrixFilter = { search: '', kind: null, disposition: null, actorKind: null };

interface Said extends Counted {
  readonly kind: ObservationKind;
  readonly folio: string;
  readonly section: string;
  readonly quote: string;
  readonly justification: string;
  readonly proposedText: string | null;
  readonly onBehalfOf: string | null;
}

/** The rows a filter lets through, on a screen and in a file alike. */
export function filterMatrix<Row extends Said>(rows: readonly Row[], filter: MatrixFilter): readonly Row[] {
  const wanted = foldName(filter.search);
  return rows.filter((row) => {
    if (filter.kind !== null && row.kind !== filter.kind) return false;
    if (filter.disposition !== null && columnOf(row) !== filter.disposition) return false;
    if (filter.actorKind !== null && row.actorKind !== filter.actorKind) return false;
    const { folio, section, quote, justification, proposedText, response, onBehalfOf } = row;
    const words = [folio, section, quote, justification, proposedText, response, onBehalfOf];
    return wanted === '' || foldName(words.join(' ')).includes(wanted);
  });
}
