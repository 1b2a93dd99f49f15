// Which part of the server takes a socket that wants to become a WebSocket: the first whose path fits, and nobody's is a 404.
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { AppError } from '@cocrea/shared/errors.ts';
import { refuseUpgrade } from './bare-answer.ts';

export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** `handlers` maps the first part of a path (`/sync`) to who takes it. */
export function routeUpgrades(server: Server, handlers: ReadonlyMap<string, UpgradeHandler>): void {
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const name = /^\/[^/?]*/.exec(request.url ?? '')?.[0] ?? '';
    const handler = handlers.get(name);
    if (handler) handler(request, socket, head);
    else refuseUpgrade(request, socket, new AppError('not_found'));
  });
}
