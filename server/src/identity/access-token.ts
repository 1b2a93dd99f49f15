// Access tokens for machines: one technical person for each lab, role and name, who is nobody's seat and nobody's facilitator.
import { createHash } from 'node:crypto';
import type { Role } from '@cocrea/shared/domain/role.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Ledger } from '../storage/ledger.ts';
import { requireLab } from '../storage/require-lab.ts';
import { checkedName, freeNameLike, leastUsedColor, membersOf } from './member.ts';
import { insertMembership, insertPerson } from './new-member.ts';
import type { Sessions } from './sessions.ts';

/**
 * A new secret, to be sent as `Authorization: Bearer` or `?token=`. The same lab, role and name give the same person again.
 * Throws AppError `lab_not_found`, `removed_from_lab` or `access_changed` where that technical person was removed or given another role.
 */
export async function makeAccessToken(
  { ledger, sessions }: { ledger: Ledger; sessions: Sessions },
  { labId, role, name: asked }: { labId: string; role: Role; name: string },
): Promise<string> {
  await requireLab(ledger, labId);
  const limited = { field: 'name', limit: 60 };
  const name = checkedName(asked, limited);
  const personId = technicalPersonId([labId, role, name]);
  const { records, database } = ledger;
  const known = database.selectFrom('memberships').where('lab_id', '=', labId).where('person_id', '=', personId);
  const [membership] = await records.read(known.select(['role', 'removed_at']).compile());
  if (membership?.removed_at) throw new AppError('removed_from_lab');
  if (membership !== undefined && membership.role !== role) throw new AppError('access_changed', { role: membership.role });
  const session = sessions.prepare({ personId, account: false, kind: 'token' });
  if (membership !== undefined) {
    const statements = [{ query: session.query }];
    await records.record({ labId: null, commandId: session.secretHash, statements, events: [] });
    return session.secret;
  }
  const members = await membersOf(ledger, { labId });
  const free = freeNameLike(name, { members, limit: limited.limit });
  const person = { id: personId, name: free, institution: null, actorKind: 'otro', color: leastUsedColor(members) } as const;
  const { outcome } = await records.record({
    labId,
    commandId: personId,
    statements: [
      ...insertPerson(ledger, person),
      ...insertMembership(ledger, { labId, personId, name: free, role, subTableId: null }),
      { query: session.query },
    ],
    events: [{ actorId: null, type: 'person.created', subjectId: personId, data: { role, technical: true } }],
  });
  // Made by another command line meanwhile: then it is there now.
  return outcome === 'recorded' ? session.secret : makeAccessToken({ ledger, sessions }, { labId, role, name: asked });
}

/** A UUID made of what the person is for. Its version, 8, is what tells technical people from people. */
function technicalPersonId(parts: readonly string[]): string {
  const hex = createHash('sha256')
    .update(JSON.stringify(['technical', ...parts]))
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
