// Joining a lab with a code: a name, an institution if there is one, what one speaks as, and three consents. A device that is somebody
// already stays that person, and a request whose answer was lost can be sent again.
import type { CompiledQuery } from 'kysely';
import type { join } from '@cocrea/shared/api/join.ts';
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import { aliasLimit, foldName, institutionLimit, privacyNoticeVersion } from '@cocrea/shared/domain/person.ts';
import type { JoinableRole } from '@cocrea/shared/domain/role.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Caller } from '../http/caller.ts';
import type { Ledger } from '../storage/ledger.ts';
import type { Change } from '../storage/record-store.ts';
import type { OpenCode } from './look-up-code.ts';
import { checkedName, checkedOptional, leastUsedColor, membersOf } from './member.ts';
import { insertMembership, insertPerson, nameConflict } from './new-member.ts';
import type { NewSession, Sessions } from './sessions.ts';

export interface Joined {
  readonly created: boolean;
  /** Null where the device keeps the session it has. */
  readonly session: NewSession | null;
}

/** What joining needs to know of the tables: whether one has a seat left. */
export interface SeatsPort {
  /**
   * For somebody who would sit at a table with that part: a statement that touches one row where a seat is free and none where the table
   * is full, to be recorded with their coming in, and how many seats there are. Null where no seat is needed or counted.
   */
  take(seat: { subTableId: string; role: JoinableRole }): Promise<{ guard: CompiledQuery; seats: number } | null>;
}

interface Dependencies {
  readonly ledger: Ledger;
  readonly sessions: Sessions;
  readonly seats: SeatsPort;
}

type Form = BodyOf<typeof join>;

/** A request is taken for the same one sent again only so soon, and only while nobody has used what the first one gave. */
const repeatWithin = 10 * 60_000;
const aliasField = { field: 'alias', limit: aliasLimit };

/** Throws AppError `consent_required`, `alias_taken`, `id_taken`, `removed_from_lab`, `table_full`, `missing_field`, `text_too_long`. */
export async function joinWithCode(
  dependencies: Dependencies,
  { caller, code, form }: { caller: Caller | null; code: OpenCode; form: Form },
): Promise<Joined> {
  const { ledger, sessions } = dependencies;
  if (form.noticeVersion !== privacyNoticeVersion) throw new AppError('consent_required', { notice: privacyNoticeVersion });
  const labId = code.door.lab.id;
  const name = checkedName(form.alias, aliasField);
  const institution = checkedOptional(form.institution, { field: 'institution', limit: institutionLimit });
  if (caller !== null) return addToLab(dependencies, { caller, code, form });

  const person = { id: form.id, name, institution, actorKind: form.actorKind };
  const again = await repeated(ledger, { ...person, labId, consents: form.consents });
  const session = sessions.prepare({ personId: form.id, account: false, kind: 'cookie' });
  if (again) {
    const { records, database } = ledger;
    const unused = database.deleteFrom('sessions').where('person_id', '=', form.id).compile();
    const statements = [{ query: unused }, { query: session.query }];
    await records.record({ labId: null, commandId: session.secretHash, statements, events: [] });
    return { created: false, session };
  }
  const color = leastUsedColor(await membersOf(ledger, { labId }));
  const statements = [
    ...insertPerson(ledger, { ...person, color }),
    ...membershipByCode(ledger, { personId: form.id, name, code, form }),
    { query: session.query },
  ];
  const outcome = await recordJoin(dependencies, { personId: form.id, name, code, statements });
  // Both of two identical requests at once found nobody: the later one is the first one sent again.
  if (outcome === 'repeated') return joinWithCode(dependencies, { caller, code, form });
  return { created: true, session };
}

/** Who came before stays who they are, with the part they have; who is new to this lab takes part in it as the same person. */
async function addToLab(dependencies: Dependencies, join: { caller: Caller; code: OpenCode; form: Form }): Promise<Joined> {
  const { caller, code, form } = join;
  const labId = code.door.lab.id;
  if (caller.removedFrom.includes(labId)) throw new AppError('removed_from_lab');
  if (caller.actor.memberships.some((membership) => membership.labId === labId)) return { created: false, session: null };
  const { personId } = caller.actor;
  const statements = membershipByCode(dependencies.ledger, { personId, name: caller.name, code, form });
  const outcome = await recordJoin(dependencies, { personId, name: caller.name, code, statements });
  return { created: outcome === 'recorded', session: null };
}

