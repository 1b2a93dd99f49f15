// The realtime engine as the rest of the server sees it: give it the ports, hand it upgrades, drain it at the end.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Bus } from '../bus/bus.ts';
import type { DocumentStore } from '../storage/document-store.ts';
import { Census } from './census.ts';
import { Elsewhere } from './elsewhere.ts';
import { GroupCommit } from './commit.ts';
import { Compaction } from './compaction.ts';
import { drain } from './drain.ts';
import { Gateway } from './gateway.ts';
import type { RealtimeLimits } from './limits.ts';
import { HouseWriter } from './house-writer.ts';
import { HttpLines } from './http-lines.ts';
import { Listeners } from './listeners.ts';
import type {
  CommittedText,
  DocumentReader,
  Identity,
  RealtimeLog,
  RealtimeMetrics,
  RefuseRequest,
  RefuseUpgrade,
  RoomAccess,
  RoomWatch,
  RoomWriter,
} from './ports.ts';
import { Rooms } from './rooms.ts';
import { defaultTiming, type RealtimeTiming } from './timing.ts';

export interface RealtimeOptions {
  readonly store: DocumentStore;
  readonly access: RoomAccess;
  readonly reader: DocumentReader;
  readonly bus: Bus;
  readonly limits: RealtimeLimits;
  readonly metrics: RealtimeMetrics;
  readonly log: RealtimeLog;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /**
   * Milliseconds of a clock that only runs forward, for all that waits: that of the process unless given. The time of day may be set
   * back or forth while people write, and must neither hold up a commit nor end a connection.
   */
  readonly elapsed?: () => number;
  /** Whether an upgrade may come from its `Origin`; one without that header is no browser. */
  readonly originAllowed: (request: IncomingMessage) => boolean;
  readonly refuseUpgrade: RefuseUpgrade;
  readonly refuseRequest: RefuseRequest;
  /** Whose connections are counted together; the peer's address unless told otherwise (behind a trusted proxy). */
  readonly addressOf?: (request: IncomingMessage) => string;
  readonly timing?: Partial<RealtimeTiming>;
}

export interface Realtime extends RoomWatch, RoomWriter {
  /** Takes an upgrade of an HTTP server for `/sync/<documentId>`; answers every other path 404. Never throws. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Takes a request for `/sync/<documentId>/line`, where there is no WebSocket; answers every other path 404. Never throws. */
  handleRequest(request: IncomingMessage, response: ServerResponse): void;
  /** Stops accepting, commits what was accepted, tells every client "restarting" and resolves when all are gone: under 10 s. */
  drain(): Promise<void>;
  stats(): RealtimeStats;
}

export interface RealtimeStats {
  readonly connections: number;
  readonly rooms: number;
  /** Bytes of text accepted and not yet committed. */
  readonly pendingBytes: number;
  /** Bytes that wait for clients to read on. */
  readonly queuedBytes: number;
  readonly isStoreAway: boolean;
  readonly isDraining: boolean;
}

