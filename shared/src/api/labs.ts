// A lab's home: its facts, its documents, its people, its codes.
import * as z from 'zod/mini';
import { ActorKind } from '../domain/actor-kind.ts';
import { LabDocument } from '../domain/document.ts';
import { LabEvent } from '../domain/event.ts';
import { DocumentId, LabId, NewPersonId, PersonId, Uuid } from '../domain/ids.ts';
import { JoinCode } from '../domain/join-code.ts';
import { Lab, SubTable } from '../domain/lab.ts';
import { Member } from '../domain/person.ts';
import { JoinableRole, Role } from '../domain/role.ts';
import { contract } from './contract.ts';

const InLab = z.object({ lab: LabId });

export const readLab = contract({
  method: 'GET',
  path: '/api/labs/:lab',
  summary: 'The lab: facts, milestones, sub-tables and the last event of its log',
  params: InLab,
  output: z.object({ lab: Lab, subTables: z.array(SubTable), seq: z.number() }),
});
export const listDocuments = contract({
  method: 'GET',
  path: '/api/labs/:lab/documents',
  summary: 'Every document of the lab',
  params: InLab,
  output: z.object({ documents: z.array(LabDocument) }),
});
export const createNote = contract({
  method: 'POST',
  path: '/api/labs/:lab/notes',
  summary: 'Create a free note; the same id again answers 200 with the same note',
  params: InLab,
  body: z.object({ id: Uuid, title: z.string() }),
  output: z.object({ documentId: DocumentId, document: LabDocument }),
  creates: true,
});
export const renameNote = contract({
  method: 'PATCH',
  path: '/api/labs/:lab/notes/:id',
  summary: 'Rename a free note',
  params: z.object({ lab: LabId, id: DocumentId }),
  body: z.object({ commandId: Uuid, title: z.string(), version: z.number() }),
  output: z.object({ document: LabDocument }),
});

/** What happened since one's last visit; `visited` is null on the first. People are named where the reader may see them. */
export const readChanges = contract({
  method: 'GET',
  path: '/api/labs/:lab/changes',
  summary: 'What changed since my last visit',
  params: InLab,
  output: z.object({
    visited: z.nullable(z.number()),
    events: z.array(LabEvent),
    names: z.record(z.string(), z.string()),
    documents: z.array(z.object({ id: DocumentId, updatedAt: z.number() })),
  }),
});
export const markVisit = contract({
  method: 'POST',
  path: '/api/labs/:lab/visits',
  summary: 'Remember that I have seen the lab up to this event',
  params: InLab,
  body: z.object({ seq: z.number() }),
});

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

export const listJoinCodes = contract({
  method: 'GET',
  path: '/api/labs/:lab/join-codes',
  summary: 'The join codes of the lab, and the addresses at which phones reach this server',
  params: InLab,
  output: z.object({ codes: z.array(JoinCode), addresses: z.array(z.string()) }),
});
export const createJoinCode = contract({
  method: 'POST',
  path: '/api/labs/:lab/join-codes',
  summary: 'Make a join code',
  params: InLab,
  body: z.object({ id: Uuid, role: JoinableRole, subTableId: z.nullable(z.string()) }),
  output: z.object({ code: JoinCode }),
  creates: true,
});
export const closeJoinCode = contract({
  method: 'DELETE',
  path: '/api/labs/:lab/join-codes/:id',
  summary: 'Close a join code; people who joined with it stay',
  params: z.object({ lab: LabId, id: Uuid }),
  body: z.object({ commandId: Uuid }),
});
