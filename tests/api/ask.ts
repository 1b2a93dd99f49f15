// Asks the API as a page or a program would: by contract, as somebody.
import { randomUUID } from 'node:crypto';
import type { BodyOf, Contract, OutputOf, ParamsOf } from '@cocrea/shared/api/contract.ts';
import { join } from '@cocrea/shared/api/join.ts';
import type { Problem } from '@cocrea/shared/api/problem.ts';
import { privacyNoticeVersion } from '@cocrea/shared/domain/person.ts';

/** Who asks: the headers that say so; nobody without. */
export type As = Readonly<Record<string, string>>;
export const nobody: As = {};

export function bearer(token: string): As {
  return { authorization: `Bearer ${token}` };
}

export interface Asked<C extends Contract> {
  readonly as?: As;
  readonly params?: ParamsOf<C>;
  readonly body?: BodyOf<C>;
}

export interface Answered<C extends Contract> {
  readonly status: number;
  /** Of a success. */
  readonly output: OutputOf<C>;
  /** Of a failure; empty where there was none. */
  readonly error: Problem['error'];
  readonly headers: Headers;
  /** The session the answer set, as the headers of who has it. */
  readonly session: As;
}

export interface Asks {
  readonly url: string;
}

export function addressOf(server: Asks, contract: Contract, params: Readonly<Record<string, string>> = {}): URL {
  return new URL(
    contract.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? '')),
    server.url,
  );
}

export async function ask<C extends Contract>(server: Asks, contract: C, asked: Asked<C> = {}): Promise<Answered<C>> {
  const { as = nobody, params, body } = asked;
  const answer = await fetch(addressOf(server, contract, params as Record<string, string> | undefined), {
    method: contract.method,
    headers: { ...as, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const json = (text === '' ? {} : JSON.parse(text)) as OutputOf<C> & Partial<Problem>;
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('cocrea_session='));
  return {
    status: answer.status,
    output: json,
    error: json.error ?? { code: '', message: '', details: {} },
    headers: answer.headers,
    session: cookie === undefined ? nobody : { cookie: cookie.split(';')[0] ?? '' },
  };
}

/** A form to join with, in everything as an ordinary person would fill it in. */
export function joinForm(alias: string, other: Partial<BodyOf<typeof join>> = {}): BodyOf<typeof join> {
  return {
    id: randomUUID(),
    alias,
    institution: null,
    actorKind: 'ciudadania',
    noticeVersion: privacyNoticeVersion,
    consents: { attendance: true, image: false, contact: false },
    ...other,
  };
}

/** Somebody who joined with a code: their id and their session. */
export async function joinAs(server: Asks, code: string, alias: string): Promise<{ personId: string; as: As }> {
  const form = joinForm(alias);
  const { status, session, error } = await ask(server, join, { params: { code }, body: form });
  if (status !== 201) throw new Error(`joining with ${code}: ${status} ${error.message}`);
  return { personId: form.id, as: session };
}
