// What was said before a draft and has no answer yet, read from the records: each with the folio under which it is found and what it lacks.
import { contributionFolio } from '@cocrea/shared/domain/contribution.ts';
import type { Blocker } from '@cocrea/shared/domain/draft.ts';
import { Disposition, lacksOf, observationFolio } from '@cocrea/shared/domain/observation.ts';
import { lateFolio } from '@cocrea/shared/domain/origin.ts';
import type { Ledger } from '../storage/ledger.ts';
import type { BlockersPort, Settling } from './ports.ts';

/** Characters of its words that a list is given. */
const opening = 140;

export function createBlockers(ledger: Ledger): BlockersPort {
  return {
    observations: (labId, draftNo) => observations(ledger, { labId, draftNo }),
    contributions: (labId) => contributions(ledger, labId),
    lateWritings: (labId, draftNo) => lateWritings(ledger, { labId, draftNo }),
  };
}

async function observations(
  { records, database }: Ledger,
  { labId, draftNo }: { labId: string; draftNo: number },
): Promise<Settling> {
  const query = database
    .selectFrom('observations')
    .innerJoin('documents', 'documents.id', 'observations.document_id')
    .where('observations.lab_id', '=', labId)
    .where('documents.draft_no', '<', draftNo)
    .select(['observations.id', 'observations.no', 'observations.justification', 'observations.disposition'])
    .select(['observations.response', 'observations.duplicate_of', 'documents.draft_no'])
    .orderBy('documents.draft_no')
    .orderBy('observations.no');
  const rows = (await records.read(query.compile())).map((row) => ({
    ...row,
    answer: {
      disposition: row.disposition === null ? null : Disposition.parse(row.disposition),
      response: row.response,
      duplicateOf: row.duplicate_of,
    },
  }));
  const answers = new Map(rows.map(({ id, answer }) => [id, answer]));
  const blockers = rows.flatMap(({ id, no, justification, answer, draft_no }): Blocker[] => {
    const lacks = lacksOf(answer, (parent) => answers.get(parent));
    const folio = observationFolio(draft_no ?? 0, no);
    return lacks === null ? [] : [{ what: 'observation', id, folio, text: justification.slice(0, opening), lacks }];
  });
  return { blockers, total: rows.length, settled: rows.length - blockers.length };
}

async function contributions({ records, database }: Ledger, labId: string): Promise<Settling> {
  const query = database
    .selectFrom('contributions')
    .innerJoin('sub_tables', 'sub_tables.id', 'contributions.sub_table_id')
    .leftJoin('contribution_outcomes', 'contribution_outcomes.contribution_id', 'contributions.id')
    .where('contributions.lab_id', '=', labId)
    .where('contributions.state', 'in', ['validated', 'incorporated', 'not_incorporated'])
    .select(['contributions.id', 'contributions.no', 'contributions.text', 'contributions.state', 'sub_tables.no as table_no'])
    .select('contribution_outcomes.outcome')
    .orderBy('sub_tables.no')
    .orderBy('contributions.no');
  const rows = await records.read(query.compile());
  const blockers = rows
    .filter(({ state, outcome }) => state === 'validated' && outcome === null)
    .map(({ id, no, text, table_no }): Blocker => {
      const folio = contributionFolio(table_no, no);
      return { what: 'contribution', id, folio, text: text.slice(0, opening), lacks: 'outcome' };
    });
  return { blockers, total: rows.length, settled: rows.length - blockers.length };
}

async function lateWritings(
  { records, database }: Ledger,
  { labId, draftNo }: { labId: string; draftNo: number },
): Promise<Settling> {
  const query = database
    .selectFrom('late_writings')
    .innerJoin('documents', 'documents.id', 'late_writings.document_id')
    .where('late_writings.lab_id', '=', labId)
    .where('documents.draft_no', '<', draftNo)
    .select(['late_writings.id', 'late_writings.no', 'late_writings.text', 'late_writings.before', 'late_writings.state'])
    .select('documents.draft_no')
    .orderBy('documents.draft_no')
    .orderBy('late_writings.no');
  const rows = await records.read(query.compile());
  const blockers = rows
    .filter(({ state }) => state === 'received')
    .map(({ id, no, text, before, draft_no }): Blocker => {
      const words = (text === '' ? before : text).slice(0, opening);
      return { what: 'late_writing', id, folio: lateFolio(draft_no ?? 0, no), text: words, lacks: 'outcome' };
    });
  return { blockers, total: rows.length, settled: rows.length - blockers.length };
}
