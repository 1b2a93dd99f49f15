// Who one is, as the server says: asked, entered, left. Every page watches it, so it is state of the program and no answer in a cache;
// everything that is fetched belongs to this person.
import type * as contracts from '@cocrea/shared/api/session.ts';
import type { Me, Session } from '@cocrea/shared/api/session.ts';
import type { Actor } from '@cocrea/shared/permissions.ts';
import { useEffect } from 'react';
import { create } from 'zustand';
import { call, type InputOf } from './call.ts';
import { forgetPerson, keepOnDevice, keptOnDevice } from './kept-on-device.ts';
import { patiently } from './patiently.ts';

interface Known {
  /** Undefined until the server or this device has said who one is. */
  readonly data: Session | undefined;
  /** Why asking last failed; what was known before still stands. */
  readonly error: Error | null;
  readonly isFetching: boolean;
}

const useKnown = create<Known>(() => ({ data: undefined, error: null, isFetching: false }));

/** Milliseconds after which a page that opens asks again. */
const fresh = 30_000;
let answeredAt = 0;
/** What was asked before something newer is not listened to any more. */
let turn = 0;

const personIn = (session: Session | undefined): string | null => session?.me?.personId ?? null;

export function sessionNow(): Session | undefined {
  return useKnown.getState().data;
}

/** Null for a passer-by, and until one is known. */
export function personNow(): string | null {
  return personIn(sessionNow());
}

/** From here on one is who `session` says. Whoever enters or leaves begins with nothing of the person before, on the screen or the device. */
export function beginAs(session: Session): void {
  const before = sessionNow();
  const personId = personIn(session);
  turn += 1;
  answeredAt = Date.now();
  // At once: the tab may close in the next moment.
  if (personId === null || personId !== personIn(before)) forgetPerson();
  if (personId !== null) keepOnDevice('session', { personId, what: session });
  // An answer that says nothing new draws nothing again.
  const same = JSON.stringify(session) === JSON.stringify(before);
  useKnown.setState({ data: same ? before : session, error: null, isFetching: false });
}

/** Calls `tell` each time another person is here, or none, before any page shows it. */
export function onAnotherPerson(tell: () => void): void {
  useKnown.subscribe((now, before) => {
    if (personIn(now.data) !== personIn(before.data)) tell();
  });
}

/** Asks the server who one is; for whatever gives reason to doubt it. Resolves when there is an answer or a failure. */
export async function askWhoIAm(): Promise<void> {
  turn += 1;
  const mine = turn;
  useKnown.setState({ isFetching: true });
  try {
    const session = await patiently(() => call<typeof contracts.readSession>('GET /api/session', {}));
    if (mine === turn) beginAs(session);
  } catch (failure) {
    if (mine === turn) useKnown.setState({ error: failure as Error, isFetching: false });
  }
}

/** Asks again where the last answer is old, or there was none. */
export function freshenSession(): void {
  const { error, isFetching } = useKnown.getState();
  if (!isFetching && (error !== null || Date.now() - answeredAt > fresh)) void askWhoIAm();
}

/** Once, before the first page: shows who this device was last, asks at once whether that still holds, and again on coming back. */
export function startSession(): void {
  useKnown.setState({ data: keptOnDevice<Session>('session')?.what });
  freshenSession();
  addEventListener('online', freshenSession);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') freshenSession();
  });
}

export function useSession(): Known & { readonly refetch: () => void } {
  const known = useKnown();
  useEffect(freshenSession, []);
  return { ...known, refetch: () => void askWhoIAm() };
}

/** Null for a passer-by, and until the server or this device has said who one is. */
export function useMe(): Me | null {
  return useKnown(({ data }) => data?.me ?? null);
}

export type MyMembership = Me['memberships'][number];

/** What one is in a lab; null where one is not of it. */
export function useMembership(lab: string): MyMembership | null {
  return useMe()?.memberships.find(({ labId }) => labId === lab) ?? null;
}

/** One as `can` wants to know one. */
export function useActor(): Actor {
  return useMe();
}

// The ways in and out. Each resolves to the session that holds from then on: `beginAs` makes it so, in the same breath as its page moves on.

export function signIn(body: InputOf<typeof contracts.signIn>['body']): Promise<Session> {
  return call<typeof contracts.signIn>('POST /api/session', { body });
}

export function enterDemo(as: InputOf<typeof contracts.enterDemo>['body']['as']): Promise<Session> {
  return call<typeof contracts.enterDemo>('POST /api/demo-session', { body: { as } });
}

export function setUpAdmin(input: InputOf<typeof contracts.setUpAdmin>): Promise<Session> {
  return call<typeof contracts.setUpAdmin>('POST /api/setup/:secret', input);
}

/** Ends this session, or all of this person's; `everywhere` needs to be asked for. */
export async function signOut({ everywhere }: { everywhere: boolean }): Promise<Session> {
  if (everywhere) await call<typeof contracts.signOutEverywhere>('DELETE /api/sessions', {});
  else await call<typeof contracts.signOut>('DELETE /api/session', {});
  return { me: null, demoEntry: sessionNow()?.demoEntry ?? false };
}
