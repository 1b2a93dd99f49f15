// The record of a document between its row and its shape, and how it is found.
import type { Selectable } from 'kysely';
import type { LabDocument } from '@cocrea/shared/domain/document.ts';
import { DraftState } from '@cocrea/shared/domain/draft-state.ts';
import type { DraftLife } from '@cocrea/shared/domain/draft.ts';
import { FlexDate } from '@cocrea/shared/domain/flex-date.ts';
import { ProposalState } from '@cocrea/shared/domain/proposal-state.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { DocumentSubject } from '@cocrea/shared/permissions.ts';
import type { Ledger } from '../storage/ledger.ts';
import type { Tables } from '../storage/tables.ts';
import type { LabLedger } from './lab-ledger.ts';

/** With what a proposal's and a draft's own records say of the text; null and 0 for every other kind. */
type Row = Selectable<Tables['documents']> & { readonly proposal_state: string | null; readonly became_others: number } & Life;
interface Life {
  readonly consultation_from: number | null;
  readonly consultation_to: number | null;
  readonly consultation_was_to: number | null;
  readonly prolonged_because: string | null;
  readonly published_at: number | null;
  readonly life_version: number | null;
  readonly frozen_version_id: string | null;
  readonly frozen_at: number | null;
  readonly frozen_by: string | null;
  readonly frozen_by_name: string | null;
  readonly fingerprint: string | null;
}

/** Every document with its row; a proposal became others while a merge or split of it stands. */
function documentRows({ database }: Pick<Ledger, 'database'>) {
  return database
    .selectFrom('documents')
    .leftJoin('proposals', 'proposals.id', 'documents.id')
    .selectAll('documents')
    .select('proposals.state as proposal_state')
    .leftJoin('drafts', 'drafts.document_id', 'documents.id')
    .leftJoin('draft_versions as frozen', 'frozen.id', 'drafts.frozen_version_id')
    .leftJoin('memberships as freezing', (join) =>
      join
        .onRef('freezing.person_id', '=', 'frozen.actor_id')
        .onRef('freezing.lab_id', '=', 'documents.lab_id')
        .on('freezing.removed_at', 'is', null),
    )
    .leftJoin('people as freezer', 'freezer.id', 'freezing.person_id')
    .select('freezer.name as frozen_by_name')
    .select(['drafts.consultation_from', 'drafts.consultation_to', 'drafts.consultation_was_to', 'drafts.prolonged_because'])
    .select(['drafts.published_at', 'drafts.version as life_version'])
    .select(['frozen.id as frozen_version_id', 'frozen.at as frozen_at', 'frozen.actor_id as frozen_by', 'frozen.fingerprint'])
    .select(({ selectFrom }) =>
      selectFrom('proposal_lineage_members as member')
        .innerJoin('proposal_lineages as lineage', 'lineage.id', 'member.lineage_id')
        .whereRef('member.proposal_id', '=', 'documents.id')
        .where('member.part', '=', 'from')
        .where('lineage.undone_at', 'is', null)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('became_others'),
    )
    .$castTo<Row>();
}

/** What decides who may open and write it. */
export function documentSubject(row: Row): DocumentSubject {
  return {
    labId: row.lab_id,
    kind: row.kind,
    ...(row.state !== null && { state: DraftState.parse(row.state) }),
    participantsInvited: row.participants_invited === 1,
    ...(row.sub_table_id !== null && { subTableId: row.sub_table_id }),
    ...(row.proposal_state !== null && { proposalState: ProposalState.parse(row.proposal_state) }),
    becameOthers: row.became_others > 0,
  };
}

/** Null where there is no document of that id. */
export async function findDocument({ records, database }: Ledger, id: string): Promise<Row | null> {
  const [row] = await records.read(documentRows({ database }).where('documents.id', '=', id).compile());
  return row ?? null;
}

/** The documents of a lab, or one of them, by name of the kind and number; with the moment each text last changed. */
export async function readDocuments(
  { records, database, documents }: LabLedger,
  { labId, id }: { labId: string; id?: string },
): Promise<LabDocument[]> {
  const query = documentRows({ database })
    .leftJoin('yjs_documents', 'yjs_documents.id', 'documents.id')
    .select('yjs_documents.generation as generation')
    .where('documents.lab_id', '=', labId)
    .orderBy('documents.kind')
    .orderBy('documents.draft_no')
    .orderBy('documents.created_at')
    .orderBy('documents.id');
  const rows = await records.read((id === undefined ? query : query.where('documents.id', '=', id)).compile());
  const changes = await documents.lastChanges(rows.filter((row) => row.generation !== null).map((row) => row.id));
  return rows.map((row) => toDocument(row, row.generation ?? '', changes.get(row.id)));
}

/** Throws AppError `document_not_found`. */
export async function readDocument(ledger: LabLedger, place: { labId: string; id: string }): Promise<LabDocument> {
  const [document] = await readDocuments(ledger, place);
  if (!document) throw new AppError('document_not_found');
  return document;
}

function toDocument(row: Row, generation: string, changedAt: number | undefined): LabDocument {
  const common = {
    id: row.id,
    labId: row.lab_id,
    title: row.title,
    generation,
    createdAt: row.created_at,
    updatedAt: changedAt ?? row.created_at,
    version: row.version,
  };
  switch (row.kind) {
    case 'draft':
      return {
        ...common,
        kind: 'draft',
        draftNo: row.draft_no ?? 0,
        state: DraftState.parse(row.state),
        opens: FlexDate.parse(JSON.parse(row.opens ?? '{}')),
        participantsInvited: row.participants_invited === 1,
        life: lifeOf(row),
      };
    case 'sub_table_notes':
      return { ...common, kind: 'sub_table_notes', subTableId: row.sub_table_id ?? '' };
    case 'sub_table_result':
      return { ...common, kind: 'sub_table_result', subTableId: row.sub_table_id ?? '' };
    case 'free_note':
      return { ...common, kind: 'free_note' };
    case 'proposal':
      return {
        ...common,
        kind: 'proposal',
        proposalState: ProposalState.parse(row.proposal_state),
        becameOthers: row.became_others > 0,
      };
  }
}

function lifeOf(row: Life): DraftLife {
  const { frozen_version_id: versionId, frozen_at: at, fingerprint, consultation_from: from, consultation_to: to } = row;
  const { consultation_was_to: before, prolonged_because: reason } = row;
  return {
    frozen:
      versionId === null || at === null || fingerprint === null
        ? null
        : { versionId, at, by: row.frozen_by, byName: row.frozen_by_name, fingerprint },
    consultation:
      from === null || to === null
        ? null
        : { from, to, ...(before !== null && reason !== null && { prolonged: { before, reason } }) },
    publishedAt: row.published_at,
    version: row.life_version ?? 0,
  };
}
