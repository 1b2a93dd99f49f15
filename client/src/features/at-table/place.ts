// Where somebody sits, as the pieces of the page hand it on.
import type { Role } from '@cocrea/shared/domain/role.ts';

export interface Seat {
  readonly lab: string;
  /** The table's number. */
  readonly no: number;
  readonly personId: string;
  readonly role: Role;
}
