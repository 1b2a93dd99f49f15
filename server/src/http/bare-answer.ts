// Answers where fastify never comes: an upgrade that may not happen, bytes that are no request, a line that may not be opened. The same
// problem body as the API; on a bare socket then the end of both halves: a peer that keeps its own half open must not keep ours.
import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { AppError, type ErrorCode } from '@cocrea/shared/errors.ts';
import type { Language } from '@cocrea/shared/i18n/messages.ts';
import { readerLanguage } from './language.ts';
import { problemOf } from './problem.ts';

/** Writes the failure and ends the socket. Browsers show scripts nothing of it; every other client reads code, status and sentence. */
export function refuseUpgrade(request: IncomingMessage, socket: Duplex, failure: AppError): void {
  answerAndEnd(socket, failure, readerLanguage(request));
}

/** Writes the failure as the answer to a request. What its body still holds is not read: the connection ends with the answer. */
export function refuseRequest(request: IncomingMessage, response: ServerResponse, failure: AppError): void {
  if (response.headersSent) return void response.destroy();
  const body = JSON.stringify(problemOf(failure, readerLanguage(request)));
  response.writeHead(failure.status, headersOf(failure, body)).end(body);
}

/** What node found instead of a request. The error has the bytes with it (cookies, tokens): it is not for the log. */
export function refuseBytes({ code }: { readonly code?: string }, socket: Duplex): void {
  if (code === 'ECONNRESET' || !socket.writable) socket.destroy();
  else answerAndEnd(socket, new AppError(failureOf[code ?? ''] ?? 'request_malformed'), 'es');
}

const failureOf: Readonly<Record<string, ErrorCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
  HPE_HEADER_OVERFLOW: 'headers_too_large',
};

/** When to come back, where a failure passes by itself. */
const retrySeconds = 5;

function answerAndEnd(socket: Duplex, failure: AppError, language: Language): void {
  if (socket.destroyed) return;
  const body = JSON.stringify(problemOf(failure, language));
  const head = [
    `HTTP/1.1 ${failure.status} ${STATUS_CODES[failure.status] ?? ''}`,
    ...Object.entries(headersOf(failure, body)).map(([name, value]) => `${name}: ${value}`),
  ];
  socket.on('error', () => socket.destroy());
  socket.once('finish', () => socket.destroy());
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

function headersOf({ status }: AppError, body: string): Record<string, string | number> {
  return {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    Connection: 'close',
    ...(status === 429 || status === 503 ? { 'Retry-After': retrySeconds } : {}),
  };
}
