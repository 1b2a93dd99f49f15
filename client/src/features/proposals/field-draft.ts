// The facts of a proposal as somebody fills them in: texts in fields, and what of them differs from the record they began with.
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type { changeProposal } from '@cocrea/shared/api/proposals.ts';
import type { ProposalFields, Typology } from '@cocrea/shared/domain/proposal.ts';
import { readFlexDate } from '@cocrea/shared/domain/read-flex-date.ts';

export interface FieldDraft {
  readonly typology: Typology | 'none';
  readonly indicator: string;
  readonly baseline: string;
  readonly target: string;
  readonly date: string;
  /** Id of an institution of the lab, `none`, or `other` for the one that is named. */
  readonly responsible: string;
  readonly responsibleName: string;
}

export function draftOf({ typology, indicator, baseline, target, date, responsible }: ProposalFields): FieldDraft {
  return {
    typology: typology ?? 'none',
    indicator,
    baseline,
    target,
    date: date?.text ?? '',
    responsible: responsible === null ? 'none' : (responsible.institutionId ?? 'other'),
    responsibleName: responsible !== null && responsible.institutionId === null ? responsible.name : '',
  };
}

/** A draft as the record would have it, for those who can only look at it any more. */
export function fieldsIn(
  draft: FieldDraft,
  institutions: readonly { readonly id: string; readonly acronym: string }[],
): ProposalFields {
  const { typology, indicator, baseline, target, date, responsible: chosen, responsibleName } = draft;
  const institution = institutions.find(({ id }) => id === chosen);
  return {
    typology: typology === 'none' ? null : typology,
    indicator,
    baseline,
    target,
    date: date === '' ? null : readFlexDate(date),
    responsible:
      chosen === 'none' ? null : { institutionId: institution?.id ?? null, name: institution?.acronym ?? responsibleName },
  };
}

type Changes = Omit<BodyOf<typeof changeProposal>, 'commandId' | 'version' | 'title'>;

/** Only what was changed is sent, so that two people who fill in different facts do not undo each other. */
export function changesIn(draft: FieldDraft, before: FieldDraft): Changes {
  const changes: Changes = {};
  if (draft.typology !== before.typology) changes.typology = draft.typology === 'none' ? null : draft.typology;
  for (const field of ['indicator', 'baseline', 'target', 'date'] as const) {
    if (draft[field] !== before[field]) changes[field] = draft[field];
  }
  const renamed = draft.responsible === 'other' && draft.responsibleName !== before.responsibleName;
  if (draft.responsible !== before.responsible || renamed) {
    const { responsible, responsibleName: name } = draft;
    changes.responsible =
      responsible === 'none'
        ? null
        : responsible === 'other'
          ? { institutionId: null, name }
          : { institutionId: responsible, name: '' };
  }
  return changes;
}
