// What browsers are told to refuse on our pages: foreign scripts, frames, plugins. Phones in a hall reach a laptop by plain http and an
// address, so nothing here demands HTTPS unless we serve it ourselves.
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

export async function setSecurityHeaders(server: FastifyInstance, { secure }: { secure: boolean }): Promise<void> {
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        // Carets and columns of tables are placed by style attributes; no style can run a script.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        // Older phones do not count the sockets of our own host as 'self': they are named.
        connectSrc: ["'self'", ({ headers }) => socketsOf(headers.host)],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: secure ? { maxAge: 15_552_000, includeSubDomains: false } : false,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    // Meaningful on secure origins only, and a warning in the console on all others.
    crossOriginOpenerPolicy: secure ? { policy: 'same-origin' } : false,
    originAgentCluster: secure,
    crossOriginEmbedderPolicy: false,
  });
}

/** Sockets of the host the page was asked of; nothing more than 'self' for a name that could not be one. */
function socketsOf(host: string | undefined): string {
  return host !== undefined && /^[A-Za-z0-9.:_[\]-]+$/.test(host) ? `ws://${host} wss://${host}` : "'self'";
}
