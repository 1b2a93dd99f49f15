// What this room needs of its neighbours: the table somebody contributes to, and where it stands.
import type { TableNow } from '@cocrea/shared/domain/table-session.ts';
import type { Ledger } from '../storage/ledger.ts';

export interface TablesPort {
  /** Throws AppError `sub_table_not_found`. */
  find(place: TablePlace): Promise<TableNow>;
}

export interface TablePlace {
  readonly labId: string;
  /** The number people call the table by. */
  readonly no: number;
}

export interface ContributionLedger extends Ledger {
  readonly tables: TablesPort;
}
