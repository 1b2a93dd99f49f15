// Which part of the server takes a socket that wants to become a WebSocket: the first whose path fits, and nobody's is a 404.
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { AppError } from '@cocrea/shared/errors.ts';
import { refuseUpgrade } from './bare-answer.ts';

export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

export interface Upgrades {
  /** Everybody was told goodbye, or is refused from now on: whoever is still there after a moment does not hear it, and is cut off. */
  endSoon(): void;
}

/** Milliseconds in which a goodbye is answered by whoever hears it. */
const goodbye = 1_500;

/** `handlers` maps the first part of a path (`/sync`) to who takes it. */
export function routeUpgrades(server: Server, handlers: ReadonlyMap<string, UpgradeHandler>): Upgrades {
  /** The server does not close before they are gone, and yet forgets those it hands over. */
  const open = new Set<Duplex>();
  let isOver = false;
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (isOver) return void socket.destroy();
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    const name = /^\/[^/?]*/.exec(request.url ?? '')?.[0] ?? '';
    const handler = handlers.get(name);
    if (handler) handler(request, socket, head);
    else refuseUpgrade(request, socket, new AppError('not_found'));
  });

  return {
    endSoon: () => {
      setTimeout(() => {
        isOver = true;
        for (const socket of open) socket.destroy();
      }, goodbye).unref();
    },
  };
}
