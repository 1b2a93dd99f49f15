// The people of a lab and the codes that let more of them in, as staff see and change them.
import {
  changePerson,
  closeJoinCode,
  createJoinCode,
  createPerson,
  listJoinCodes,
  listPeople,
  removePerson,
} from '@cocrea/shared/api/labs.ts';
import type { OutputOf } from '@cocrea/shared/api/contract.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import type { JoinCode } from '@cocrea/shared/domain/join-code.ts';
import type { Member } from '@cocrea/shared/domain/person.ts';
import type { Role } from '@cocrea/shared/domain/role.ts';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { call, type InputOf } from './call.ts';
import { codesKey, peopleKey } from './keys.ts';

type PeopleAnswer = OutputOf<typeof listPeople>;
type CodesAnswer = OutputOf<typeof listJoinCodes>;

export function usePeople(lab: string): UseQueryResult<PeopleAnswer> {
  return useQuery({ queryKey: peopleKey(lab), queryFn: () => call(listPeople, { params: { lab } }) });
}

function useChangingPeople<Input, Output>(
  lab: string,
  {
    send,
    apply,
  }: { send: (input: Input) => Promise<Output>; apply: (people: Member[], output: Output, input: Input) => Member[] },
): UseMutationResult<Output, Error, Input> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (output, input) => {
      client.setQueryData<PeopleAnswer>(peopleKey(lab), (known) => known && { people: apply(known.people, output, input) });
    },
    onError: () => client.invalidateQueries({ queryKey: peopleKey(lab) }),
  });
}

export function useCreatePerson(lab: string): UseMutationResult<Member, Error, InputOf<typeof createPerson>['body']> {
  return useChangingPeople(lab, {
    send: async (body: InputOf<typeof createPerson>['body']) => (await call(createPerson, { params: { lab }, body })).person,
    apply: (people, person) => [...people.filter(({ personId }) => personId !== person.personId), person],
  });
}

export function useChangePerson(
  lab: string,
): UseMutationResult<Member, Error, { member: Member; change: { name?: string; role?: Role } }> {
  return useChangingPeople(lab, {
    send: async ({ member: { personId, version }, change }: { member: Member; change: { name?: string; role?: Role } }) => {
      const body = { commandId: newId(), version, ...change };
      return (await call(changePerson, { params: { lab, person: personId }, body })).person;
    },
    apply: (people, person) => people.map((one) => (one.personId === person.personId ? person : one)),
  });
}

export function useRemovePerson(lab: string): UseMutationResult<undefined, Error, Member> {
  return useChangingPeople(lab, {
    send: ({ personId }: Member) => call(removePerson, { params: { lab, person: personId }, body: { commandId: newId() } }),
    apply: (people, _nothing, { personId }) => people.filter((one) => one.personId !== personId),
  });
}

export function useJoinCodes(lab: string): UseQueryResult<CodesAnswer> {
  return useQuery({ queryKey: codesKey(lab), queryFn: () => call(listJoinCodes, { params: { lab } }) });
}

/** The id is the caller's, kept while the same code is meant. */
export function useCreateJoinCode(lab: string): UseMutationResult<JoinCode, Error, InputOf<typeof createJoinCode>['body']> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body) => (await call(createJoinCode, { params: { lab }, body })).code,
    onSuccess: (code) =>
      client.setQueryData<CodesAnswer>(
        codesKey(lab),
        (known) => known && { ...known, codes: [code, ...known.codes.filter(({ id }) => id !== code.id)] },
      ),
  });
}

export function useCloseJoinCode(lab: string): UseMutationResult<undefined, Error, JoinCode> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id }) => call(closeJoinCode, { params: { lab, id }, body: { commandId: newId() } }),
    onSettled: () => client.invalidateQueries({ queryKey: codesKey(lab) }),
  });
}
