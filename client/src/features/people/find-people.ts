// Which people of a lab a reader is looking for, and how many speak from each sector.
import { actorKinds, countedActorKinds, type ActorKind } from '@cocrea/shared/domain/actor-kind.ts';
import { foldName, type Member } from '@cocrea/shared/domain/person.ts';
import type { Role } from '@cocrea/shared/domain/role.ts';

export interface Wanted {
  /** Part of a name; accents and case do not matter. */
  readonly search: string;
  readonly role: Role | 'all';
  readonly kind: ActorKind | 'all';
}

export const anybody: Wanted = { search: '', role: 'all', kind: 'all' };

const byName = new Intl.Collator('es', { sensitivity: 'base', numeric: true });

/** In the order of their names. */
export function findPeople(people: readonly Member[], { search, role, kind }: Wanted): Member[] {
  const wanted = foldName(search);
  return people
    .filter((person) => (role === 'all' || person.role === role) && (kind === 'all' || person.actorKind === kind))
    .filter(({ name }) => foldName(name).includes(wanted))
    .sort((one, other) => byName.compare(one.name, other.name) || one.personId.localeCompare(other.personId));
}

export interface KindCount {
  readonly kind: ActorKind;
  readonly account: number;
  /** Known by the device they came in with. */
  readonly device: number;
  readonly total: number;
}

/** The five kinds that count, always; the other two where somebody speaks as them. */
export function countByKind(people: readonly Member[]): KindCount[] {
  return actorKinds
    .map((kind) => {
      const of = people.filter(({ actorKind }) => actorKind === kind);
      const account = of.filter((person) => person.account).length;
      return { kind, account, device: of.length - account, total: of.length };
    })
    .filter(({ kind, total }) => total > 0 || countedActorKinds.some((counted) => counted === kind));
}
