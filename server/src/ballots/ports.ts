// What this room needs of its neighbours: the table people vote at, and what stands on its board.
import type { TableNow } from '@cocrea/shared/domain/table-session.ts';
import type { Ledger } from '../storage/ledger.ts';

export interface TablePlace {
  readonly labId: string;
  /** The number people call the table by. */
  readonly no: number;
}

export interface BallotLedger extends Ledger {
  readonly tables: {
    /** Throws AppError `sub_table_not_found`. */
    find(place: TablePlace): Promise<TableNow>;
  };
  readonly board: {
    /** The clusters of a sub-table that dots can be given to. */
    choosable(subTableId: string): Promise<ReadonlySet<string>>;
    /** In which cluster stands now what dots were given to. */
    standing(subTableId: string): Promise<ReadonlyMap<string, string>>;
  };
}
