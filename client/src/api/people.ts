// The people of a lab, as staff see and change them.
import type { changePerson, createPerson, listPeople, removePerson } from '@cocrea/shared/api/people.ts';
import type { OutputOf } from '@cocrea/shared/api/contract.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import type { Member } from '@cocrea/shared/domain/person.ts';
import type { Role } from '@cocrea/shared/domain/role.ts';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { call, type InputOf } from './call.ts';
import { peopleKey } from './keys.ts';

type PeopleAnswer = OutputOf<typeof listPeople>;

export function usePeople(lab: string): UseQueryResult<PeopleAnswer> {
  return useQuery({
    queryKey: peopleKey(lab),
    queryFn: () => call<typeof listPeople>('GET /api/labs/:lab/people', { params: { lab } }),
  });
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
    send: async (body: InputOf<typeof createPerson>['body']) =>
      (await call<typeof createPerson>('POST /api/labs/:lab/people', { params: { lab }, body })).person,
    apply: (people, person) => [...people.filter(({ personId }) => personId !== person.personId), person],
  });
}

export function useChangePerson(
  lab: string,
): UseMutationResult<Member, Error, { member: Member; change: { name?: string; role?: Role } }> {
  return useChangingPeople(lab, {
    send: async ({ member: { personId, version }, change }: { member: Member; change: { name?: string; role?: Role } }) => {
      const body = { commandId: newId(), version, ...change };
      return (await call<typeof changePerson>('PATCH /api/labs/:lab/people/:person', { params: { lab, person: personId }, body }))
        .person;
    },
    apply: (people, person) => people.map((one) => (one.personId === person.personId ? person : one)),
  });
}

export function useRemovePerson(lab: string): UseMutationResult<undefined, Error, Member> {
  return useChangingPeople(lab, {
    send: ({ personId }: Member) =>
      call<typeof removePerson>('DELETE /api/labs/:lab/people/:person', {
        params: { lab, person: personId },
        body: { commandId: newId() },
      }),
    apply: (people, _nothing, { personId }) => people.filter((one) => one.personId !== personId),
  });
}
