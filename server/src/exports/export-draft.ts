// A Borrador as a file: of a frozen one always the same, under its fingerprint; of one that is being written as it reads at this moment.
import { publishedFile, type CanonicalDraft } from '@cocrea/shared/document/canonical.ts';
import { isOpenToRead } from '@cocrea/shared/domain/document.ts';
import { draftFormats, mediaTypes, type DraftFormat } from '@cocrea/shared/domain/paper-format.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { dayInColumns } from '@cocrea/shared/i18n/dates.ts';
import type { Caller } from '../http/caller.ts';
import type { FileAnswer } from '../http/send-file.ts';
import type { DraftPaper } from './draft-paper.ts';
import { formatNamed } from './formats.ts';
import type { ExportDesk } from './ports.ts';

interface Frozen {
  readonly labName: string;
  readonly title: string;
  readonly draftNo: number;
  readonly canonical: string;
  readonly fingerprint: string;
  readonly at: number;
}

/** Throws AppError `export_format_unknown`, `lab_not_found`, `not_published`, `export_too_large`. */
export async function exportPublicDraft(
  desk: ExportDesk,
  { labId, no, format: name }: { labId: string; no: number; format: string },
): Promise<FileAnswer> {
  const format = formatNamed(name, draftFormats);
  const { lab, draft, canonical } = await desk.drafts.published({ labId, no });
  const { title, draftNo, fingerprint, frozenAt } = draft;
  if (fingerprint === null || frozenAt === null) throw new AppError('not_published');
  return frozenFile(desk, { format, frozen: { labName: lab.name, title, draftNo, canonical, fingerprint, at: frozenAt } });
}

/** Throws AppError `export_format_unknown`, `lab_not_found`, `document_not_found`, `document_not_open`, `version_not_found`, `export_too_large`. */
export async function exportDraft(
  desk: ExportDesk,
  caller: Caller,
  { labId, documentId, format: name }: { labId: string; documentId: string; format: string },
): Promise<FileAnswer> {
  const format = formatNamed(name, draftFormats);
  const { labName, draft } = await desk.drafts.inLab(caller, { labId, documentId });
  if (!isOpenToRead(draft)) throw new AppError('document_not_open');
  const { title, draftNo } = draft;
  if (draft.life.frozen !== null) {
    const frozen = await desk.drafts.frozen(caller, { labId, documentId });
    return frozenFile(desk, { format, frozen: { labName, title, draftNo, ...frozen } });
  }
  // Only what is frozen has a fingerprint.
  if (format === 'json') throw new AppError('version_not_found');
  const at = desk.now();
  const read = async (): Promise<DraftPaper> => {
    const about = { labName, title, draftNo };
    if (format !== 'docx') {
      const version = { isFrozen: false, at, body: await desk.drafts.body(documentId) } as const;
      return { ...about, version, suggested: [], comments: [] };
    }
    // Only a file of Word has a way to show what is suggested and remarked.
    const [{ body, suggested }, comments] = await Promise.all([
      desk.drafts.suggested(documentId),
      desk.drafts.remarks({ labId, documentId }),
    ]);
    return { ...about, version: { isFrozen: false, at, body }, suggested, comments };
  };
  return {
    name: `borrador-${draftNo}-en-redaccion-${dayInColumns(at)}.${format}`,
    type: mediaTypes[format],
    version: null,
    bytes: () => desk.press.print(null, async () => ({ of: 'draft', format, draft: await read() })),
  };
}

function frozenFile(desk: ExportDesk, { format, frozen }: { format: DraftFormat; frozen: Frozen }): FileAnswer {
  const { labName, title, draftNo, canonical, fingerprint, at } = frozen;
  const version = `${fingerprint}.${format}`;
  const draft = {
    ...{ labName, title, draftNo, suggested: [], comments: [] },
    version: { isFrozen: true, at, fingerprint, canonical } as const,
  };
  return {
    name: `borrador-${draftNo}.${format}`,
    type: mediaTypes[format],
    version,
    bytes: () =>
      format === 'json'
        ? Promise.resolve(new TextEncoder().encode(publishedFile(JSON.parse(canonical) as CanonicalDraft, { frozenAt: at })))
        : desk.press.print(version, () => Promise.resolve({ of: 'draft', format, draft })),
  };
}
