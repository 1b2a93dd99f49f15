// A real HTTP server with a real engine on it, on a port of the system's choosing: people and their rights are whatever the test says.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { ErrorCode } from '@cocrea/shared/errors.ts';
import type { Bus } from '@cocrea/server/src/bus/bus.ts';
import { createLocalBus } from '@cocrea/server/src/bus/local.ts';
import { refuseRequest, refuseUpgrade } from '@cocrea/server/src/http/bare-answer.ts';
import { createRealtime, type Realtime } from '@cocrea/server/src/realtime/create-realtime.ts';
import { limitsWith, type RealtimeLimits } from '@cocrea/server/src/realtime/limits.ts';
import type { Access, DocumentReader, RealtimeMetrics } from '@cocrea/server/src/realtime/ports.ts';
import type { RealtimeTiming } from '@cocrea/server/src/realtime/timing.ts';
import { readStoredUpdate } from '@cocrea/server/src/realtime/update/read-update.ts';
import type { DocumentStore } from '@cocrea/server/src/storage/document-store.ts';
import { createMemoryDocumentStore } from '@cocrea/server/src/storage/memory/document-store.ts';
import * as Y from 'yjs';

export interface EngineServerOptions {
  readonly store?: DocumentStore;
  /** The line to other engines on the same store; none unless given. */
  readonly bus?: Bus;
  readonly reader?: DocumentReader;
  readonly limits?: Partial<RealtimeLimits>;
  readonly timing?: Partial<RealtimeTiming>;
  readonly originAllowed?: (request: IncomingMessage) => boolean;
  readonly now?: () => number;
  /** The clock of waits; the one of `now` unless given. */
  readonly elapsed?: () => number;
  /** Called each time the engine asks what somebody may do, after the answer was decided and before it is given. */
  readonly answering?: (userId: string) => void;
  /** Where to listen, for an engine that takes another's place; a port of the system's choosing otherwise. */
  readonly port?: number;
}

/** Counts of what the engine told its metrics. */
export interface Counted {
  readonly refused: Map<ErrorCode, number>;
  received: number;
  acknowledged: number;
  relayed: number;
  commits: number;
  commitFailures: number;
}

export interface EngineServer {
  readonly engine: Realtime;
  readonly store: DocumentStore;
  /** `ws://…/sync`, as a stock client is given it. */
  readonly wsUrl: string;
  readonly counted: Counted;
  /** What the engine logged as a warning or an error. */
  readonly complaints: string[];
  /** Lets a person (whose token is their id) do that everywhere from now on; everybody not named writes. */
  allow(userId: string, access: 'write' | 'read' | ErrorCode, name?: string): void;
  stop(): Promise<void>;
  /** As a kill does: every socket is gone at once, and nothing more is said to anybody. */
  kill(): void;
}

/** The token of somebody without a session. */
export const NOBODY = 'nobody';

/** Waits as short as a test needs; the windows that matter are set by each test. */
const quick: Partial<RealtimeTiming> = { sweep: 20, retry: 5, retryMost: 20, drainClose: 500 };

export async function startEngine(options: EngineServerOptions = {}): Promise<EngineServer> {
  const store = options.store ?? createMemoryDocumentStore();
  const rights = new Map<string, 'write' | 'read' | ErrorCode>();
  const names = new Map<string, string>();
  const listeners = new Set<(userId: string) => void>();
  const counted: Counted = { refused: new Map(), received: 0, acknowledged: 0, relayed: 0, commits: 0, commitFailures: 0 };
  const complaints: string[] = [];
  const complain = (facts: object, sentence: string): void => void complaints.push(`${sentence} ${describe(facts)}`);
  const engine = createRealtime({
    store,
    reader: options.reader ?? inlineReader,
    bus: options.bus ?? createLocalBus(),
    limits: limitsWith(options.limits),
    timing: { ...quick, ...options.timing },
    metrics: counting(counted),
    log: { info: () => undefined, warn: complain, error: complain },
    now: options.now ?? (() => Date.now()),
    elapsed: options.elapsed ?? (() => Date.now()),
    originAllowed: options.originAllowed ?? (() => true),
    refuseUpgrade,
    refuseRequest,
    access: {
      identify: async (request) => {
        const token = new URL(request.url ?? '/', 'http://server').searchParams.get('token');
        return token === null || token === NOBODY ? null : token;
      },
      accessOf: async (userId, documentId): Promise<Access> => {
        const right = documentId.startsWith('unknown') ? 'document_not_found' : (rights.get(userId) ?? 'write');
        options.answering?.(userId);
        await new Promise((resolve) => setImmediate(resolve));
        if (right !== 'write' && right !== 'read') return { refused: right };
        return {
          may: right,
          identity: { userId, name: names.get(userId) ?? `Name of ${userId}`, color: 3, actorKind: 'ciudadania' },
        };
      },
      onChanged: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  });
  const server = createServer((request, response) => engine.handleRequest(request, response));
  server.on('upgrade', (request, socket, head) => engine.handleUpgrade(request, socket, head));
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    engine,
    store,
    counted,
    complaints,
    wsUrl: `ws://127.0.0.1:${port}/sync`,
    allow: (userId, access, name) => {
      rights.set(userId, access);
      if (name !== undefined) names.set(userId, name);
      for (const listener of listeners) listener(userId);
    },
    kill: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
    stop: async () => {
      await engine.drain();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Makes a document with this text under the root `text`, as the server does when a document is born. */
export async function bornDocument(store: DocumentStore, documentId: string, text = ''): Promise<void> {
  const doc = new Y.Doc();
  doc.clientID = 1;
  if (text !== '') doc.getText('text').insert(0, text);
  await store.create({
    documentId,
    generation: 'first',
    at: 1,
    firstUpdate: Y.encodeStateAsUpdate(doc),
    clients: text === '' ? [] : [{ clientId: 1, userId: 'server' }],
  });
  doc.destroy();
}

/** What the store gives back of a document, as a Y.Doc: what a restarted server would serve. */
export async function storedDoc(store: DocumentStore, documentId: string): Promise<Y.Doc> {
  const stored = await store.load(documentId);
  if (stored === null) throw new Error(`${documentId} is not in the store`);
  const doc = new Y.Doc();
  if (stored.snapshot !== null) Y.applyUpdate(doc, stored.snapshot.update);
  for (const row of stored.tail) for (const update of row.updates) Y.applyUpdate(doc, update);
  return doc;
}

/** The reader without its threads. */
export const inlineReader: DocumentReader = {
  diff: async (update, stateVector) => Y.diffUpdate(update, stateVector),
  compact: async (updates) => {
    const doc = new Y.Doc();
    for (const update of updates) Y.applyUpdate(doc, update);
    return readStoredUpdate(Y.encodeStateAsUpdate(doc));
  },
};

function counting(counted: Counted): RealtimeMetrics {
  return {
    connections: () => undefined,
    rooms: () => undefined,
    received: () => void (counted.received += 1),
    refused: (reason) => void counted.refused.set(reason, (counted.refused.get(reason) ?? 0) + 1),
    acknowledged: (frames) => void (counted.acknowledged += frames),
    relayed: (recipients) => void (counted.relayed += recipients),
    committed: () => void (counted.commits += 1),
    commitFailed: () => void (counted.commitFailures += 1),
  };
}

function describe(facts: object): string {
  return JSON.stringify(facts, (_key, value: unknown) =>
    value instanceof Error ? `${value.name}: ${value.message}\n${value.stack}` : value,
  );
}
