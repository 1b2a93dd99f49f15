// The routes of history: versions, a text at any moment, who wrote it, and bringing a moment back.
import * as contracts from '@cocrea/shared/api/history.ts';
import type { Caller } from '../http/caller.ts';
import { type Routes, WrittenOutput } from '../http/routes.ts';
import { listMassDeletions } from './list-mass-deletions.ts';
import { listVersions } from './list-versions.ts';
import { nameVersion } from './name-version.ts';
import { openHistory, type Place } from './open-history.ts';
import type { HistoryDesk } from './ports.ts';
import { readGrowth } from './read-growth.ts';
import { restoreMoment } from './restore-moment.ts';
import { settleMassDeletion } from './settle-mass-deletion.ts';
import { writersOf } from './writers.ts';

export function addHistoryRoutes(routes: Routes, desk: HistoryDesk): void {
  const placeOf = ({ lab, document }: { lab: string; document: string }): Place => ({ labId: lab, documentId: document });

  routes.signedIn(contracts.listVersions, ({ caller, params }) => listVersions(desk, caller, placeOf(params)));

  routes.signedIn(contracts.nameVersion, async ({ caller, params, body }) => {
    const { created, version } = await nameVersion(desk, caller, { ...placeOf(params), ...body });
    return { created, output: version };
  });

  routes.signedIn(contracts.readMoment, async ({ caller, params }) => {
    const place = placeOf(params);
    await openHistory(desk, caller, { ...place, to: 'document.read' });
    const seq = Number(params.seq);
    return new WrittenOutput(await desk.past.writtenMoment(place.documentId, seq));
  });

  routes.signedIn(contracts.readAuthors, ({ caller, params }) =>
    readAuthors(desk, caller, { ...placeOf(params), seq: params.seq }),
  );

  routes.signedIn(contracts.readGrowth, ({ caller, params }) => readGrowth(desk, caller, placeOf(params)));

  routes.signedIn(contracts.listMassDeletions, ({ caller, params }) => listMassDeletions(desk, caller, params.lab));

  routes.signedIn(contracts.settleMassDeletion, ({ caller, params, body }) =>
    settleMassDeletion(desk, caller, { ...placeOf(params), id: params.deletion, ...body }),
  );

  routes.signedIn(contracts.restoreMoment, ({ caller, params, body }) =>
    restoreMoment(desk, caller, { ...placeOf(params), ...body }),
  );
}

async function readAuthors(desk: HistoryDesk, caller: Caller, { seq: asked, ...place }: Place & { seq: string }) {
  await openHistory(desk, caller, { ...place, to: 'document.read' });
  const seq = asked === 'now' ? await desk.past.lastSeq(place.documentId) : Number(asked);
  const blocks = await desk.past.authorsAt(place.documentId, seq);
  const personIds = blocks.flatMap(({ runs }) => runs.map(({ personId }) => personId));
  const people = await writersOf(desk, { labId: place.labId, personIds });
  return { seq, people, blocks: blocks.map(({ blockId, runs }) => ({ blockId, runs: [...runs] })) };
}
