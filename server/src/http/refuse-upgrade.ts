// Answers a WebSocket upgrade that may not happen: a plain HTTP answer before 101, with the same problem body as the API.
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { failures, type ErrorCode } from '@cocrea/shared/errors.ts';

/** Writes the failure and ends the socket. Browsers show scripts nothing of it; every other client reads code and status. */
export function refuseUpgrade(socket: Duplex, code: ErrorCode): void {
  if (socket.destroyed) return;
  const { status } = failures[code];
  const body = JSON.stringify({ error: { code, message: code, details: {} } });
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
