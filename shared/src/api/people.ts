// The people of a lab: who they are, and what those who run it may change.
import * as z from 'zod/mini';
import { ActorKind } from '../domain/actor-kind.ts';
import { LabId, NewPersonId, PersonId, Uuid } from '../domain/ids.ts';
import { Member } from '../domain/person.ts';
import { Role } from '../domain/role.ts';
import { contract } from './contract.ts';
import { InLab } from './labs.ts';

export const listPeople = contract({
  method: 'GET',
  path: '/api/labs/:lab/people',
  summary: 'The people of the lab',
  params: InLab,
  output: z.object({ people: z.array(Member) }),
});
export const createPerson = contract({
  method: 'POST',
  path: '/api/labs/:lab/people',
  summary: 'Create an account for somebody of the staff',
  params: InLab,
  body: z.object({
    id: NewPersonId,
    name: z.string(),
    password: z.string(),
    institution: z.nullable(z.string()),
    actorKind: ActorKind,
    role: Role,
  }),
  output: z.object({ person: Member }),
  creates: true,
});
export const changePerson = contract({
  method: 'PATCH',
  path: '/api/labs/:lab/people/:person',
  summary: 'Rename a person or change their role',
  params: z.object({ lab: LabId, person: PersonId }),
  body: z.object({ commandId: Uuid, version: z.number(), name: z.optional(z.string()), role: z.optional(Role) }),
  output: z.object({ person: Member }),
});
export const removePerson = contract({
  method: 'DELETE',
  path: '/api/labs/:lab/people/:person',
  summary: 'Remove a person from the lab; what they wrote stays',
  params: z.object({ lab: LabId, person: PersonId }),
  body: z.object({ commandId: Uuid }),
});