function membershipByCode(
  ledger: Ledger,
  { personId, name, code, form }: { personId: string; name: string; code: OpenCode; form: Form },
): Change['statements'] {
  const { lab, role, subTable } = code.door;
  const { attendance, image, contact } = form.consents;
  const consent = {
    person_id: personId,
    lab_id: lab.id,
    notice_version: form.noticeVersion,
    attendance: Number(attendance),
    image: Number(image),
    contact: Number(contact),
    at: ledger.now(),
  };
  return [
    ...insertMembership(ledger, { labId: lab.id, personId, name, role, subTableId: subTable?.id ?? null }),
    { query: ledger.database.insertInto('consents').values(consent).compile(), expectRows: 1 },
  ];
}

async function recordJoin(
  { ledger, seats }: Dependencies,
  { personId, name, code, statements }: { personId: string; name: string; code: OpenCode; statements: Change['statements'] },
): Promise<'recorded' | 'repeated'> {
  const { lab, role, subTable } = code.door;
  const seat = subTable === null ? null : await seats.take({ subTableId: subTable.id, role });
  try {
    const { outcome, events } = await ledger.records.record({
      labId: lab.id,
      commandId: personId,
      statements: seat === null ? statements : [{ query: seat.guard, expectRows: 1 }, ...statements],
      events: [
        {
          actorId: personId,
          type: 'person.joined',
          subjectId: personId,
          data: { codeId: code.id, role, subTableId: subTable?.id ?? null },
        },
      ],
    });
    // An id that stands for something else in this lab (a note, another command) was never a request to join.
    const [did] = events;
    if (did?.type !== 'person.joined' || did.subjectId !== personId) throw new AppError('id_taken');
    return outcome;
  } catch (failure) {
    // Only the guard can touch fewer rows than it should: the last seat was taken, perhaps a moment ago.
    if (seat !== null && failure instanceof AppError && failure.code === 'stale')
      throw new AppError('table_full', { limit: seat.seats });
    throw await nameConflict(ledger, failure, { labId: lab.id, name, ...aliasField });
  }
}

/**
 * Whether this is a request we have answered, whose answer never arrived: the same person in every field, joined just now, and no session
 * of theirs was ever used. Ids of people are no secret, so an id alone opens nothing: AppError `id_taken`.
 */
async function repeated(
  { records, database, now }: Ledger,
  asked: Pick<Form, 'id' | 'actorKind' | 'consents'> & { name: string; institution: string | null; labId: string },
): Promise<boolean> {
  const person = database
    .selectFrom('people')
    .leftJoin('memberships', (on) =>
      on.onRef('memberships.person_id', '=', 'people.id').on('memberships.lab_id', '=', asked.labId),
    )
    .leftJoin('consents', (on) => on.onRef('consents.person_id', '=', 'people.id').on('consents.lab_id', '=', asked.labId))
    .where('people.id', '=', asked.id)
    .orderBy('consents.at', 'desc')
    .select(['people.name', 'people.institution', 'people.actor_kind', 'people.password_hash'])
    .select(['memberships.joined_at', 'memberships.removed_at', 'consents.attendance', 'consents.image', 'consents.contact']);
  const [found] = await records.read(person.compile());
  if (found === undefined) return false;
  const sessions = database.selectFrom('sessions').where('person_id', '=', asked.id).select(['created_at', 'seen_at', 'kind']);
  const unused = (await records.read(sessions.compile())).every((one) => one.kind === 'cookie' && one.seen_at === one.created_at);
  const { attendance, image, contact } = asked.consents;
  const same =
    found.password_hash === null &&
    found.removed_at === null &&
    found.joined_at !== null &&
    now() - found.joined_at < repeatWithin &&
    foldName(found.name) === foldName(asked.name) &&
    found.institution === asked.institution &&
    found.actor_kind === asked.actorKind &&
    found.attendance === Number(attendance) &&
    found.image === Number(image) &&
    found.contact === Number(contact);
  if (!same || !unused) throw new AppError('id_taken');
  return true;
}
