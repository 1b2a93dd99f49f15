// Joining with a code: what it opens, and the one command that makes a person of the lab. Its id is kept on the device until the server
// answered, so that a second try after a lost answer is the same person and not a second one.
import type { join, lookUpCode, Door } from '@cocrea/shared/api/join.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { forget, recall, remember } from '../ui/memory.ts';
import { call, type InputOf } from './call.ts';
import type { OutputOf } from '@cocrea/shared/api/contract.ts';
import { startOver } from './kept-answers.ts';

/** What a code opens; asks nothing while `code` is null. */
export function useDoor(code: string | null): UseQueryResult<Door> {
  return useQuery({
    queryKey: ['door', code],
    queryFn: () => call<typeof lookUpCode>('GET /api/join/:code', { params: { code: code ?? '' } }),
    enabled: code !== null,
    gcTime: 0,
  });
}

function pendingId(code: string): string {
  const name = `joining.${code}`;
  const known = recall(name);
  if (known !== null) return known;
  const fresh = newId();
  remember(name, fresh);
  return fresh;
}

export type JoinForm = Omit<InputOf<typeof join>['body'], 'id'>;

export function useJoin(code: string): UseMutationResult<OutputOf<typeof join>, Error, JoinForm> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (form) => call<typeof join>('POST /api/join/:code', { params: { code }, body: { ...form, id: pendingId(code) } }),
    onSuccess: ({ session }) => {
      forget(`joining.${code}`);
      startOver(client, session);
    },
  });
}
