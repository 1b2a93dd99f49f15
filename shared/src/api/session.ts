// Who one is: signing in and out, the demonstration's doors, the first administrator.
import * as z from 'zod/mini';
import { NewPersonId, PersonId } from '../domain/ids.ts';
import { Role } from '../domain/role.ts';
import { contract } from './contract.ts';

export const Me = z.object({
  personId: PersonId,
  name: z.string(),
  color: z.number(),
  account: z.boolean(),
  /** Of the person's record: what a change of one's own name is based on. */
  version: z.number(),
  memberships: z.array(z.object({ labId: z.string(), labName: z.string(), role: Role, subTableId: z.nullable(z.string()) })),
});
export type Me = z.infer<typeof Me>;

export const Session = z.object({
  me: z.nullable(Me),
  /** One-click demonstration entry is offered: switched on, and the request came over loopback. */
  demoEntry: z.boolean(),
});
export type Session = z.infer<typeof Session>;

export const readSession = contract({
  method: 'GET',
  path: '/api/session',
  summary: 'Who am I, and what may I enter',
  output: Session,
});
export const signIn = contract({
  method: 'POST',
  path: '/api/session',
  summary: 'Sign in with name and password',
  body: z.object({ name: z.string(), password: z.string() }),
  output: Session,
});
export const signOut = contract({ method: 'DELETE', path: '/api/session', summary: 'End this session' });
export const signOutEverywhere = contract({
  method: 'DELETE',
  path: '/api/sessions',
  summary: 'End all my sessions on every device',
});

export const demoDoors = ['facilitator', 'civil_org', 'consolidator'] as const;
export const enterDemo = contract({
  method: 'POST',
  path: '/api/demo-session',
  summary: 'Enter the demonstration lab as one of its fictional people (loopback only)',
  body: z.object({ as: z.enum(demoDoors) }),
  output: Session,
});

export const setUpAdmin = contract({
  method: 'POST',
  path: '/api/setup/:secret',
  summary: 'Create the administrator with the one-time link of the first start',
  params: z.object({ secret: z.string() }),
  body: z.object({ id: NewPersonId, name: z.string(), password: z.string() }),
  output: Session,
});
