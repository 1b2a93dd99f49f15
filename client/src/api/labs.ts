// A lab as its pages read it: its facts, its documents, what changed since one was last here; and the notes one makes in it.
import type { createNote, listDocuments, markVisit, readChanges, readLab, renameNote } from '@cocrea/shared/api/labs.ts';
import type { OutputOf } from '@cocrea/shared/api/contract.ts';
import type { LabDocument } from '@cocrea/shared/domain/document.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import {
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { call } from './call.ts';
import { changesKey, documentsKey, labKey } from './keys.ts';

export type LabAnswer = OutputOf<typeof readLab>;
export type DocumentsAnswer = OutputOf<typeof listDocuments>;
export type ChangesAnswer = OutputOf<typeof readChanges>;

export function useLab(lab: string): UseQueryResult<LabAnswer> {
  return useQuery({ queryKey: labKey(lab), queryFn: () => call<typeof readLab>('GET /api/labs/:lab', { params: { lab } }) });
}

export function useDocuments(lab: string): UseQueryResult<DocumentsAnswer> {
  return useQuery({
    queryKey: documentsKey(lab),
    queryFn: () => call<typeof listDocuments>('GET /api/labs/:lab/documents', { params: { lab } }),
  });
}

/** One document's record; undefined while the list is not here or does not have it. */
export function useDocument(lab: string, documentId: string): LabDocument | undefined {
  return useDocuments(lab).data?.documents.find(({ id }) => id === documentId);
}

/** Half an hour away makes a new visit: until then the list of changes stays as it was found. */
const visit = 30 * 60 * 1000;

export function useChanges(lab: string): UseQueryResult<ChangesAnswer> {
  return useQuery({
    queryKey: changesKey(lab),
    queryFn: () => call<typeof readChanges>('GET /api/labs/:lab/changes', { params: { lab } }),
    staleTime: visit,
    refetchOnWindowFocus: false,
  });
}

export function useMarkVisit(lab: string): UseMutationResult<undefined, Error, number> {
  return useMutation({
    mutationFn: (seq) => call<typeof markVisit>('POST /api/labs/:lab/visits', { params: { lab }, body: { seq } }),
  });
}

function putDocument(client: QueryClient, { lab, document }: { lab: string; document: LabDocument }): void {
  client.setQueryData<DocumentsAnswer>(documentsKey(lab), (known) => {
    if (!known) return known;
    const others = known.documents.filter(({ id }) => id !== document.id);
    return { documents: [...others, document] };
  });
}

/** The id is the caller's, kept as long as the same note is meant: sending it twice makes one note. */
export function useCreateNote(lab: string): UseMutationResult<LabDocument, Error, { id: string; title: string }> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body) => (await call<typeof createNote>('POST /api/labs/:lab/notes', { params: { lab }, body })).document,
    onSuccess: (document) => putDocument(client, { lab, document }),
  });
}

/** Shows the new title at once; takes it back where the server refuses it. */
export function useRenameNote(lab: string): UseMutationResult<LabDocument, Error, { document: LabDocument; title: string }> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ document: { id, version }, title }) => {
      const body = { commandId: newId(), title, version };
      return (await call<typeof renameNote>('PATCH /api/labs/:lab/notes/:id', { params: { lab, id }, body })).document;
    },
    onMutate: ({ document, title }) => putDocument(client, { lab, document: { ...document, title } }),
    onSuccess: (document) => putDocument(client, { lab, document }),
    onError: (_failure, { document }) => {
      putDocument(client, { lab, document });
      void client.invalidateQueries({ queryKey: documentsKey(lab) });
    },
  });
}
