// A device of ours without its screen: the page's own line to the server (counting, holding back, parts) on a document of its own.
import type { Hello } from '@cocrea/shared/protocol/hello.ts';
import { SUBPROTOCOL } from '@cocrea/shared/protocol/message-type.ts';
import type { Notice } from '@cocrea/shared/protocol/notice.ts';
import type { WebSocket } from 'ws';
import { countingSocket } from '../../client/src/realtime/counting-socket.ts';
import { httpSocket } from '../../client/src/realtime/socket-class.ts';
import type { Way } from '../../client/src/realtime/ways.ts';
import { joinParts, listenToWire } from '../../client/src/realtime/wire.ts';
import { awaitEvent, type Client, type ConnectOptions, open } from './clients.ts';

export interface Device extends Client {
  /** Resolves when the server has on disk all that this connection sent. */
  allDurable(milliseconds?: number): Promise<void>;
  /** Connections this device has opened so far. */
  attempts(): number;
  notices(): readonly Notice[];
}

const overHttp = await httpSocket();

/** Opens a document as a page does, without waiting; over HTTP where the page would have found that no socket comes through. */
export function openDevice(
  server: { readonly wsUrl: string },
  documentId: string,
  { way = 'socket', ...options }: Pick<ConnectOptions, 'doc'> & { readonly token: string; readonly way?: Way },
): Device {
  let mayWrite = false;
  let sent = 0;
  let durable = 0;
  let attempts = 0;
  const notices: Notice[] = [];
  const heard = new Set<() => void>();
  const hear = (): void => {
    for (const listener of heard) listener();
  };
  const client = open(server, documentId, {
    ...options,
    protocols: [SUBPROTOCOL],
    socket: countingSocket(way === 'http' ? overHttp : globalThis.WebSocket, {
      maySendText: () => mayWrite,
      onSent: () => void (sent += 1),
    }) as unknown as typeof WebSocket,
    prepare: (provider) => {
      joinParts(provider);
      listenToWire(provider, {
        hello: ({ role }: Hello) => {
          mayWrite = role === 'write';
        },
        durable: (frames) => {
          durable = frames;
          hear();
        },
        notice: (notice) => void notices.push(notice),
        crowd: () => undefined,
      });
      provider.on('status', ({ status }) => {
        if (status !== 'connecting') return;
        attempts += 1;
        [sent, durable, mayWrite] = [0, 0, false];
      });
    },
  });
  return {
    ...client,
    attempts: () => attempts,
    notices: () => notices,
    allDurable: (milliseconds) =>
      awaitEvent(
        (listener) => {
          heard.add(listener);
          return () => heard.delete(listener);
        },
        () => sent > 0 && durable === sent,
        { what: () => `everything durable (${durable} of ${sent} frames)`, ...(milliseconds !== undefined && { milliseconds }) },
      ),
  };
}
