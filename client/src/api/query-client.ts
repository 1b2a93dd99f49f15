// Where what was fetched is kept. Failures of the network are tried again by hand or when the network returns; refusals never.
import { QueryClient } from '@tanstack/react-query';
import { NetworkFailure } from './call.ts';

export const day = 24 * 60 * 60 * 1000;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The feed says what changed; this is for what it could not say while it was away.
      staleTime: 30_000,
      gcTime: 7 * day,
      // A laptop in a hall may be "offline" for the browser and one cable away from the server.
      networkMode: 'always',
      retry: (attempt, failure) => failure instanceof NetworkFailure && attempt < 2,
      retryDelay: (attempt) => 500 * 2 ** attempt,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
