// The people of a lab: who they are, and what those who run it may change.
import * as contracts from '@cocrea/shared/api/people.ts';
import { authorize } from '../http/caller.ts';
import type { Routes } from '../http/routes.ts';
import type { Ledger } from '../storage/ledger.ts';
import { requireLab } from '../storage/require-lab.ts';
import { changePerson } from './change-person.ts';
import { createPerson } from './create-person.ts';
import { membersOf } from './member.ts';
import type { Passwords } from './password.ts';
import { removePerson } from './remove-person.ts';

export function addPeopleRoutes(routes: Routes, dependencies: { readonly ledger: Ledger; readonly passwords: Passwords }): void {
  const { ledger } = dependencies;

  routes.signedIn(contracts.listPeople, async ({ caller, params }) => {
    await requireLab(ledger, params.lab);
    authorize(caller, 'people.list', { labId: params.lab });
    return { people: await membersOf(ledger, { labId: params.lab }) };
  });
  routes.signedIn(contracts.createPerson, async ({ caller, params, body: form }) => {
    const { created, person } = await createPerson(dependencies, caller, { labId: params.lab, form });
    return { created, output: { person } };
  });
  routes.signedIn(contracts.changePerson, async ({ caller, params, body }) => ({
    person: await changePerson(ledger, caller, { labId: params.lab, personId: params.person, ...body }),
  }));
  routes.signedIn(contracts.removePerson, async ({ caller, params, body }) =>
    removePerson(ledger, caller, { labId: params.lab, personId: params.person, commandId: body.commandId }),
  );
}
