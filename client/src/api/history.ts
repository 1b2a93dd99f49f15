// The history of a text as pages read it: its versions, the text at a moment, who wrote it, and bringing a moment back.
import type { OutputOf } from '@cocrea/shared/api/contract.ts';
import type {
  listVersions,
  nameVersion,
  readAuthors,
  readGrowth,
  readMoment,
  restoreMoment,
} from '@cocrea/shared/api/history.ts';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import type { DraftVersion } from '@cocrea/shared/domain/draft.ts';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { call } from './call.ts';
import { authorsKey, growthKey, momentKey, versionsKey } from './keys.ts';

export type VersionsAnswer = OutputOf<typeof listVersions>;
export type GrowthAnswer = OutputOf<typeof readGrowth>;
export type AuthorsAnswer = OutputOf<typeof readAuthors>;

export function useVersions(lab: string, document: string): UseQueryResult<VersionsAnswer> {
  return useQuery({
    queryKey: versionsKey(lab, document),
    queryFn: () => call<typeof listVersions>('GET /api/labs/:lab/documents/:document/versions', { params: { lab, document } }),
    staleTime: 0,
  });
}

/** The text at a moment: it never changes. */
export function useMoment(lab: string, document: string, seq: number): UseQueryResult<DocumentJson> {
  return useQuery({
    queryKey: momentKey(lab, document, seq),
    queryFn: async () => {
      const params = { lab, document, seq: String(seq) };
      const answer = await call<typeof readMoment>('GET /api/labs/:lab/documents/:document/moments/:seq', { params });
      return answer.body as DocumentJson;
    },
    enabled: seq > 0,
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
}

export function useGrowth(lab: string, document: string): UseQueryResult<GrowthAnswer> {
  return useQuery({
    queryKey: growthKey(lab, document),
    queryFn: () => call<typeof readGrowth>('GET /api/labs/:lab/documents/:document/growth', { params: { lab, document } }),
    staleTime: 0,
  });
}

export function useAuthors(lab: string, document: string): UseQueryResult<AuthorsAnswer> {
  return useQuery({
    queryKey: authorsKey(lab, document),
    queryFn: () => {
      const params = { lab, document, seq: 'now' };
      return call<typeof readAuthors>('GET /api/labs/:lab/documents/:document/moments/:seq/authors', { params });
    },
    staleTime: 0,
    structuralSharing: false,
  });
}

/** Who wrote the text of a moment: it never changes. */
export function useAuthorsAt(
  lab: string,
  document: string,
  { seq, enabled }: { seq: number; enabled: boolean },
): UseQueryResult<AuthorsAnswer> {
  return useQuery({
    queryKey: [...authorsKey(lab, document), seq],
    queryFn: () => {
      const params = { lab, document, seq: String(seq) };
      return call<typeof readAuthors>('GET /api/labs/:lab/documents/:document/moments/:seq/authors', { params });
    },
    enabled: enabled && seq > 0,
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
}

/** The id is the caller's, kept while the same version is meant. */
export function useNameVersion(
  lab: string,
  document: string,
): UseMutationResult<DraftVersion, Error, { id: string; name: string }> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body) =>
      call<typeof nameVersion>('POST /api/labs/:lab/documents/:document/versions', { params: { lab, document }, body }),
    onSettled: () => client.invalidateQueries({ queryKey: versionsKey(lab, document) }),
  });
}

type Restored = OutputOf<typeof restoreMoment>;
export function useRestoreMoment(
  lab: string,
  document: string,
): UseMutationResult<Restored, Error, { seq: number; seen: number }> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (moments) =>
      call<typeof restoreMoment>('POST /api/labs/:lab/documents/:document/restorations', {
        params: { lab, document },
        body: { commandId: newId(), ...moments },
      }),
    onSettled: () => client.invalidateQueries({ queryKey: versionsKey(lab, document) }),
  });
}
