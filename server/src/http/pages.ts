// Serves the built pages: hashed files for a year, everything else checked each time, and index.html for every address that is a page.
import { existsSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '@cocrea/shared/errors.ts';
import { sendProblem } from './problem.ts';

/** Addresses that are never a page, so that a wrong one is told in words to the program that asked. */
const notPages = /^\/(?:api|sync|feed|assets|healthz|metrics)(?:\/|$)|^\/[^/]*\.[a-z0-9]+$/i;

/**
 * `folder` is what the client's build wrote before; while it is missing, pages are answered 404 and the rest works. Files that come into it
 * later are served after the next start.
 */
export async function servePages(server: FastifyInstance, folder: string): Promise<void> {
  await server.register(fastifyStatic, {
    root: folder,
    // By itself it would look in the folder, for every file, how its name is spelt there; that took longer than sending most of them.
    serve: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.startsWith(join(folder, 'assets/'));
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const files = addressesIn(folder);
  server.get('/*', { schema: { hide: true } }, (request, reply) => {
    const path = pathOf(request);
    return files.has(path) ? reply.sendFile(path) : reply.callNotFound();
  });
  server.setNotFoundHandler(async (request, reply) => {
    const page = (request.method === 'GET' || request.method === 'HEAD') && !notPages.test(pathOf(request));
    if (page && existsSync(join(folder, 'index.html'))) return reply.sendFile('index.html');
    return sendProblem(request, reply, new AppError('not_found'));
  });
}

function pathOf({ url }: FastifyRequest): string {
  return url.split('?', 1)[0] ?? '';
}

/** The addresses of all that is served: what a build notes for itself begins with a dot. */
function addressesIn(folder: string): ReadonlySet<string> {
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  const addresses = names.map((name) => `/${name.replaceAll(sep, '/')}`);
  return new Set(addresses.filter((address) => !address.includes('/.') && /\.[a-z0-9]+$/.test(address)));
}
