// Which part of the server takes a socket that wants to become a WebSocket: the first whose path fits, and nobody's is a 404.
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { AppError } from '@cocrea/shared/errors.ts';
import { refuseUpgrade } from './bare-answer.ts';

export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

export interface Upgrades {
  /** Resolves when every socket is gone. They were told goodbye: whoever does not close theirs within a moment cannot hear it, and is cut off. */
  end(): Promise<void>;
}

/** Milliseconds in which a goodbye is answered by whoever is still there. */
const goodbye = 1_500;

/** `handlers` maps the first part of a path (`/sync`) to who takes it. */
export function routeUpgrades(server: Server, handlers: ReadonlyMap<string, UpgradeHandler>): Upgrades {
  /** The server forgets a socket that it hands over, and yet does not close before it is gone. */
  const open = new Set<Duplex>();
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    const name = /^\/[^/?]*/.exec(request.url ?? '')?.[0] ?? '';
    const handler = handlers.get(name);
    if (handler) handler(request, socket, head);
    else refuseUpgrade(request, socket, new AppError('not_found'));
  });

  return {
    end: async () => {
      const gone = Promise.all([...open].map((socket) => new Promise((resolve) => socket.once('close', resolve))));
      const cut = setTimeout(() => open.forEach((socket) => socket.destroy()), goodbye);
      await gone;
      clearTimeout(cut);
    },
  };
}
