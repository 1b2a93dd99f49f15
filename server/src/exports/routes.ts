// The routes of files to keep: for everybody what is published, for people of a lab what they can read there.
import * as contracts from '@cocrea/shared/api/exports.ts';
import type { Routes } from '../http/routes.ts';
import { exportDraft, exportPublicDraft } from './export-draft.ts';
import { exportMatrix } from './export-matrix.ts';
import type { ExportDesk } from './ports.ts';

export function addExportRoutes(routes: Routes, desk: ExportDesk): void {
  routes.openFile(contracts.exportPublicDraft, ({ params }) =>
    exportPublicDraft(desk, { labId: params.lab, no: Number(params.no), format: params.format }),
  );

  routes.signedInFile(contracts.exportDraft, ({ caller, params }) =>
    exportDraft(desk, caller, { labId: params.lab, documentId: params.document, format: params.format }),
  );

  routes.openFile(contracts.exportPublicMatrix, ({ params, query }) =>
    exportMatrix(desk, {
      ...{ format: params.format, rows: query, isPublic: true },
      read: () => desk.matrices.published({ labId: params.lab, no: Number(params.no) }),
    }),
  );

  routes.signedInFile(contracts.exportMatrix, ({ caller, params, query }) =>
    exportMatrix(desk, {
      ...{ format: params.format, rows: query, isPublic: false },
      read: () => desk.matrices.inLab(caller, { labId: params.lab, no: Number(params.no) }),
    }),
  );
}
