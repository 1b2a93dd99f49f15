// Makes an administrator: an account with a password, and a part in every lab there is. From the setup link and from the command line.
import { aliasLimit } from '@cocrea/shared/domain/person.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Ledger } from '../storage/ledger.ts';
import type { Change } from '../storage/record-store.ts';
import { checkedName, leastUsedColor, membersOf } from './member.ts';
import { insertMembership, insertPerson, nameConflict } from './new-member.ts';
import { checkPassword, type Passwords } from './password.ts';

const nameField = { field: 'name', limit: aliasLimit };

/** `alongside` happens in the same transaction, after the person. Throws AppError `name_taken`, `alias_taken`, `id_taken`, `lab_not_found`, `password_too_short` … */
export async function createAdmin(
  { ledger, passwords }: { ledger: Ledger; passwords: Passwords },
  asked: { id: string; name: string; password: string },
  alongside: Change['statements'] = [],
): Promise<{ name: string }> {
  const name = checkedName(asked.name, nameField);
  checkPassword(asked.password);
  const passwordHash = await passwords.hash(asked.password);
  const { records, database, now } = ledger;
  const labs = await records.read(database.selectFrom('labs').orderBy('created_at').select('id').compile());
  const [first, ...others] = labs;
  if (first === undefined) throw new AppError('lab_not_found');
  const color = leastUsedColor(await membersOf(ledger, { labId: first.id }));
  const person = { id: asked.id, name, institution: null, actorKind: 'otro', color, passwordHash } as const;
  const parts = labs.flatMap(({ id: labId }) =>
    insertMembership(ledger, { labId, personId: asked.id, name, role: 'admin', subTableId: null }),
  );
  // A link for the first administrator is good for nobody once there is one.
  const closeLinks = database.updateTable('setup_links').set({ used_at: now() }).where('used_at', 'is', null).compile();
  const statements = [...insertPerson(ledger, person), ...parts, ...alongside, { query: closeLinks }];
  const told = { actorId: asked.id, type: 'person.created', subjectId: asked.id, data: { role: 'admin' } } as const;
  try {
    const { outcome } = await records.record({ labId: first.id, commandId: asked.id, statements, events: [told] });
    if (outcome === 'repeated') throw new AppError('id_taken');
  } catch (failure) {
    throw await nameConflict(ledger, failure, { labId: first.id, name, ...nameField });
  }
  // They administer every lab by now; a log is of one lab, so each of the others is told by itself.
  for (const { id: labId } of others) await records.record({ labId, commandId: asked.id, statements: [], events: [told] });
  return { name };
}
