// The cookie a device is known by, and what a page is told of its session.
import type { FastifyReply } from 'fastify';
import type { Session } from '@cocrea/shared/api/session.ts';
import type { Caller } from '../http/caller.ts';
import { sessionCookie } from './sessions.ts';

/** Browsers keep no cookie longer than 400 days; when a session ends, the server decides. */
const cookieSeconds = 400 * 86_400;

export interface SessionCookies {
  set(reply: FastifyReply, secret: string): void;
  clear(reply: FastifyReply): void;
}

export function createSessionCookies({ secure }: { secure: boolean }): SessionCookies {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  return {
    set: (reply, secret) => void reply.setCookie(sessionCookie, secret, { ...options, maxAge: cookieSeconds }),
    clear: (reply) => void reply.clearCookie(sessionCookie, options),
  };
}

export function sessionView(caller: Caller | null, demoEntry: boolean): Session {
  if (caller === null) return { me: null, demoEntry };
  const { actor, name, color, account, version } = caller;
  const memberships = actor.memberships.map(({ labId, labName, role, subTableId }) => ({ labId, labName, role, subTableId }));
  return { me: { personId: actor.personId, name, color, account, version, memberships }, demoEntry };
}
