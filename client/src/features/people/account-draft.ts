// An account as it is being typed: what is still wrong with it, and what is sent.
import type { ActorKind } from '@cocrea/shared/domain/actor-kind.ts';
import { cleanName, institutionLimit, lengthOf, passwordLimit, passwordMinimum } from '@cocrea/shared/domain/person.ts';
import type { Role } from '@cocrea/shared/domain/role.ts';
import type { Words } from './words.ts';
import { nameProblem } from './name-problem.ts';

export interface AccountDraft {
  readonly name: string;
  readonly password: string;
  readonly institution: string;
  readonly actorKind: ActorKind | null;
  readonly role: Role | null;
}

export const emptyAccount: AccountDraft = { name: '', password: '', institution: '', actorKind: null, role: null };

export interface AccountForm {
  readonly name: string;
  readonly password: string;
  readonly institution: string | null;
  readonly actorKind: ActorKind;
  readonly role: Role;
}

export type AccountProblems = { readonly [Field in keyof AccountDraft]?: string };

/** What is wrong with each field, in words; empty where the draft can be sent. */
export function problemsOf(draft: AccountDraft, words: Words): AccountProblems {
  const { people, ui } = words;
  const { create: say } = people;
  const name = nameProblem(draft.name, { missing: say.nameMissing, words });
  const letters = lengthOf(draft.password);
  return {
    ...(name !== undefined && { name }),
    ...(letters < passwordMinimum && { password: ui.passwordShort(String(passwordMinimum)) }),
    ...(letters > passwordLimit && { password: ui.tooLong(String(passwordLimit)) }),
    ...(lengthOf(cleanName(draft.institution)) > institutionLimit && { institution: ui.tooLong(String(institutionLimit)) }),
    ...(draft.actorKind === null && { actorKind: say.kindMissing }),
    ...(draft.role === null && { role: say.roleMissing }),
  };
}

/** What is sent; null while something is missing. */
export function formOf({ name, password, institution, actorKind, role }: AccountDraft): AccountForm | null {
  if (actorKind === null || role === null) return null;
  return { name, password, institution: cleanName(institution) || null, actorKind, role };
}
