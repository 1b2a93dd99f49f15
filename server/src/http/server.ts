// The HTTP side of the one port: fastify with what every request goes through before a room sees it.
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { IncomingMessage } from 'node:http';
import { AppError } from '@cocrea/shared/errors.ts';
import { describeApi } from './openapi.ts';
import { sendProblem, tellProblems } from './problem.ts';
import { refuseBytes } from './bare-answer.ts';
import { setSecurityHeaders } from './security-headers.ts';

export interface HttpSettings {
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | null;
  readonly bodyBytes: number;
  readonly requestsPerMinute: number;
  /** How long one may take to arrive whole. */
  readonly requestSeconds: number;
  readonly log: FastifyBaseLogger;
  readonly addressOf: (request: IncomingMessage) => string;
  readonly originAllowed: (request: IncomingMessage) => boolean;
}

/** Milliseconds. */
const slownessCheckedEvery = 1_000;
const safeMethods: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

export async function createHttpServer(settings: HttpSettings): Promise<FastifyInstance> {
  const { tls, bodyBytes, log, addressOf, originAllowed } = settings;
  const logController = new LogController({ disableRequestLogging: true });
  const patience = settings.requestSeconds * 1000;
  const wire = {
    // Only a WebSocket is an upgrade to us: who would rather speak HTTP/2 is answered in HTTP/1.1.
    shouldUpgradeCallback: ({ headers }: IncomingMessage) => headers.upgrade?.toLowerCase() === 'websocket',
    // Both, or node takes the longer of the two for the body.
    headersTimeout: patience,
    requestTimeout: patience,
    connectionsCheckingInterval: slownessCheckedEvery,
  };
  const options = {
    loggerInstance: log,
    logController,
    bodyLimit: bodyBytes,
    requestTimeout: patience,
    clientErrorHandler: refuseBytes,
    forceCloseConnections: true,
    // An address the router cannot even read leads nowhere.
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) =>
      void sendProblem(request, reply, new AppError('not_found')),
  } as const;
  const server = (
    tls === null ? fastify({ ...options, http: wire }) : fastify({ ...options, https: { ...tls, ...wire } })
  ) as FastifyInstance;
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  takeJsonOnly(server);
  tellProblems(server);
  await setSecurityHeaders(server, { secure: tls !== null });
  await server.register(cookie);
  await server.register(compress, { encodings: ['br', 'gzip'], threshold: 1024 });
  await server.register(rateLimit, {
    max: settings.requestsPerMinute,
    timeWindow: 60_000,
    cache: 10_000,
    keyGenerator: (request) => addressOf(request.raw),
    // By the route, not by what was typed: `/%61pi/…` is the same route.
    allowList: ({ routeOptions, url }) => !(routeOptions.url ?? url).startsWith('/api/'),
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false, 'retry-after': false },
    errorResponseBuilder: (_request, { ttl }) => new AppError('rate_limited', { seconds: Math.ceil(ttl / 1000) }),
  });
  server.addHook('onRequest', async (request) => {
    if (!safeMethods.includes(request.method) && !originAllowed(request.raw)) throw new AppError('origin_refused');
  });
  await describeApi(server);
  return server;
}

/** A form of another page can send text and fields, never JSON; a body that is left out is none, whatever its announced type. */
function takeJsonOnly(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parse(request, String(body), done);
  });
}
