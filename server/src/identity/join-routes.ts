// Coming in with a code, and the codes themselves.
import * as joining from '@cocrea/shared/api/join.ts';
import * as codes from '@cocrea/shared/api/join-codes.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { IncomingMessage } from 'node:http';
import type { Routes } from '../http/routes.ts';
import type { Ledger } from '../storage/ledger.ts';
import type { AttemptLimit } from './attempt-limit.ts';
import { isDemoOffered, type DemoEntry } from './enter-demo.ts';
import { closeJoinCode, createJoinCode, listJoinCodes } from './join-codes.ts';
import { joinWithCode, type SeatsPort } from './join-with-code.ts';
import { lookUpCode } from './look-up-code.ts';
import { sessionView, type SessionCookies } from './session-cookie.ts';
import type { Sessions } from './sessions.ts';

export interface JoinDependencies {
  readonly ledger: Ledger;
  readonly sessions: Sessions;
  readonly cookies: SessionCookies;
  readonly demo: DemoEntry;
  /** Guesses at codes, by address. */
  readonly codeAttempts: AttemptLimit;
  readonly addressOf: (request: IncomingMessage) => string;
  readonly seats: SeatsPort;
  /** Where phones reach this server: `http://192.168.1.20:3000`. */
  readonly addresses: () => readonly string[];
}

export function addJoinRoutes(routes: Routes, dependencies: JoinDependencies): void {
  const { ledger, sessions, cookies, codeAttempts: attempts, addressOf } = dependencies;

  routes.open(joining.lookUpCode, async ({ params, request }) => {
    const { door } = await lookUpCode({ ledger, attempts }, { code: params.code, address: addressOf(request.raw) });
    return door;
  });
  routes.open(joining.join, async ({ params, body: form, who, request, reply }) => {
    const code = await lookUpCode({ ledger, attempts }, { code: params.code, address: addressOf(request.raw) });
    const caller = 'caller' in who ? who.caller : null;
    const { created, session } = await joinWithCode(dependencies, { caller, code, form });
    if (session !== null) cookies.set(reply, session.secret);
    const secretHash = session?.secretHash ?? caller?.session.secretHash;
    const now = secretHash === undefined ? null : await sessions.callerOf(secretHash);
    if (now === null) throw new AppError('session_expired');
    const output = {
      session: sessionView(now, isDemoOffered(dependencies.demo, request.raw)),
      labId: code.door.lab.id,
      documentId: code.notesDocumentId,
    };
    return { created, output };
  });

  routes.signedIn(codes.listJoinCodes, async ({ caller, params }) => {
    return { codes: await listJoinCodes(ledger, caller, params.lab), addresses: [...dependencies.addresses()] };
  });
  routes.signedIn(codes.createJoinCode, async ({ caller, params, body }) => {
    const { created, code } = await createJoinCode(ledger, caller, { labId: params.lab, ...body });
    return { created, output: { code } };
  });
  routes.signedIn(codes.closeJoinCode, async ({ caller, params, body }) =>
    closeJoinCode(ledger, caller, { labId: params.lab, id: params.id, commandId: body.commandId }),
  );
}
