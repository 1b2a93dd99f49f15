// The only policy: who may do what to what. The server asks it before every action, the client before offering one.
import { isOpenToRead, isOpenToWrite, type LabDocument } from './domain/document.ts';
import type { DraftState } from './domain/draft-state.ts';
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
  /** Freeze, put to consultation, begin the next one, publish. */
  'draft.move': { labId: string };
  'version.name': DocumentSubject;
  /** Bring a version back, as a forward edit. */
  'version.restore': DocumentSubject;
  'observation.send': { labId: string };
  /** Dispositions, responses, groups, templates. */
  'observation.answer': { labId: string };
  /** Bring in what came by letter. */
  'observation.import': { labId: string };
  'observation.state_satisfaction': { labId: string; authorId: string };
  /** Origins of blocks, outcomes of contributions and of late writings. */
  consolidate: { labId: string };
  /** Hand over what one wrote into a draft before it was frozen. */
  'late_writing.send': { labId: string };
  'comment.write': DocumentSubject;
  /** Resolve and reopen threads of others, take down what breaks the rules. */
  'comment.moderate': DocumentSubject;
  /** Write in a fork of one's own. */
  'document.suggest': DocumentSubject;
  /** Take into the text what others suggest, or leave it. */
  'suggestion.decide': DocumentSubject;
}
export type Action = keyof Subjects;

const staff: readonly Role[] = ['facilitator', 'consolidator', 'admin'];
const hosts: readonly Role[] = ['facilitator', 'admin'];
const conductors: readonly Role[] = ['facilitator', 'consolidator'];
const authors: readonly Role[] = ['facilitator', 'note_taker', 'participant', 'civil_org', 'consolidator'];
/** Those who speak for themselves or for an organisation: INAP answers, and does not observe. */
const observers: readonly Role[] = ['facilitator', 'note_taker', 'participant', 'civil_org'];
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
  'draft.move': ({ role }) => role === 'consolidator',
  'version.name': ({ role }, document) => editors.includes(role) && isOpenToWrite(document),
  'version.restore': ({ role }, document) => conductors.includes(role) && isOpenToWrite(document),
  'observation.send': ({ role }) => observers.includes(role),
  'observation.answer': ({ role }) => role === 'consolidator',
  'observation.import': ({ role }) => role === 'consolidator',
  'observation.state_satisfaction': ({ role }, observation, actor) => role !== 'admin' && observation.authorId === actor.personId,
  consolidate: ({ role }) => role === 'consolidator',
  'late_writing.send': ({ role }) => authors.includes(role),
  'comment.write': ({ role }, document) => authors.includes(role) && isCommented(document),
  'comment.moderate': ({ role }, document) => editors.includes(role) && isCommented(document),
  'document.suggest': ({ role }, document) => authors.includes(role) && document.kind === 'draft' && isOpenToWrite(document),
  'suggestion.decide': ({ role }, document) => editors.includes(role) && document.kind === 'draft' && isOpenToWrite(document),
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

/** A live text is commented by whoever has a voice in the lab, whether they may write it or not. */
function isCommented(document: DocumentSubject): boolean {
  return isOpenToWrite(document) && document.kind !== 'sub_table_result';
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
