// The only place where the parts are joined: ports meet their adapters here, and nowhere else does anybody name one.
import { fileURLToPath } from 'node:url';
import { availableParallelism } from 'node:os';
import pino from 'pino';
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { addBallotRoutes } from './ballots/routes.ts';
import type { Config } from './config.ts';
import { readChoosable, readStanding } from './contributions/count-dots.ts';
import { lateWritingsOwed, readLateWritings } from './consolidation/late-record.ts';
import { lostPlaces } from './consolidation/lost-places.ts';
import { readOrigins } from './consolidation/origin-record.ts';
import type { ConsolidationDesk } from './consolidation/ports.ts';
import { remarksOf } from './comments/remarks-of.ts';
import { addCommentRoutes } from './comments/routes.ts';
import { readThreads } from './comments/thread-record.ts';
import { addConsolidationRoutes } from './consolidation/routes.ts';
import { knownContributions } from './contributions/known-contributions.ts';
import { contributionsForDesk, contributionsIn, outcomeParts, outcomesOf, outcomesOwed } from './contributions/outcome-parts.ts';
import { addContributionRoutes } from './contributions/routes.ts';
import { countSaid, readOutcome } from './contributions/table-outcome.ts';
import { createKnownDrafts } from './drafts/known-drafts.ts';
import type { DraftDesk } from './drafts/ports.ts';
import { readFrozen } from './drafts/read-frozen.ts';
import { addDraftRoutes } from './drafts/routes.ts';
import { addFolioRoutes } from './folios/routes.ts';
import { createPress } from './exports/press.ts';
import { addExportRoutes } from './exports/routes.ts';
import { createFeed } from './feed/feed.ts';
import { refuseRequest, refuseUpgrade } from './http/bare-answer.ts';
import { authorize } from './http/caller.ts';
import { addHistoryRoutes } from './history/routes.ts';
import { keepQuietMoments } from './history/quiet-moments.ts';
import { createDeletionWatch } from './history/watch-deletions.ts';
import { createAddressReader } from './http/client-address.ts';
import { routeLines } from './http/lines.ts';
import { createMetrics } from './http/metrics.ts';
import { addOperatorRoutes } from './http/operator-routes.ts';
import { createOriginCheck } from './http/origin-check.ts';
import { servePages } from './http/pages.ts';
import { createRoutes } from './http/routes.ts';
import { createHttpServer } from './http/server.ts';
import { routeUpgrades } from './http/upgrades.ts';
import { createAttemptLimit, type AttemptLimit } from './identity/attempt-limit.ts';
import { addJoinRoutes } from './identity/join-routes.ts';
import { createPasswords } from './identity/password.ts';
import { createPeopleNow } from './identity/people-now.ts';
import { addPeopleRoutes } from './identity/people-routes.ts';
import { createSessionCookies } from './identity/session-cookie.ts';
import { addSessionRoutes } from './identity/session-routes.ts';
import { createSessions } from './identity/sessions.ts';
import { makeSetupLink } from './identity/set-up-admin.ts';
import { codeForOpening, codeOfTable, codesForClosing } from './identity/table-codes.ts';
import { demoLab } from './labs/demo/demo-lab.ts';
import { demoDoorPeople } from './labs/demo/people.ts';
import { readDocuments } from './labs/document-record.ts';
import { createDocumentsNow } from './labs/documents-now.ts';
import { closePublicCodes, foundDemonstration } from './labs/found-demonstration.ts';
import { createRoomAccess } from './labs/room-access.ts';
import { addLabRoutes } from './labs/routes.ts';
import { answersOwed, tellingAnswers } from './observations/answers-owed.ts';
import { destinationParts, destinationsIn, destinationUndone } from './observations/destination-parts.ts';
import { foliosOf, readObservations } from './observations/observation-record.ts';
import { addObservationRoutes } from './observations/routes.ts';
import { proposalsForDesk } from './proposals/for-desk.ts';
import { incorporationParts, incorporationUndone } from './proposals/incorporation-parts.ts';
import { continuedText, firstText } from './labs/first-text.ts';
import { addProposalRoutes } from './proposals/routes.ts';
import { createPastTexts } from './reading/past-texts.ts';
import type { PublicationDesk } from './publication/ports.ts';
import { publicLab } from './publication/public-drafts.ts';
import { readMatrix, readPublicMatrix } from './publication/read-matrix.ts';
import { readPublicDraft } from './publication/read-public-draft.ts';
import { addPublicationRoutes } from './publication/routes.ts';
import { createReader, shareReaderMemory } from './reading/reader.ts';
import { createTextsNow } from './reading/texts-now.ts';
import { addressesOf, listenOn, type Listening } from './listening.ts';
import { openNodes } from './open-nodes.ts';
import { openStore } from './open-store.ts';
import { createRealtime, type Realtime } from './realtime/create-realtime.ts';
import { startScheduledBackups } from './scheduled-backups.ts';
import type { BackupSchedule } from './storage/backup/backup-schedule.ts';
import type { Ledger } from './storage/ledger.ts';
import { backUpInThread } from './storage/sqlite/backup/backup-in-thread.ts';
import { carriedForks } from './suggestions/carry-forks.ts';
import { createForkFeeder } from './suggestions/feed-forks.ts';
import { createForkAccess, createKnownForks } from './suggestions/fork-access.ts';
import type { SuggestionDesk } from './suggestions/ports.ts';
import { addSuggestionRoutes } from './suggestions/routes.ts';
import { suggestedText } from './suggestions/suggested-text.ts';
import { addTablePeopleRoutes } from './sub-tables/people-routes.ts';
import { addTableRoutes } from './sub-tables/routes.ts';
import { takeSeat } from './sub-tables/seats.ts';
import { findTable } from './sub-tables/table-record.ts';

