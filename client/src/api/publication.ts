// What is published, as its pages read it.
import type {
  listPublicLabs,
  readMatrix,
  readPublicDraft,
  readPublicLab,
  readPublicMatrix,
} from '@cocrea/shared/api/publication.ts';
import type { OutputOf } from '@cocrea/shared/api/contract.ts';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call } from './call.ts';
import { matrixKey, publicDraftKey, publicLabKey, publicLabsKey, publicMatrixKey } from './keys.ts';

export type PublicDraftAnswer = OutputOf<typeof readPublicDraft>;
export type MatrixAnswer = OutputOf<typeof readMatrix>;

export function usePublicLabs(): UseQueryResult<OutputOf<typeof listPublicLabs>> {
  return useQuery({
    queryKey: publicLabsKey,
    queryFn: () => call<typeof listPublicLabs>('GET /api/public/labs', {}),
  });
}

export function usePublicLab(lab: string): UseQueryResult<OutputOf<typeof readPublicLab>> {
  return useQuery({
    queryKey: publicLabKey(lab),
    queryFn: () => call<typeof readPublicLab>('GET /api/public/labs/:lab', { params: { lab } }),
  });
}

export function usePublicDraft(
  lab: string,
  no: number,
  { wanted = true }: { wanted?: boolean } = {},
): UseQueryResult<PublicDraftAnswer> {
  return useQuery({
    queryKey: publicDraftKey(lab, no),
    queryFn: () => call<typeof readPublicDraft>('GET /api/public/labs/:lab/drafts/:no', { params: { lab, no: String(no) } }),
    enabled: wanted,
    retry: false,
  });
}

/** As everybody sees it, or as the lab does. */
export function useMatrix(lab: string, { no, isPublic }: { no: number; isPublic: boolean }): UseQueryResult<MatrixAnswer> {
  const params = { lab, no: String(no) };
  return useQuery({
    queryKey: isPublic ? publicMatrixKey(lab, no) : matrixKey(lab, no),
    queryFn: () =>
      isPublic
        ? call<typeof readPublicMatrix>('GET /api/public/labs/:lab/matrices/:no', { params })
        : call<typeof readMatrix>('GET /api/labs/:lab/matrices/:no', { params }),
    retry: false,
  });
}
