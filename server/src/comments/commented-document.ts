// The text comments hang on: that it is of the lab, that the caller may read it, and that it is still written, so that more can be said of it.
import { isOpenToWrite } from '@cocrea/shared/domain/document.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { DocumentSubject } from '@cocrea/shared/permissions.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { requireLab } from '../storage/require-lab.ts';
import type { CommentDesk } from './ports.ts';

interface Place {
  readonly labId: string;
  readonly documentId: string;
}

/** Throws AppError `lab_not_found`, `document_not_found` and those of `authorize`. */
export async function readableDocument(
  desk: CommentDesk,
  caller: Caller,
  { labId, documentId }: Place,
): Promise<DocumentSubject> {
  await requireLab(desk, labId);
  authorize(caller, 'lab.read', { labId });
  const document = await desk.documents.of(documentId);
  if (document === null || document.labId !== labId) throw new AppError('document_not_found');
  authorize(caller, 'document.read', document);
  return document;
}

/** Throws AppError `comments_closed` too. */
export async function commentedDocument(desk: CommentDesk, caller: Caller, place: Place): Promise<DocumentSubject> {
  const document = await readableDocument(desk, caller, place);
  if (!isOpenToWrite(document)) throw new AppError('comments_closed');
  authorize(caller, 'comment.write', document);
  return document;
}
