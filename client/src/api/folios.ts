// Folios as their pages read them.
import type { listMyFolios, MyFolio, readFolio } from '@cocrea/shared/api/folios.ts';
import type { OutputOf } from '@cocrea/shared/api/contract.ts';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call } from './call.ts';
import { folioKey, myFoliosKey } from './keys.ts';

export function useFolio(folio: string): UseQueryResult<OutputOf<typeof readFolio>> {
  return useQuery({
    queryKey: folioKey(folio),
    queryFn: () => call<typeof readFolio>('GET /api/folios/:folio', { params: { folio } }),
    enabled: folio !== '',
    retry: false,
  });
}

export function useMyFolios(lab: string): UseQueryResult<{ folios: readonly MyFolio[] }> {
  return useQuery({
    queryKey: myFoliosKey(lab),
    queryFn: () => call<typeof listMyFolios>('GET /api/labs/:lab/folios/mine', { params: { lab } }),
    staleTime: 0,
  });
}