/** Builds an engine. It holds no timer and no room until the first connection, and none after the last. */
export function createRealtime(options: RealtimeOptions): Realtime {
  const { store, access, reader, bus, limits, metrics, log, now, elapsed = () => performance.now() } = options;
  const timing = { ...defaultTiming, ...options.timing };
  const committed = new Listeners<CommittedText>(log);
  const edited = new Listeners<{ documentId: string; at: number }>(log);
  const people = new Listeners<{ documentId: string }>(log);
  const census = new Census(limits);
  const commit = new GroupCommit({ store, metrics, log, elapsed, timing, pendingBytes: limits.pendingBytes, onPressure });
  const compaction = new Compaction({ store, reader, log, now, elapsed });
  const rooms = new Rooms({
    store,
    compaction,
    metrics,
    log,
    elapsed,
    bus,
    timing,
    room: {
      commit,
      store,
      reader,
      bus,
      limits,
      metrics,
      log,
      now,
      elapsed,
      timing,
      onCommitted: (row) => {
        committed.tell(row);
        edited.tell(row);
        if (row.here) elsewhere.edited(row.documentId, row.at);
      },
      onPeople: (room) => {
        elsewhere.changed(room.documentId);
        tellPeople(room.documentId);
      },
    },
  });
  const elsewhere = new Elsewhere({
    bus,
    elapsed,
    here: (documentId) => rooms.get(documentId)?.people ?? [],
    visited: () => rooms.visited(),
    onPeople: tellPeople,
    onEdited: (change) => {
      // Of what is in memory here every row is told.
      if (rooms.get(change.documentId) === undefined) edited.tell(change);
    },
  });
  const gateway = new Gateway({
    access,
    census,
    rooms,
    commit,
    limits,
    metrics,
    log,
    elapsed,
    originAllowed: options.originAllowed,
    addressOf: options.addressOf ?? ((request) => request.socket.remoteAddress ?? ''),
    refuseUpgrade: options.refuseUpgrade,
    onOpened: look,
  });
  const lines = new HttpLines({
    paths: /\/sync\/[^/?]+/,
    identify: access.identify,
    originAllowed: options.originAllowed,
    frameBytes: limits.frameBytes,
    judge: (request, asked) => gateway.answer(request, asked),
    refuse: (request, response, error) => options.refuseRequest(request, response, gateway.failureOf(request, error)),
  });
  const writer = new HouseWriter({ rooms, commit, log, askRights: (documentId) => gateway.documentChanged(documentId) });
  const subscriptions = [
    access.onChanged((userId) => gateway.rightsChanged(userId)),
    access.onDocumentChanged?.((documentId) => void gateway.documentChanged(documentId)),
  ];
  let timer: NodeJS.Timeout | null = null;
  let draining: Promise<void> | null = null;

  /** Begins to look after rooms and connections; stops by itself when there are none. */
  function look(): void {
    timer ??= setInterval(() => {
      rooms.sweep();
      elsewhere.sweep();
      for (const { connection } of census.all()) connection.sweep(timing);
      if (census.size === 0 && !rooms.isInUse) stopLooking();
    }, timing.sweep);
  }

  function presentIn(documentId: string): readonly Identity[] {
    const present = new Map<string, Identity>();
    for (const person of [...(rooms.get(documentId)?.people ?? []), ...elsewhere.peopleOf(documentId)]) {
      if (!present.has(person.userId)) present.set(person.userId, person);
    }
    return [...present.values()];
  }

  function tellPeople(documentId: string): void {
    people.tell({ documentId });
  }

  function stopLooking(): void {
    if (timer !== null) clearInterval(timer);
    timer = null;
  }

  function onPressure(pressed: boolean): void {
    log.warn({ pressed, pendingBytes: limits.pendingBytes }, 'The limit of what may wait for the store was crossed.');
    if (!pressed) for (const { connection } of census.all()) connection.resume('store');
  }

  return {
    handleUpgrade: (request, socket, head) => void gateway.upgrade(request, socket, head),
    handleRequest: (request, response) => void lines.handle(request, response),
    drain: () => {
      draining ??= drain({ gateway, census, commit, compaction, rooms, timing, log }).finally(() => {
        for (const unsubscribe of subscriptions) unsubscribe?.();
        elsewhere.close();
        stopLooking();
      });
      return draining;
    },
    onTextCommitted: (listener) => committed.add(listener),
    onEdited: (listener) => edited.add(listener),
    onPresence: (listener) => people.add(listener),
    write: (edits, record) => writer.write(edits, record),
    hold: (documentId, act) => writer.hold(documentId, act),
    presentIn,
    stats: () => ({
      connections: census.size,
      rooms: rooms.size,
      pendingBytes: commit.pendingBytes,
      queuedBytes: [...census.all()].reduce((sum, { connection }) => sum + connection.queued, 0),
      isStoreAway: commit.storeAway !== null,
      isDraining: draining !== null,
    }),
  };
}
