// The only policy: who may do what to what. The server asks it before every action, the client before offering one.
import { isOpenToRead, isOpenToWrite, type DraftState, type LabDocument } from './domain/document.ts';
import type { ProposalState } from './domain/proposal-state.ts';
import type { Role } from './domain/role.ts';

export interface Membership {
  readonly labId: string;
  readonly role: Role;
  /** The sub-table a seat belongs to; null for people of the whole lab. */
  readonly subTableId: string | null;
}

/** Who asks; null is a passer-by without a session. */
export type Actor = { readonly personId: string; readonly memberships: readonly Membership[] } | null;

/** What of a document decides who may open and write it. */
export interface DocumentSubject {
  readonly labId: string;
  readonly kind: LabDocument['kind'];
  readonly state?: DraftState;
  readonly participantsInvited?: boolean;
  readonly subTableId?: string;
  readonly proposalState?: ProposalState;
  readonly becameOthers?: boolean;
}

export interface TableSubject {
  readonly labId: string;
  readonly subTableId: string;
}

/** Each action and what it is done to. */
export interface Subjects {
  'lab.read': { labId: string };
  'people.list': { labId: string };
  'person.create': { labId: string; role: Role };
  'person.rename': { labId: string; personId: string; role: Role };
  'person.change_role': { labId: string; personId: string; from: Role; to: Role };
  'person.remove': { labId: string; personId: string; role: Role };
  'join_code.list': { labId: string };
  'join_code.create': { labId: string };
  'join_code.close': { labId: string };
  'note.create': { labId: string };
  'note.rename': DocumentSubject;
  'document.read': DocumentSubject;
  'document.write': DocumentSubject;
  'table.read': { labId: string };
  /** Open and close it, move its phase and clock, seat people, hand it over. */
  'table.conduct': { labId: string };
  /** Who sits at it and who has not spoken. */
  'table.see_people': TableSubject;
  'contribution.send': TableSubject;
  /** Change or take back what one sent. */
  'contribution.edit': TableSubject & { authorId: string };
  /** Cluster, mark and validate what the table said; enter counted dots. */
  'contribution.arrange': TableSubject;
  'ballot.cast': TableSubject;
  'proposal.create': { labId: string };
  /** Its record, and sending it in or taking it back. */
  'proposal.change': { labId: string; authors: readonly string[] };
  'proposal.start_validation': { labId: string };
  /** Its outcomes. */
  'proposal.decide': { labId: string };
  'proposal.endorse': { labId: string };
  /** Merging, splitting, and undoing either. */
  'proposal.merge': { labId: string };
  'gate.change': { labId: string };
}
export type Action = keyof Subjects;

const staff: readonly Role[] = ['facilitator', 'consolidator', 'admin'];
const hosts: readonly Role[] = ['facilitator', 'admin'];
const conductors: readonly Role[] = ['facilitator', 'consolidator'];
const authors: readonly Role[] = ['facilitator', 'note_taker', 'participant', 'civil_org', 'consolidator'];
const editors: readonly Role[] = ['facilitator', 'note_taker', 'consolidator'];

/** Only an administrator makes, changes or removes an administrator. */
function rulesOver(role: Role, other: Role): boolean {
  return hosts.includes(role) && (other !== 'admin' || role === 'admin');
}

type Rule<A extends Action> = (membership: Membership, subject: Subjects[A], actor: NonNullable<Actor>) => boolean;

const rules: { [A in Action]: Rule<A> } = {
  'lab.read': () => true,
  'people.list': ({ role }) => staff.includes(role),
  'person.create': ({ role }, person) => rulesOver(role, person.role),
  'person.rename': ({ role }, person, actor) => rulesOver(role, person.role) || person.personId === actor.personId,
  'person.change_role': ({ role }, { from, to }) => rulesOver(role, from) && rulesOver(role, to),
  'person.remove': ({ role }, person, actor) => rulesOver(role, person.role) && person.personId !== actor.personId,
  'join_code.list': ({ role }) => hosts.includes(role),
  'join_code.create': ({ role }) => hosts.includes(role),
  'join_code.close': ({ role }) => hosts.includes(role),
  'note.create': ({ role }) => role === 'facilitator',
  'note.rename': ({ role }, document) => role === 'facilitator' && document.kind === 'free_note',
  'document.read': (_membership, document) => isOpenToRead(document),
  'document.write': (membership, document) => isOpenToWrite(document) && writes(membership, document),
  'table.read': () => true,
  'table.conduct': ({ role }) => conductors.includes(role),
  'table.see_people': (membership, table) => conductors.includes(membership.role) || takesNotesAt(membership, table),
  'contribution.send': (membership, table) => speaksAt(membership, table),
  'contribution.edit': (membership, table, actor) => speaksAt(membership, table) && table.authorId === actor.personId,
  'contribution.arrange': (membership, table) => membership.role === 'facilitator' || takesNotesAt(membership, table),
  'ballot.cast': (membership, table) => speaksAt(membership, table),
  'proposal.create': ({ role }) => authors.includes(role),
  'proposal.change': ({ role }, proposal, actor) =>
    editors.includes(role) || (authors.includes(role) && proposal.authors.includes(actor.personId)),
  'proposal.start_validation': ({ role }) => conductors.includes(role),
  'proposal.decide': ({ role }) => role === 'consolidator',
  'proposal.endorse': ({ role }) => authors.includes(role),
  'proposal.merge': ({ role }) => editors.includes(role),
  'gate.change': ({ role }) => conductors.includes(role),
};

/** Takes the notes of that table: of all of them where their seat is at none. */
function takesNotesAt({ role, subTableId }: Membership, table: TableSubject): boolean {
  return role === 'note_taker' && (subTableId === null || subTableId === table.subTableId);
}

/** Has a voice at that table. Whoever sits at one speaks there; who sits at none chooses. */
function speaksAt({ role, subTableId }: Membership, table: TableSubject): boolean {
  if (role === 'observer' || role === 'admin') return false;
  return role === 'facilitator' || role === 'consolidator' || subTableId === null || subTableId === table.subTableId;
}

function writes({ role, subTableId }: Membership, document: DocumentSubject): boolean {
  if (role === 'observer' || role === 'admin') return false;
  if (role === 'facilitator') return true;
  switch (document.kind) {
    case 'draft':
      return role !== 'participant' || document.participantsInvited === true;
    case 'sub_table_notes':
      if (role === 'consolidator') return false;
      if (role === 'note_taker') return subTableId === null || subTableId === document.subTableId;
      return subTableId !== null && subTableId === document.subTableId;
    case 'free_note':
    case 'proposal':
      return true;
    case 'sub_table_result':
      return false;
  }
}

/** May this actor do this to that? False for passers-by and for people of other labs, whatever their role there. */
export function can<A extends Action>(actor: Actor, action: A, subject: Subjects[A]): boolean {
  const membership = actor?.memberships.find((one) => one.labId === subject.labId);
  if (!actor || !membership) return false;
  const rule = rules[action] as Rule<A>;
  return rule(membership, subject, actor);
}
