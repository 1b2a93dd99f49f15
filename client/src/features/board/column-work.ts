// What a column of the board works with: what may be done now, what is chosen, and the hand that does it.
import type { TablePlace } from '../../api/tables.ts';
import type { Hand } from './use-hand.ts';

/** What one asked for on one card; the card itself is always the latest. */
export type AskedOfCard = { readonly what: 'minority' | 'group_with' | 'read'; readonly id: string };

export interface ColumnWork {
  readonly place: TablePlace;
  readonly arranges: boolean;
  /** Cards can be chosen: to group them, or to make a proposal of them. */
  readonly chooses: boolean;
  /** Not while dots are given. */
  readonly regroups: boolean;
  /** Not while some are hidden or stand in another order. */
  readonly reorders: boolean;
  readonly plenaryFull: boolean;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
  readonly onGroup: () => void;
  readonly hand: Hand;
  /** These contributions were looked at. */
  readonly onLook: (contributions: readonly string[]) => void;
  readonly onAsk: (asked: AskedOfCard) => void;
  readonly onNotes: (question: number) => void;
}
