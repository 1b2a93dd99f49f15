// The routes of folios: one of them for everybody, and all of one's own.
import * as contracts from '@cocrea/shared/api/folios.ts';
import type { Routes } from '../http/routes.ts';
import { listMyFolios } from './list-my-folios.ts';
import type { FolioDesk } from './ports.ts';
import { readFolio } from './read-folio.ts';

export function addFolioRoutes(routes: Routes, desk: FolioDesk): void {
  routes.open(contracts.readFolio, ({ who, params }) => readFolio(desk, who, params.folio));

  routes.signedIn(contracts.listMyFolios, async ({ caller, params }) => ({
    folios: await listMyFolios(desk, caller, params.lab),
  }));
}
