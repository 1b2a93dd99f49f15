// Who one is, as the server says: read, entered, left. Everything else fetched belongs to that person.
import type {
  enterDemo,
  Me,
  readSession,
  Session,
  setUpAdmin,
  signIn,
  signOut,
  signOutEverywhere,
} from '@cocrea/shared/api/session.ts';
import type { Actor } from '@cocrea/shared/permissions.ts';
import {
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { call, type InputOf } from './call.ts';
import { sessionKey } from './keys.ts';
import { startOver } from './kept-answers.ts';
import { queryClient } from './query-client.ts';

export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  queryFn: async (): Promise<Session> => {
    const before = queryClient.getQueryData<Session>(sessionKey);
    const session = await call<typeof readSession>('GET /api/session', {});
    // Somebody else entered in another tab: nothing of the person before may stay on this screen.
    if (before?.me && before.me.personId !== session.me?.personId) startOver(queryClient, session);
    return session;
  },
});

export function useSession(): UseQueryResult<Session> {
  return useQuery(sessionQuery);
}

/** Null for a passer-by, and until the server or this device has said who one is. */
export function useMe(): Me | null {
  return useSession().data?.me ?? null;
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

function useEntering<Input>(enter: (input: Input) => Promise<Session>): UseMutationResult<Session, Error, Input> {
  const client = useQueryClient();
  return useMutation({ mutationFn: enter, onSuccess: (session) => startOver(client, session) });
}

export function useSignIn(): UseMutationResult<Session, Error, InputOf<typeof signIn>['body']> {
  return useEntering((body) => call<typeof signIn>('POST /api/session', { body }));
}

export function useEnterDemo(): UseMutationResult<Session, Error, InputOf<typeof enterDemo>['body']['as']> {
  return useEntering((as) => call<typeof enterDemo>('POST /api/demo-session', { body: { as } }));
}

export function useSetUpAdmin(): UseMutationResult<Session, Error, InputOf<typeof setUpAdmin>> {
  return useEntering((input) => call<typeof setUpAdmin>('POST /api/setup/:secret', input));
}

/** Ends this session, or all of this person's; `everywhere` needs to be asked for. */
export function useSignOut(): UseMutationResult<void, Error, { everywhere: boolean }> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ everywhere }) => {
      if (everywhere) await call<typeof signOutEverywhere>('DELETE /api/sessions', {});
      else await call<typeof signOut>('DELETE /api/session', {});
    },
    onSuccess: async () => {
      const demoEntry = client.getQueryData<Session>(sessionKey)?.demoEntry ?? false;
      startOver(client, { me: null, demoEntry });
      await client.invalidateQueries({ queryKey: sessionKey });
    },
  });
}
