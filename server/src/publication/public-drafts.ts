// The drafts of a lab as everybody may know of them: a text is out from its consultation or its publication on, its answers with the next draft.
import type { PublicDraft } from '@cocrea/shared/api/publication.ts';
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { LabFacts } from '@cocrea/shared/domain/lab.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { PublicationDesk } from './ports.ts';

export interface PublicLab {
  readonly id: string;
  readonly name: string;
  readonly title: string;
}

/** Throws AppError `lab_not_found`. */
export async function publicLab(
  { records, database }: PublicationDesk,
  labId: string,
): Promise<{ lab: PublicLab; facts: LabFacts; subTables: number }> {
  const [row] = await records.read(database.selectFrom('labs').where('id', '=', labId).select(['id', 'name', 'facts']).compile());
  if (row === undefined) throw new AppError('lab_not_found');
  const facts = LabFacts.parse(JSON.parse(row.facts));
  const tables = await records.read(database.selectFrom('sub_tables').where('lab_id', '=', labId).select('id').compile());
  return { lab: { id: row.id, name: row.name, title: facts.title }, facts, subTables: tables.length };
}

/** Those of which a draft is out, by name. */
export async function publicLabs({ records, database }: PublicationDesk): Promise<PublicLab[]> {
  const out = database
    .selectFrom('drafts')
    .where('frozen_version_id', 'is not', null)
    .where(({ or, eb }) => or([eb('published_at', 'is not', null), eb('consultation_to', 'is not', null)]))
    .select('lab_id');
  const rows = await records.read(
    database.selectFrom('labs').where('id', 'in', out).select(['id', 'name', 'facts']).orderBy('name').compile(),
  );
  return rows.map(({ id, name, facts }) => ({ id, name, title: LabFacts.parse(JSON.parse(facts)).title }));
}

export async function publicDrafts(desk: PublicationDesk, labId: string): Promise<PublicDraft[]> {
  const drafts = await desk.drafts.inLab(labId);
  return drafts.map((draft) => publicDraft(draft, drafts));
}

/** Throws AppError `not_published`. */
export async function draftNumbered(
  desk: PublicationDesk,
  { labId, no }: { labId: string; no: number },
): Promise<{ draft: DraftDocument; published: PublicDraft } & Record<'previous' | 'next', DraftDocument | undefined>> {
  const drafts = await desk.drafts.inLab(labId);
  const numbered = (wanted: number): DraftDocument | undefined => drafts.find(({ draftNo }) => draftNo === wanted);
  const draft = numbered(no);
  if (draft === undefined) throw new AppError('not_published');
  return { draft, published: publicDraft(draft, drafts), previous: numbered(no - 1), next: numbered(no + 1) };
}

export function isOut({ life }: Pick<DraftDocument, 'life'>): boolean {
  return life.frozen !== null && (life.publishedAt !== null || life.consultation !== null);
}

function publicDraft(draft: DraftDocument, drafts: readonly DraftDocument[]): PublicDraft {
  const { id, draftNo, title, state, opens, life } = draft;
  const next = drafts.find((one) => one.draftNo === draftNo + 1);
  return {
    ...{ id, draftNo, title, state, opens },
    frozenAt: life.frozen?.at ?? null,
    fingerprint: life.frozen?.fingerprint ?? null,
    ...{ consultation: life.consultation, publishedAt: life.publishedAt },
    isOut: isOut(draft),
    hasMatrix: isOut(draft) && next !== undefined && next.life.publishedAt !== null,
  };
}
