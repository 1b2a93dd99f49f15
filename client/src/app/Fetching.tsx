// The frame of pages that show what is fetched: where answers are cached, and kept on the device. It comes with the first of them, so that a
// phone at the door carries no cache.
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { keepAnswers } from '../api/kept-answers.ts';
import { queryClient } from '../api/query-client.ts';

keepAnswers(queryClient);

export function Fetching({ children }: { readonly children: ReactNode }): ReactNode {
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
