// The proposals of a lab as its pages read, write and move them. Every verb answers with the proposal whole, which is shown at once.
import type {
  changeGate,
  changeProposal,
  createProposal,
  endorseProposal,
  listDestinations,
  listProposals,
  mergeProposals,
  moveProposal,
  readProposal,
  splitProposal,
  undoLineage,
  withdrawEndorsement,
  ProposalLineage,
  ProposalWhole,
} from '@cocrea/shared/api/proposals.ts';
import type { BodyOf, OutputOf } from '@cocrea/shared/api/contract.ts';
import type { GateSettings } from '@cocrea/shared/domain/endorsement.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { call } from './call.ts';
import { destinationsKey, documentsKey, proposalKey, proposalsKey } from './keys.ts';

type ProposalsAnswer = OutputOf<typeof listProposals>;

export function useProposals(lab: string): UseQueryResult<ProposalsAnswer> {
  return useQuery({
    queryKey: proposalsKey(lab),
    queryFn: () => call<typeof listProposals>('GET /api/labs/:lab/proposals', { params: { lab } }),
  });
}

export function useProposal(lab: string, id: string): UseQueryResult<ProposalWhole> {
  return useQuery({
    queryKey: proposalKey(lab, id),
    queryFn: () => call<typeof readProposal>('GET /api/labs/:lab/proposals/:id', { params: { lab, id } }),
  });
}

export function useDestinations(lab: string): UseQueryResult<OutputOf<typeof listDestinations>> {
  return useQuery({
    queryKey: destinationsKey(lab),
    queryFn: () => call<typeof listDestinations>('GET /api/labs/:lab/proposal-destinations', { params: { lab } }),
    staleTime: 0,
  });
}

/** Shows what the server answered, and reads the lists again; after a refusal, what was refused too. */
function useChanging<Input>(
  lab: string,
  { send, about }: { send: (input: Input) => Promise<ProposalWhole>; about?: (input: Input) => string },
): UseMutationResult<ProposalWhole, Error, Input> {
  const client = useQueryClient();
  const readAgain = (): void => {
    void client.invalidateQueries({ queryKey: proposalsKey(lab) });
    void client.invalidateQueries({ queryKey: documentsKey(lab) });
  };
  return useMutation({
    mutationFn: send,
    onSuccess: (whole) => {
      client.setQueryData(proposalKey(lab, whole.proposal.id), whole);
      readAgain();
    },
    onError: (_failure, input) => {
      if (about) void client.invalidateQueries({ queryKey: proposalKey(lab, about(input)) });
      readAgain();
    },
  });
}

/** The id is the caller's, kept while the same proposal is meant. */
export function useCreateProposal(lab: string): UseMutationResult<ProposalWhole, Error, BodyOf<typeof createProposal>> {
  return useChanging(lab, {
    send: (body) => call<typeof createProposal>('POST /api/labs/:lab/proposals', { params: { lab }, body }),
  });
}

type Change = Omit<BodyOf<typeof changeProposal>, 'commandId'>;
export function useChangeProposal(lab: string, id: string): UseMutationResult<ProposalWhole, Error, Change> {
  return useChanging(lab, {
    send: (change: Change) =>
      call<typeof changeProposal>('PATCH /api/labs/:lab/proposals/:id', {
        params: { lab, id },
        body: { commandId: newId(), ...change },
      }),
    about: () => id,
  });
}

type Move = Omit<BodyOf<typeof moveProposal>, 'commandId'>;
export function useMoveProposal(lab: string, id: string): UseMutationResult<ProposalWhole, Error, Move> {
  return useChanging(lab, {
    send: (move: Move) =>
      call<typeof moveProposal>('POST /api/labs/:lab/proposals/:id/steps', {
        params: { lab, id },
        body: { commandId: newId(), ...move },
      }),
    about: () => id,
  });
}

export function useEndorse(lab: string, id: string): UseMutationResult<ProposalWhole, Error, { institution: string | null }> {
  return useChanging(lab, {
    send: (body: { institution: string | null }) =>
      call<typeof endorseProposal>('POST /api/labs/:lab/proposals/:id/endorsement', {
        params: { lab, id },
        body: { commandId: newId(), ...body },
      }),
    about: () => id,
  });
}

export function useWithdrawEndorsement(lab: string, id: string): UseMutationResult<ProposalWhole, Error, void> {
  return useChanging(lab, {
    send: () =>
      call<typeof withdrawEndorsement>('DELETE /api/labs/:lab/proposals/:id/endorsement', {
        params: { lab, id },
        body: { commandId: newId() },
      }),
    about: () => id,
  });
}

export function useMergeProposals(lab: string): UseMutationResult<ProposalWhole, Error, BodyOf<typeof mergeProposals>> {
  return useChanging(lab, {
    send: (body) => call<typeof mergeProposals>('POST /api/labs/:lab/proposal-merges', { params: { lab }, body }),
  });
}

type Split = Omit<BodyOf<typeof splitProposal>, 'commandId'> & { readonly commandId: string };
export function useSplitProposal(lab: string, id: string): UseMutationResult<ProposalWhole, Error, Split> {
  return useChanging(lab, {
    send: (body) => call<typeof splitProposal>('POST /api/labs/:lab/proposals/:id/splits', { params: { lab, id }, body }),
    about: () => id,
  });
}

export function useUndoLineage(lab: string): UseMutationResult<undefined, Error, ProposalLineage> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id }) =>
      call<typeof undoLineage>('POST /api/labs/:lab/proposal-lineages/:lineage/undo', {
        params: { lab, lineage: id },
        body: { commandId: newId() },
      }),
    onSettled: (_answer, _failure, { from, into }) => {
      for (const { id } of [...from, ...into]) void client.invalidateQueries({ queryKey: proposalKey(lab, id) });
      void client.invalidateQueries({ queryKey: documentsKey(lab) });
      return client.invalidateQueries({ queryKey: proposalsKey(lab) });
    },
  });
}

type Rule = Omit<BodyOf<typeof changeGate>, 'commandId'>;
export function useChangeGate(lab: string): UseMutationResult<GateSettings, Error, Rule> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (rule: Rule) =>
      (
        await call<typeof changeGate>('PATCH /api/labs/:lab/proposal-gate', {
          params: { lab },
          body: { commandId: newId(), ...rule },
        })
      ).gate,
    onSuccess: (gate) => client.setQueryData<ProposalsAnswer>(proposalsKey(lab), (known) => known && { ...known, gate }),
    onError: () => client.invalidateQueries({ queryKey: proposalsKey(lab) }),
  });
}
