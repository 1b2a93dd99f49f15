// People as the wire sees them: stock y-websocket clients with nothing of ours, and ways to await what they see without sleeping.
import { WebSocket } from 'ws';
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

/** Longer than a busy machine needs; what takes longer will not come. */
const patience = 30_000;

export interface ConnectOptions {
  readonly doc?: Y.Doc;
  /** `cocrea.v1` for a client that hears our extensions; a stock client without it. */
  readonly protocols?: string[];
  /** Called before the socket opens, for handlers of message types beyond the stock ones. */
  readonly prepare?: (provider: WebsocketProvider) => void;
  /** The socket to use: `ws`, or a class of it that looks at what passes. */
  readonly socket?: new (
    address: string | URL,
    protocols?: string[],
  ) => WebSocket;
  /** Milliseconds between attempts to reconnect, at most. */
  readonly maxBackoffTime?: number;
}

export interface Client {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  readonly awareness: Awareness;
  /** Resolves when `condition` holds; asks again after each thing the client hears. Rejects with `what` when it never does. */
  waitFor(condition: () => boolean, what: string, milliseconds?: number): Promise<void>;
  /** Resolves when this client holds everything `other` holds now, deletions included. */
  caughtUpWith(other: Y.Doc): Promise<void>;
  /** Ends the connection for good; the document stays readable. */
  close(): void;
}

/** Opens a document and waits for the first sync. `server` is anything with the address of `/sync`. */
export async function connect(
  server: { readonly wsUrl: string },
  documentId: string,
  { token, ...options }: ConnectOptions & { readonly token: string },
): Promise<Client> {
  const client = open(server, documentId, { token, ...options });
  try {
    await client.waitFor(() => client.provider.synced, `first sync of ${documentId}`);
  } catch (failure) {
    client.close();
    throw failure;
  }
  return client;
}

/** Like `connect`, without waiting: for tests of refusals and of long first syncs. */
export function open(
  server: { readonly wsUrl: string },
  documentId: string,
  {
    token,
    doc = new Y.Doc(),
    protocols = [],
    prepare,
    socket = WebSocket,
    maxBackoffTime = 500,
  }: ConnectOptions & { readonly token: string },
): Client {
  const provider = new WebsocketProvider(server.wsUrl, documentId, doc, {
    connect: false,
    params: { token },
    protocols,
    disableBc: true,
    maxBackoffTime,
    WebSocketPolyfill: socket as unknown as typeof globalThis.WebSocket,
  });
  prepare?.(provider);
  const { awareness } = provider;
  let closed: { code: number; reason: string } | undefined;
  provider.on('closed', (event) => {
    closed = event;
  });
  const waitFor: Client['waitFor'] = (condition, what, milliseconds = patience) =>
    awaitEvent(
      (heard) => {
        doc.on('update', heard);
        provider.on('sync', heard);
        provider.on('status', heard);
        provider.on('closed', heard);
        awareness.on('change', heard);
        return () => {
          doc.off('update', heard);
          provider.off('sync', heard);
          provider.off('status', heard);
          provider.off('closed', heard);
          awareness.off('change', heard);
        };
      },
      condition,
      { what: () => `${what}${closed ? ` (closed ${closed.code} ${closed.reason})` : ''}`, milliseconds },
    );
  provider.connect();
  return {
    doc,
    provider,
    awareness,
    waitFor,
    caughtUpWith: (other) => {
      const wanted = Y.snapshot(other);
      return waitFor(() => covers(doc, wanted), 'everything the other holds');
    },
    close: () => {
      provider.destroy();
      awareness.destroy();
    },
  };
}

/** Does `doc` hold every structure and every deletion of `wanted`? */
function covers(doc: Y.Doc, wanted: Y.Snapshot): boolean {
  for (const [client, clock] of wanted.sv) if (Y.getState(doc.store, client) < clock) return false;
  for (const [client, ranges] of wanted.ds.clients) {
    for (const { clock, len } of ranges) {
      for (let at = clock; at < clock + len; ) {
        const struct = Y.getItem(doc.store, Y.createID(client, at));
        if (!struct.deleted) return false;
        at = struct.id.clock + struct.length;
      }
    }
  }
  return true;
}

/**
 * Resolves when `condition` holds; looks again each time `subscribe`'s listener is called. Rejects after `milliseconds` with `what`,
 * and at once when the condition throws.
 */
export async function awaitEvent(
  subscribe: (heard: () => void) => () => void,
  condition: () => boolean,
  { what, milliseconds = patience }: { readonly what: () => string; readonly milliseconds?: number },
): Promise<void> {
  if (condition()) return;
  await new Promise<void>((resolve, reject) => {
    const look = (): void => {
      try {
        if (!condition()) return;
        settle();
        resolve();
      } catch (failure) {
        settle();
        reject(failure instanceof Error ? failure : new Error(String(failure)));
      }
    };
    const timer = setTimeout(() => {
      settle();
      reject(new Error(`After ${milliseconds} ms there was still not: ${what()}`));
    }, milliseconds);
    const unsubscribe = subscribe(look);
    const settle = (): void => {
      clearTimeout(timer);
      unsubscribe();
    };
  });
}
