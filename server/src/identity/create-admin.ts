// Makes an administrator: an account with a password, and a part in every lab there is. From the setup link and from the command line.
import { aliasLimit } from '@cocrea/shared/domain/person.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import type { Ledger } from '../storage/ledger.ts';
import type { Change } from '../storage/record-store.ts';
import { checkedName, leastUsedColor, membersOf } from './member.ts';
import { insertMembership, insertPerson, nameConflict } from './new-member.ts';
import { checkPassword, type Passwords } from './password.ts';

const nameField = { field: 'name', limit: aliasLimit };

/** `alongside` happens in the same transaction, after the person. Throws AppError `name_taken`, `alias_taken`, `password_too_short` … */
export async function createAdmin(
  { ledger, passwords }: { ledger: Ledger; passwords: Passwords },
  asked: { id: string; name: string; password: string },
  alongside: Change['statements'] = [],
): Promise<{ name: string }> {
  const name = checkedName(asked.name, nameField);
  checkPassword(asked.password);
  const passwordHash = await passwords.hash(asked.password);
  const { records, database } = ledger;
  const [first, ...others] = await records.read(database.selectFrom('labs').orderBy('created_at').select('id').compile());
  const color = first === undefined ? 0 : leastUsedColor(await membersOf(ledger, { labId: first.id }));
  const person = { id: asked.id, name, institution: null, actorKind: 'otro', color, passwordHash } as const;
  const part = (labId: string): Change['statements'] =>
    insertMembership(ledger, { labId, personId: asked.id, name, role: 'admin', subTableId: null });
  const told = { actorId: asked.id, type: 'person.created', subjectId: asked.id, data: { role: 'admin' } } as const;
  try {
    await records.record({
      labId: first?.id ?? null,
      commandId: asked.id,
      statements: [...insertPerson(ledger, person), ...(first === undefined ? [] : part(first.id)), ...alongside],
      events: first === undefined ? [] : [told],
    });
    for (const { id: labId } of others) {
      await records.record({ labId, commandId: newId(), statements: part(labId), events: [told] });
    }
  } catch (failure) {
    throw await nameConflict(ledger, failure, { labId: first?.id ?? '', name, ...nameField });
  }
  return { name };
}
