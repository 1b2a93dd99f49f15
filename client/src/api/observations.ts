// Observations as pages read and send them.
import type {
  answerObservations,
  groupObservations,
  listObservations,
  listReplyTemplates,
  markAnalysing,
  putReplyTemplate,
  ReplyTemplate,
  sendObservation,
  ungroupObservations,
} from '@cocrea/shared/api/observations.ts';
import type { BodyOf, OutputOf } from '@cocrea/shared/api/contract.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import type { Observation } from '@cocrea/shared/domain/observation.ts';
import {
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { call } from './call.ts';
import { blockersKey, observationsKey, templatesKey } from './keys.ts';

export type ObservationsAnswer = OutputOf<typeof listObservations>;
export type SentObservation = BodyOf<typeof sendObservation>;

export function useObservations(lab: string, document: string): UseQueryResult<ObservationsAnswer> {
  return useQuery({
    queryKey: observationsKey(lab, document),
    queryFn: () =>
      call<typeof listObservations>('GET /api/labs/:lab/drafts/:document/observations', { params: { lab, document } }),
  });
}

export function sendOne(place: { lab: string; document: string }, body: SentObservation): Promise<Observation> {
  return call<typeof sendObservation>('POST /api/labs/:lab/drafts/:document/observations', { params: place, body });
}

/** Puts what the server answered into what is shown. */
export function showObservations(client: QueryClient, lab: string, changed: readonly Observation[]): void {
  for (const document of new Set(changed.map(({ documentId }) => documentId))) {
    client.setQueryData<ObservationsAnswer>(observationsKey(lab, document), (known) => {
      if (known === undefined) return known;
      const byId = new Map(changed.map((one) => [one.id, one]));
      const kept = known.observations.map((one) => byId.get(one.id) ?? one);
      const ids = new Set(kept.map(({ id }) => id));
      return { observations: [...kept, ...changed.filter(({ id, documentId }) => documentId === document && !ids.has(id))] };
    });
  }
  void client.invalidateQueries({ queryKey: blockersKey(lab) });
}

function useChanging<Input>(
  lab: string,
  send: (input: Input) => Promise<readonly Observation[]>,
): UseMutationResult<readonly Observation[], Error, Input> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (changed) => showObservations(client, lab, changed),
    // Somebody else was quicker: what they did is shown.
    onError: () => void client.invalidateQueries({ queryKey: observationsKey(lab) }),
  });
}

export type Answer = Omit<BodyOf<typeof answerObservations>, 'commandId'>;

export function useAnswering(lab: string): UseMutationResult<readonly Observation[], Error, Answer> {
  return useChanging(lab, async (answer) => {
    const body = { commandId: newId(), ...answer };
    return (await call<typeof answerObservations>('POST /api/labs/:lab/observation-answers', { params: { lab }, body }))
      .observations;
  });
}

export function useAnalysing(lab: string): UseMutationResult<readonly Observation[], Error, Observation> {
  return useChanging(lab, async ({ id, version }) => [
    await call<typeof markAnalysing>('POST /api/labs/:lab/observations/:id/analysis', {
      params: { lab, id },
      body: { commandId: newId(), version },
    }),
  ]);
}

export function useGrouping(lab: string): UseMutationResult<readonly Observation[], Error, readonly string[]> {
  return useChanging(lab, async (observationIds) => {
    const body = { id: newId(), observationIds: [...observationIds] };
    return (await call<typeof groupObservations>('POST /api/labs/:lab/observation-groups', { params: { lab }, body }))
      .observations;
  });
}

export function useUngrouping(
  lab: string,
): UseMutationResult<readonly Observation[], Error, { groupId: string; observationIds: readonly string[] | null }> {
  return useChanging(lab, async ({ groupId, observationIds }) => {
    const body = { commandId: newId(), observationIds: observationIds === null ? null : [...observationIds] };
    const params = { lab, id: groupId };
    return (await call<typeof ungroupObservations>('POST /api/labs/:lab/observation-groups/:id/ungroup', { params, body }))
      .observations;
  });
}

export function useReplyTemplates(lab: string): UseQueryResult<OutputOf<typeof listReplyTemplates>> {
  return useQuery({
    queryKey: templatesKey(lab),
    queryFn: () => call<typeof listReplyTemplates>('GET /api/labs/:lab/reply-templates', { params: { lab } }),
  });
}

export function useKeepTemplate(
  lab: string,
): UseMutationResult<readonly ReplyTemplate[], Error, { id?: string; title: string; text: string; removed?: boolean }> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id = newId(), title, text, removed = false }) => {
      const body = { commandId: newId(), id, title, text, removed };
      return (await call<typeof putReplyTemplate>('POST /api/labs/:lab/reply-templates', { params: { lab }, body })).templates;
    },
    onSuccess: (templates) => client.setQueryData(templatesKey(lab), { templates }),
  });
}
