// Texts of which most was deleted, as those hear of them who may bring them back; and what becomes of that.
import type { OutputOf } from '@cocrea/shared/api/contract.ts';
import type { listMassDeletions, settleMassDeletion } from '@cocrea/shared/api/history.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import type { MassDeletion, MassDeletionEnd } from '@cocrea/shared/domain/mass-deletion.ts';
import { useMutation, useQuery, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { call } from './call.ts';
import { massDeletionsKey, versionsKey } from './keys.ts';

/** None for whoever is not to be asked. */
export function useMassDeletions(lab: string, { enabled }: { enabled: boolean }): readonly MassDeletion[] {
  const answer = useQuery({
    queryKey: massDeletionsKey(lab),
    queryFn: () => call<typeof listMassDeletions>('GET /api/labs/:lab/mass-deletions', { params: { lab } }),
    enabled,
  });
  return answer.data?.deletions ?? none;
}
const none: readonly MassDeletion[] = [];

type Settled = OutputOf<typeof settleMassDeletion>;
export function useSettleMassDeletion({
  id,
  documentId: document,
  lab,
}: Pick<MassDeletion, 'id' | 'documentId'> & { readonly lab: string }): UseMutationResult<Settled, Error, MassDeletionEnd> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (as) =>
      call<typeof settleMassDeletion>('POST /api/labs/:lab/documents/:document/mass-deletions/:deletion/settlement', {
        params: { lab, document, deletion: id },
        body: { commandId: newId(), as },
      }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: massDeletionsKey(lab) }),
        client.invalidateQueries({ queryKey: versionsKey(lab, document) }),
      ]),
  });
}