export interface App {
  /** Rejects with the error of `net.Server` (EADDRINUSE, EACCES …) where it cannot. */
  listen(): Promise<Listening>;
  /** The secret of the one-time link, where the server has no administrator and is no demonstration. */
  readonly setupSecret: string | null;
  /** Refuses newcomers, writes down what was accepted, says goodbye, lets go of the data: under 10 s. */
  close(): Promise<void>;
}

const clientBuild = fileURLToPath(new URL('../../client/dist', import.meta.url));
/** Milliseconds in which failed guesses are counted together. */
const attemptWindow = 15 * 60_000;

/** Throws the AppErrors of `openStore`. Nothing listens until `listen`. `tell` says a sentence to whoever watches the terminal. */
export async function createApp(config: Config, { tell }: { tell: (sentence: string) => void }): Promise<App> {
  const now = Date.now;
  const log = pino({ level: config.logLevel }, pino.destination(2));
  const onTrouble = (trouble: Error): void => log.error({ err: trouble }, 'a part failed and was replaced');
  const metrics = createMetrics();
  const storage = await openStore(config, { standing: config.redisUrl === null ? 'alone' : 'together', onTrouble });
  const nodes = await openNodes(config, { storage, onTrouble, onLine: metrics.line, log });
  const { bus } = nodes;
  const ledger: Ledger = { records: nodes.records, database: storage.database, now };
  const secure = config.tlsCert !== null && config.tlsKey !== null;
  const tls = config.tlsCert !== null && config.tlsKey !== null ? { cert: config.tlsCert, key: config.tlsKey } : null;
  const addressOf = createAddressReader(config.trustedProxies);
  const originAllowed = createOriginCheck({ publicUrl: config.publicUrl, secure });

  const sessions = createSessions(ledger, {
    accountDays: config.accountSessionDays,
    deviceDays: config.deviceSessionDays,
    tokenDays: config.tokenDays,
  });
  await foundDemonstration(ledger, { withCodes: config.demo });
  if (!config.demo) await closePublicCodes(ledger);
  await sessions.forgetOld();
  const setupSecret = config.demo ? null : await makeSetupLink(ledger, bus);

  const people = createPeopleNow(ledger, { recognise: sessions.recognise, bus });
  const documents = createDocumentsNow(ledger);
  const { memory, keptBytes } = shareReaderMemory(config.readerMemory);
  const reader = createReader({ threads: Math.max(1, Math.min(4, availableParallelism() - 1)), memory, onTrouble });
  const press = createPress(config.exports, { onTrouble });
  const texts = createTextsNow(ledger, { store: storage.documents, reader, keptBytes });
  const knownDrafts = createKnownDrafts(ledger);
  const knownForks = createKnownForks(ledger);
  const realtime: Realtime = createRealtime({
    store: storage.documents,
    access: createForkAccess(ledger, knownForks, {
      others: createRoomAccess({ people, documents }),
      people,
      drafts: documents,
      catchUp: (forkId) => forkFeeder.catchUp(forkId),
    }),
    reader,
    bus,
    limits: config.realtime,
    metrics: metrics.realtime,
    log,
    now,
    originAllowed,
    refuseUpgrade,
    refuseRequest,
    addressOf,
  });
  const forkFeeder = createForkFeeder(ledger, { store: storage.documents, rooms: realtime, isShared: bus.isShared, log });
  const feed = createFeed({
    records: ledger.records,
    access: {
      identify: people.identify,
      onChanged: people.onChanged,
      refusalOf: async (personId, labId) => {
        const person = await people.of(personId);
        if (person === null || !person.signedIn) return 'session_expired';
        if (can(person, 'lab.read', { labId })) return null;
        if (person.removedFrom.includes(labId)) return 'removed_from_lab';
        return (await documents.inLab(labId)).length === 0 ? 'lab_not_found' : 'forbidden';
      },
    },
    people: {
      describe: async (labId, personIds) => {
        const known = await Promise.all(personIds.map((personId) => people.of(personId)));
        return known.flatMap((person) => {
          if (person === null || !can(person, 'lab.read', { labId })) return [];
          const { personId, name, actorKind, color } = person;
          return [{ personId, name, actorKind, color }];
        });
      },
      labOf: async (documentId) => ((await documents.of(documentId)) ?? (await knownForks.of(documentId)))?.labId ?? null,
      documentsOf: documents.inLab,
    },
    rooms: realtime,
    bus,
    now,
    limits: config.feed,
    log,
    originAllowed,
    addressOf,
  });

  const server = await createHttpServer({ ...config, tls, log, addressOf, originAllowed });
  const routes = createRoutes(server, sessions.recognise);
  const attempts = (most: number): AttemptLimit => createAttemptLimit({ most, milliseconds: attemptWindow, now });
  const passwords = createPasswords({ atOnce: 2 });
  const codeAttempts = attempts(config.codeAttemptsPerAddress);
  let listening: Listening | null = null;
  const identity = {
    ledger,
    sessions,
    passwords,
    cookies: createSessionCookies({ secure: secure || config.publicUrl?.protocol === 'https:' }),
    demo: { on: config.demo, labId: demoLab.lab.id, people: demoDoorPeople },
    perName: attempts(config.signInAttempts),
    perAddress: attempts(config.signInAttemptsPerAddress),
    codeAttempts,
    setupAttempts: codeAttempts,
    addressOf,
    signedOut: people.changed,
    seats: { take: (seat: Parameters<typeof takeSeat>[1]) => takeSeat(ledger, seat) },
    addresses: () => listening?.elsewhere ?? [],
  };
  addSessionRoutes(routes, identity);
  addJoinRoutes(routes, identity);
  addPeopleRoutes(routes, identity);
  const labLedger = { ...ledger, documents: storage.documents };
  addLabRoutes(routes, labLedger);
  addTableRoutes(routes, {
    ...ledger,
    doors: {
      find: (place) => codeOfTable(ledger, place),
      opening: (place) => codeForOpening(ledger, place),
      closing: (place) => codesForClosing(ledger, place),
      addresses: identity.addresses,
    },
    said: { count: (labId) => countSaid(ledger, labId), outcome: (place) => readOutcome(ledger, place) },
    firstText,
  });
  addTablePeopleRoutes(routes, ledger);
  addContributionRoutes(routes, { ...ledger, tables: { find: (place) => findTable(ledger, place) } });
  addBallotRoutes(routes, {
    ...ledger,
    tables: { find: (place) => findTable(ledger, place) },
    board: {
      choosable: (subTableId) => readChoosable(ledger, subTableId),
      standing: (subTableId) => readStanding(ledger, subTableId),
    },
  });
  const proposalDesk = {
    ...ledger,
    texts,
    contributions: { of: (labId: string, ids: readonly string[]) => knownContributions(ledger, { labId, ids }) },
    firstText,
  };
  addProposalRoutes(routes, proposalDesk);
  const consolidationDesk: ConsolidationDesk = {
    ...ledger,
    drafts: knownDrafts,
    texts,
    writer: realtime,
    contributions: {
      forDesk: (labId) => contributionsForDesk(ledger, labId),
      outcomes: (labId) => outcomesOf(ledger, labId),
      settle: (verdict) => outcomeParts(ledger, verdict),
    },
    proposals: {
      forDesk: (labId) => proposalsForDesk(proposalDesk, labId),
      incorporate: (asked) => incorporationParts(ledger, asked),
      undo: (asked) => incorporationUndone(ledger, asked),
    },
    observations: {
      folios: (labId, ids) => foliosOf(ledger, { labId, ids }),
      destinationsIn: (labId, documentId) => destinationsIn(ledger, { labId, documentId }),
      addDestination: (asked) => destinationParts(ledger, asked),
      removeDestination: (asked) => destinationUndone(ledger, asked),
    },
  };
  addConsolidationRoutes(routes, consolidationDesk);
  addFolioRoutes(routes, {
    ...ledger,
    observations: { inLab: (labId) => readObservations(ledger, { labId }) },
    contributions: {
      inLab: (labId) => contributionsIn(ledger, labId),
      outcomes: (labId) => outcomesOf(ledger, labId),
    },
    lateWritings: { inLab: (labId) => readLateWritings(ledger, { labId }) },
    origins: { ofSource: (labId, sourceId) => readOrigins(consolidationDesk, { labId, sourceId }) },
    drafts: knownDrafts,
    texts,
  });
  const suggestionDesk: SuggestionDesk = {
    ...ledger,
    drafts: documents,
    store: storage.documents,
    reader,
    keptBytes,
    rooms: realtime,
  };
  addSuggestionRoutes(routes, suggestionDesk);
  addCommentRoutes(routes, { ...ledger, documents, texts, limits: config.comments });
  addObservationRoutes(routes, { ...ledger, drafts: knownDrafts, texts });
  const draftsIn = async (labId: string): Promise<DraftDocument[]> =>
    (await readDocuments(labLedger, { labId })).filter((document) => document.kind === 'draft');
  const draftDesk: DraftDesk = {
    ...ledger,
    drafts: {
      of: draftsIn,
    },
    texts: {
      bodyOf: texts.bodyOf,
      successor: async (documentId, { draftNo, ...next }) =>
        continuedText(next, await texts.successorOf(documentId, { from: draftNo - 1, to: draftNo })),
    },
    rooms: realtime,
    blockers: {
      observations: (draft) => answersOwed(ledger, draft),
      contributions: async ({ labId, ...read }) =>
        outcomesOwed(ledger, { labId, lost: await lostPlaces(consolidationDesk, { labId, read }) }),
      lateWritings: async ({ labId, draftNo, ...read }) =>
        lateWritingsOwed(ledger, { labId, draftNo, lost: await lostPlaces(consolidationDesk, { labId, read }) }),
    },
    answers: { told: (answered) => Promise.resolve(tellingAnswers(ledger, answered)) },
    suggestions: { carried: (asked) => carriedForks(suggestionDesk, asked) },
  };
  addDraftRoutes(routes, draftDesk);
  const historyDesk = { ...ledger, documents, past: createPastTexts({ store: storage.documents, reader }), writer: realtime };
  addHistoryRoutes(routes, historyDesk);
  const quietMoments = keepQuietMoments(historyDesk, { rooms: realtime, limits: config.history, log });
  const deletionWatch = createDeletionWatch(historyDesk, { rooms: realtime, limits: config.history, log });
  const publicationDesk: PublicationDesk = {
    ...ledger,
    drafts: { inLab: draftsIn, frozenBlocks: knownDrafts.frozenBlocks },
    observations: { on: (labId, documentId) => readObservations(ledger, { labId, documentId }) },
    texts,
  };
  addPublicationRoutes(routes, publicationDesk);
  addExportRoutes(routes, {
    drafts: {
      published: (place) => readPublicDraft(publicationDesk, place),
      inLab: async (caller, { labId, documentId }) => {
        const { lab } = await publicLab(publicationDesk, labId);
        authorize(caller, 'lab.read', { labId });
        const draft = (await draftsIn(labId)).find(({ id }) => id === documentId);
        if (draft === undefined) throw new AppError('document_not_found');
        return { labName: lab.name, draft };
      },
      frozen: (caller, { labId, documentId: id }) => readFrozen(draftDesk, caller, { labId, id }),
      body: texts.bodyOf,
      suggested: (draftId) => suggestedText(suggestionDesk, draftId),
      remarks: async ({ labId, documentId }) => {
        const threads = await readThreads(ledger, { labId, documentId });
        const places = await texts.commentPlaces(documentId, threads);
        return remarksOf(threads, { places, lost: ({ blockId }) => ({ blockId, from: 0, to: 0 }) });
      },
    },
    matrices: {
      published: (place) => readPublicMatrix(publicationDesk, place),
      inLab: (caller, place) => readMatrix(publicationDesk, caller, place),
    },
    press,
    now,
  });
  let backups: BackupSchedule | null = null;
  let draining = false;
  const unready = async () => (draining ? 'restarting' : storage.health());
  addOperatorRoutes(server, { metrics, recognise: sessions.recognise, unready });
  await routeLines(
    server,
    new Map([
      ['/sync', realtime.handleRequest],
      ['/feed', feed.handleRequest],
    ]),
  );
  await servePages(server, clientBuild);
  await server.ready();
  const upgrades = routeUpgrades(
    server.server,
    new Map([
      ['/sync', realtime.handleUpgrade],
      ['/feed', feed.handleUpgrade],
    ]),
  );

  return {
    setupSecret,
    listen: async () => {
      const { port } = await listenOn(server, config);
      backups = startScheduledBackups(config, {
        take: (folder, stop) => backUpInThread({ dataDir: config.dataDir, folder }, stop),
        ...{ metrics: metrics.backups, log, tell },
      });
      listening = addressesOf(config, { port, secure });
      return listening;
    },
    close: async () => {
      draining = true;
      people.close();
      forkFeeder.close();
      quietMoments.close();
      await Promise.all([realtime.drain(), backups?.close()]);
      await deletionWatch.close();
      feed.close();
      upgrades.endSoon();
      await server.close();
      await Promise.all([reader.close(), press.close(), nodes.close()]);
      await storage.close();
    },
  };
}
