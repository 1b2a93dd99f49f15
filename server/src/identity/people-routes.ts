// The people of a lab: who they are, and what those who run it may change.
import * as contracts from '@cocrea/shared/api/people.ts';
import { authorize } from '../http/caller.ts';
import type { Doors } from '../http/route.ts';
import type { Ledger } from '../storage/ledger.ts';
import { changePerson } from './change-person.ts';
import { createPerson } from './create-person.ts';
import { membersOf, requireLab } from './member.ts';
import type { Passwords } from './password.ts';
import { removePerson } from './remove-person.ts';

export function addPeopleRoutes(doors: Doors, rooms: { readonly ledger: Ledger; readonly passwords: Passwords }): void {
  const { ledger } = rooms;

  doors.signedIn(contracts.listPeople, async ({ caller, params }) => {
    await requireLab(ledger, params.lab);
    authorize(caller, 'people.list', { labId: params.lab });
    return { people: await membersOf(ledger, { labId: params.lab }) };
  });
  doors.signedIn(contracts.createPerson, async ({ caller, params, body: form }) => {
    const { created, person } = await createPerson(rooms, caller, { labId: params.lab, form });
    return { created, output: { person } };
  });
  doors.signedIn(contracts.changePerson, async ({ caller, params, body }) => ({
    person: await changePerson(ledger, caller, { labId: params.lab, personId: params.person, ...body }),
  }));
  doors.signedIn(contracts.removePerson, async ({ caller, params, body }) =>
    removePerson(ledger, caller, { labId: params.lab, personId: params.person, commandId: body.commandId }),
  );
}
