// Who is behind a request, and the question every verb asks before it does anything: may they?
import type { IncomingMessage } from 'node:http';
import { AppError } from '@cocrea/shared/errors.ts';
import { can, type Action, type Membership, type Subjects } from '@cocrea/shared/permissions.ts';

export interface NamedMembership extends Membership {
  readonly labName: string;
}

export interface Caller {
  readonly actor: { readonly personId: string; readonly memberships: readonly NamedMembership[] };
  readonly name: string;
  readonly color: number;
  readonly actorKind: string;
  /** Signs in with a password; otherwise known by the device alone. */
  readonly account: boolean;
  /** Of the person's record. */
  readonly version: number;
  /** Labs this person was in and was removed from. */
  readonly removedFrom: readonly string[];
  readonly session: { readonly secretHash: string; readonly kind: 'cookie' | 'token' };
}

/** A request's caller, or why there is none. */
export type Recognised = { readonly caller: Caller } | { readonly refused: 'unauthenticated' | 'session_expired' };

/** Reads the cookie or the bearer token; `?token=` too where the request opens a socket. */
export type Recognise = (request: IncomingMessage) => Promise<Recognised>;

/** Throws AppError `removed_from_lab` or `forbidden` unless the caller may. */
export function authorize<A extends Action>(caller: Caller, action: A, subject: Subjects[A]): void {
  if (can(caller.actor, action, subject)) return;
  throw new AppError(caller.removedFrom.includes(subject.labId) ? 'removed_from_lab' : 'forbidden');
}
