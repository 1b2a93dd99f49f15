// Joining with a code: no account, no e-mail, three fields and a notice.
import * as z from 'zod/mini';
import { ActorKind } from '../domain/actor-kind.ts';
import { NewPersonId } from '../domain/ids.ts';
import { Consents } from '../domain/person.ts';
import { JoinableRole } from '../domain/role.ts';
import { contract } from './contract.ts';
import { Session } from './session.ts';

export const Door = z.object({
  code: z.string(),
  lab: z.object({ id: z.string(), name: z.string() }),
  role: JoinableRole,
  subTable: z.nullable(z.object({ id: z.string(), no: z.number(), theme: z.string() })),
  noticeVersion: z.string(),
});
export type Door = z.infer<typeof Door>;

export const lookUpCode = contract({
  method: 'GET',
  path: '/api/join/:code',
  summary: 'What a join code opens',
  params: z.object({ code: z.string() }),
  output: Door,
});
export const join = contract({
  method: 'POST',
  path: '/api/join/:code',
  summary: 'Join a lab with a code; the same id again is the same person',
  params: z.object({ code: z.string() }),
  body: z.object({
    id: NewPersonId,
    alias: z.string(),
    institution: z.nullable(z.string()),
    actorKind: ActorKind,
    noticeVersion: z.string(),
    consents: Consents,
  }),
  output: z.object({ session: Session, labId: z.string(), documentId: z.nullable(z.string()) }),
  creates: true,
});
