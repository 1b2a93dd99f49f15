// Where what was fetched is kept. Failures of the network are tried again by hand or when the network returns; refusals never.
import { QueryClient } from '@tanstack/react-query';
import { week } from './kept-on-device.ts';
import { pauseAfter, worthAnother } from './patiently.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The feed says what changed; this is for what it could not say while it was away.
      staleTime: 30_000,
      gcTime: week,
      // A laptop in a hall may be "offline" for the browser and one cable away from the server.
      networkMode: 'always',
      retry: worthAnother,
      retryDelay: pauseAfter,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
