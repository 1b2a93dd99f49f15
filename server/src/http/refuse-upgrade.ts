// Answers a WebSocket upgrade that may not happen: a plain HTTP answer before 101, with the same problem body as the API.
import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { AppError } from '@cocrea/shared/errors.ts';
import { readerLanguage } from './language.ts';
import { problemOf } from './problem.ts';

/** Writes the failure and ends the socket. Browsers show scripts nothing of it; every other client reads code, status and sentence. */
export function refuseUpgrade(request: IncomingMessage, socket: Duplex, failure: AppError): void {
  if (socket.destroyed) return;
  const body = JSON.stringify(problemOf(failure, readerLanguage(request)));
  const head = [
    `HTTP/1.1 ${failure.status} ${STATUS_CODES[failure.status] ?? ''}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Connection: close',
  ];
  socket.on('error', () => socket.destroy());
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
