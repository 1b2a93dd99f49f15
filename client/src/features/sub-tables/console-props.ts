// What every part of the console is given: which table, as it is now, and its session.
import type { TableNow, TableSession } from '@cocrea/shared/domain/table-session.ts';
import type { TablePlace } from '../../api/tables.ts';

export interface ConsoleProps {
  readonly place: TablePlace;
  readonly table: TableNow;
  readonly session: TableSession;
}
