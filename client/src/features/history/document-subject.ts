// What of a document decides what may be done with its versions.
import type { LabDocument } from '@cocrea/shared/domain/document.ts';
import type { DocumentSubject } from '@cocrea/shared/permissions.ts';

export function subjectOf(document: LabDocument): DocumentSubject {
  const { labId, kind } = document;
  if (document.kind === 'draft') return { labId, kind, state: document.state };
  if (document.kind === 'proposal')
    return { labId, kind, proposalState: document.proposalState, becameOthers: document.becameOthers };
  return { labId, kind };
}
