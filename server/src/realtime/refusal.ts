// An upgrade that is answered with an HTTP status instead of 101, with the body every refusal of the API has.
import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Problem } from '@cocrea/shared/api/problem.ts';
import { AppError, type ErrorCode, type ErrorDetails } from '@cocrea/shared/errors.ts';

/** Says a failure in the reader's language. */
export type Wording = (request: IncomingMessage, failure: { code: ErrorCode; details: ErrorDetails }) => string;

export interface Refusal {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  readonly message: string;
}

/** Answers and closes. */
export function refuseUpgrade(socket: Duplex, { code, details, message }: Refusal): void {
  const { status } = new AppError(code);
  const problem: Problem = { error: { code, message, details: { ...details } } };
  const body = JSON.stringify(problem);
  socket.on('error', () => socket.destroy());
  // A peer that keeps its half open must not keep ours, and its place with it.
  socket.once('finish', () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n` +
      'Connection: close\r\n' +
      'Content-Type: application/json; charset=utf-8\r\n' +
      `Content-Length: ${Buffer.byteLength(body)}\r\n` +
      (status === 503 || status === 429 ? 'Retry-After: 5\r\n' : '') +
      `\r\n${body}`,
  );
}
