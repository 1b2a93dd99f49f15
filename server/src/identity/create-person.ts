// Makes an account for somebody of the staff: a name, a password, a role in this lab.
import type { createPerson as contract } from '@cocrea/shared/api/people.ts';
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import { aliasLimit, institutionLimit, type Member } from '@cocrea/shared/domain/person.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import type { Ledger } from '../storage/ledger.ts';
import { requireLab } from '../storage/require-lab.ts';
import { wasDone } from '../storage/done-before.ts';
import { checkedName, checkedOptional, leastUsedColor, memberOf, membersOf } from './member.ts';
import { insertMembership, insertPerson, nameConflict } from './new-member.ts';
import { checkPassword, type Passwords } from './password.ts';

const nameField = { field: 'name', limit: aliasLimit };

/** Throws AppError `name_taken`, `alias_taken`, `id_taken`, `password_too_short`, `missing_field`, `text_too_long`, and those of `authorize`. */
export async function createPerson(
  { ledger, passwords }: { ledger: Ledger; passwords: Passwords },
  caller: Caller,
  { labId, form }: { labId: string; form: BodyOf<typeof contract> },
): Promise<{ created: boolean; person: Member }> {
  await requireLab(ledger, labId);
  authorize(caller, 'person.create', { labId, role: form.role });
  const name = checkedName(form.name, nameField);
  const institution = checkedOptional(form.institution, { field: 'institution', limit: institutionLimit });
  checkPassword(form.password);
  if (await wasDone(ledger, { labId, commandId: form.id })) return sentAgain(ledger, { labId, personId: form.id, name });
  const passwordHash = await passwords.hash(form.password);
  const color = leastUsedColor(await membersOf(ledger, { labId }));
  const { id: personId, actorKind, role } = form;
  try {
    const { outcome } = await ledger.records.record({
      labId,
      commandId: personId,
      statements: [
        ...insertPerson(ledger, { id: personId, name, institution, actorKind, color, passwordHash }),
        ...insertMembership(ledger, { labId, personId, name, role, subTableId: null }),
      ],
      events: [{ actorId: caller.actor.personId, type: 'person.created', subjectId: personId, data: { role } }],
    });
    if (outcome === 'repeated') return await sentAgain(ledger, { labId, personId, name });
  } catch (failure) {
    throw await nameConflict(ledger, failure, { labId, name, ...nameField });
  }
  return { created: true, person: await memberOf(ledger, { labId, personId }) };
}

/** The same command once more; another account under an id that is taken is none of it. */
async function sentAgain(
  ledger: Ledger,
  { labId, personId, name }: { labId: string; personId: string; name: string },
): Promise<{ created: false; person: Member }> {
  const [person] = await membersOf(ledger, { labId, personId });
  if (person?.name !== name || !person.account) throw new AppError('id_taken');
  return { created: false, person };
}
