// Changing one's own name: allowed to everybody, in any lab one is in, and seen in all of them.
import type { changePerson } from '@cocrea/shared/api/people.ts';
import type { Me } from '@cocrea/shared/api/session.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import type { Member } from '@cocrea/shared/domain/person.ts';
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { call } from './call.ts';
import { peopleKey } from './keys.ts';
import { askWhoIAm, beginAs, sessionNow } from './session.ts';

/** Rejects with AppError `stale`, `alias_taken`, `name_taken` …; then who one is has been read again. */
export function useRenameMyself(lab: string): UseMutationResult<Member, Error, { me: Me; name: string }> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ me: { personId, version }, name }) => {
      const body = { commandId: newId(), version, name };
      return (await call<typeof changePerson>('PATCH /api/labs/:lab/people/:person', { params: { lab, person: personId }, body }))
        .person;
    },
    onSuccess: ({ personId, name, version }) => {
      const known = sessionNow();
      if (known?.me?.personId === personId) beginAs({ ...known, me: { ...known.me, name, version } });
      void client.invalidateQueries({ queryKey: peopleKey(lab) });
    },
    onError: askWhoIAm,
  });
}
