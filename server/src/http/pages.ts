// Serves the built pages: hashed files for a year, everything else checked each time, and index.html for every address that is a page.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
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
    // Each file has an address of its own from the start: looking in the folder how a name is spelt took longer than sending most files.
    wildcard: false,
    globIgnore: ['**/*.{br,gz}'],
    dotfiles: 'ignore',
    index: 'index.html',
    suppressWarning: true,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.startsWith(join(folder, 'assets/'));
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  server.setNotFoundHandler(async (request, reply) => {
    const [path = ''] = request.url.split('?');
    const page = (request.method === 'GET' || request.method === 'HEAD') && !notPages.test(path);
    if (page && existsSync(join(folder, 'index.html'))) return reply.sendFile('index.html');
    return sendProblem(request, reply, new AppError('not_found'));
  });
}
