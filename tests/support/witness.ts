// A client that keeps the server to its word: it counts what it sends as the protocol counts, and knows which of it was acknowledged as durable.
import { createDecoder, readVarUint } from 'lib0/decoding';
import { WebSocket } from 'ws';
import type { WebsocketProvider } from 'y-websocket';
import { readDurable } from '@cocrea/shared/protocol/durable.ts';
import { type Hello, readHello } from '@cocrea/shared/protocol/hello.ts';
import { messageType, SUBPROTOCOL, syncStep } from '@cocrea/shared/protocol/message-type.ts';
import { type Notice, readNotice } from '@cocrea/shared/protocol/notice.ts';
import { joinParts } from '../../client/src/realtime/wire.ts';
import { awaitEvent, type Client, type ConnectOptions, open } from './clients.ts';

export interface Witness extends Client {
  /** How many marks (see `mark`) the server has acknowledged as durable. */
  acknowledged(): number;
  /** Runs `edit`, which must change the document in one transaction, and counts it: the n-th mark. */
  mark(edit: () => void): void;
  marks(): number;
  /** Resolves when every mark so far is acknowledged. */
  allAcknowledged(): Promise<void>;
  hello(): Hello | null;
  notices(): readonly Notice[];
}

/** Opens a document under `cocrea.v1` and waits for the first sync. */
export async function connectWitness(
  server: { readonly wsUrl: string },
  documentId: string,
  options: Omit<ConnectOptions, 'protocols' | 'prepare' | 'socket'> & { readonly token: string },
): Promise<Witness> {
  let marks = 0;
  let acknowledged = 0;
  let hello: Hello | null = null;
  const notices: Notice[] = [];
  const heard = new Set<() => void>();
  /** For each frame with content this connection sent: how many marks the document held then. */
  let marksAt: number[] = [];

  class CountingSocket extends WebSocket {
    constructor(address: string | URL, protocols?: string[]) {
      super(address, protocols);
      marksAt = [];
    }
    override send(data: Uint8Array, ...rest: unknown[]): void {
      const decoder = createDecoder(new Uint8Array(data));
      if (readVarUint(decoder) === messageType.sync && readVarUint(decoder) !== syncStep.one) marksAt.push(marks);
      super.send(data, ...(rest as []));
    }
  }

  const client = open(server, documentId, {
    ...options,
    protocols: [SUBPROTOCOL],
    socket: CountingSocket,
    prepare: (provider: WebsocketProvider) => {
      joinParts(provider);
      provider.messageHandlers[messageType.hello] = (_encoder, decoder) => {
        hello = readHello(decoder);
        // Whoever waits asks again: nothing else need come after it.
        provider.emit('status', [{ status: 'connected' }]);
      };
      provider.messageHandlers[messageType.notice] = (_encoder, decoder) => {
        notices.push(readNotice(decoder));
      };
      provider.messageHandlers[messageType.durable] = (_encoder, decoder) => {
        const { frames } = readDurable(decoder);
        if (frames > marksAt.length) throw new Error(`durable for ${frames} frames of ${marksAt.length}`);
        acknowledged = Math.max(acknowledged, marksAt[frames - 1] ?? 0);
        for (const listener of heard) listener();
      };
    },
  });
  await client.waitFor(() => client.provider.synced, `first sync of ${documentId}`);
  return {
    ...client,
    acknowledged: () => acknowledged,
    marks: () => marks,
    mark: (edit) => {
      marks += 1;
      edit();
    },
    allAcknowledged: () =>
      awaitEvent(
        (listener) => {
          heard.add(listener);
          return () => heard.delete(listener);
        },
        () => acknowledged === marks,
        { what: () => `everything durable (${acknowledged} of ${marks})` },
      ),
    hello: () => hello,
    notices: () => notices,
  };
}
