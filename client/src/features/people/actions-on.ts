// What one may do to a person of the lab: the policy, asked once for a row, so that nothing is offered that would be refused.
import type { Member } from '@cocrea/shared/domain/person.ts';
import { roles, type Role } from '@cocrea/shared/domain/role.ts';
import { can, type Actor } from '@cocrea/shared/permissions.ts';

export interface ActionsOn {
  readonly rename: boolean;
  /** The roles they may be given, their own included; empty where their role is not one's to change. */
  readonly roles: readonly Role[];
  readonly remove: boolean;
}

export function actionsOn(
  actor: Actor,
  { labId, member }: { readonly labId: string; readonly member: Pick<Member, 'personId' | 'role'> },
): ActionsOn {
  const { personId, role: from } = member;
  const roles = rolesTo(actor, (to) => can(actor, 'person.change_role', { labId, personId, from, to }));
  return {
    rename: can(actor, 'person.rename', { labId, personId, role: from }),
    roles: roles.some((role) => role !== from) ? roles : [],
    remove: can(actor, 'person.remove', { labId, personId, role: from }),
  };
}

/** The roles one may create an account with. */
export function rolesToCreate(actor: Actor, labId: string): Role[] {
  return rolesTo(actor, (role) => can(actor, 'person.create', { labId, role }));
}

function rolesTo(actor: Actor, may: (role: Role) => boolean): Role[] {
  return actor === null ? [] : roles.filter(may);
}
