// Who one is: signing in and out, the demonstration's doors, the first administrator.
import * as contracts from '@cocrea/shared/api/session.ts';
import type { Session } from '@cocrea/shared/api/session.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { Recognised } from '../http/caller.ts';
import type { Routes } from '../http/routes.ts';
import type { AttemptLimit } from './attempt-limit.ts';
import { enterDemo, isDemoOffered, type DemoEntry } from './enter-demo.ts';
import { sessionView, type SessionCookies } from './session-cookie.ts';
import type { NewSession } from './sessions.ts';
import { signIn, type SignInDesk } from './sign-in.ts';
import { setUpAdmin } from './set-up-admin.ts';

export interface SessionDependencies extends SignInDesk {
  readonly demo: DemoEntry;
  readonly cookies: SessionCookies;
  /** Guesses at setup links, by address. */
  readonly setupAttempts: AttemptLimit;
  readonly addressOf: (request: IncomingMessage) => string;
  /** Every session of this person has ended: open rooms ask again. */
  readonly signedOut: (personId: string) => void;
}

export function addSessionRoutes(routes: Routes, dependencies: SessionDependencies): void {
  const { sessions, cookies, demo, addressOf } = dependencies;

  /** The device is somebody else from now on: what it was before ends. */
  async function welcome(
    { reply, request, who }: { reply: FastifyReply; request: FastifyRequest; who: Recognised },
    session: NewSession,
  ): Promise<Session> {
    if ('caller' in who && who.caller.session.kind === 'cookie') await sessions.end(who.caller.session.secretHash);
    cookies.set(reply, session.secret);
    return sessionView(await sessions.callerOf(session.secretHash), isDemoOffered(demo, request.raw));
  }

  routes.open(contracts.readSession, async ({ who, request, reply }) => {
    if ('refused' in who && who.refused === 'session_expired') cookies.clear(reply);
    return sessionView('caller' in who ? who.caller : null, isDemoOffered(demo, request.raw));
  });
  routes.open(contracts.signIn, async ({ body, ...asked }) =>
    welcome(asked, await signIn(dependencies, { ...body, address: addressOf(asked.request.raw) })),
  );
  routes.open(contracts.enterDemo, async ({ body, ...asked }) =>
    welcome(asked, await enterDemo(dependencies, { as: body.as, request: asked.request.raw })),
  );
  routes.open(contracts.setUpAdmin, async ({ params, body, ...asked }) => {
    const form = { ...body, secret: params.secret, address: addressOf(asked.request.raw) };
    return welcome(asked, await setUpAdmin({ ...dependencies, attempts: dependencies.setupAttempts }, form));
  });
  routes.open(contracts.signOut, async ({ who, reply }) => {
    if ('caller' in who) {
      await sessions.end(who.caller.session.secretHash);
      dependencies.signedOut(who.caller.actor.personId);
    }
    cookies.clear(reply);
  });
  routes.signedIn(contracts.signOutEverywhere, async ({ caller, reply }) => {
    await sessions.endAll(caller.actor.personId);
    dependencies.signedOut(caller.actor.personId);
    cookies.clear(reply);
  });
}
