// The way in as a projector shows it: the code, the address for phones, and who may not see it sees none.
import type { JoinCode } from '@cocrea/shared/domain/join-code.ts';
import type { SubTable } from '@cocrea/shared/domain/lab.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { useActor } from '../../api/session.ts';
import { useTableDoor, type TablePlace } from '../../api/tables.ts';
import { reachableAddresses } from '../codes/join-link.ts';
import { useAddress } from '../codes/use-address.ts';

export interface ProjectedWay {
  readonly code: JoinCode;
  readonly address: string;
  /** Whether phones can reach this server at all. */
  readonly reachable: boolean;
}

/** Whether this screen may say who sits at the table and how to join it. */
export function useSeesPeople({ lab }: TablePlace, { id }: Pick<SubTable, 'id'>): boolean {
  return can(useActor(), 'table.see_people', { labId: lab, subTableId: id });
}

/** Null until it is known, for those who may not see it, and where there is no open code. */
export function useProjectedDoor(place: TablePlace, subTable: SubTable): ProjectedWay | null {
  const enabled = useSeesPeople(place, subTable);
  const { data } = useTableDoor(place, { enabled });
  const addresses = reachableAddresses(data?.addresses ?? [], location.origin);
  const [address] = useAddress(addresses);
  return data?.code ? { code: data.code, address, reachable: addresses.length > 0 } : null;
}
