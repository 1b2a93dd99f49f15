// Which addresses are pages, which are files, and how long a browser may keep them.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { servePages } from './pages.ts';
import { tellProblems } from './problem.ts';

const folder = mkdtempSync(join(tmpdir(), 'cocrea-pages-'));
let server: FastifyInstance;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Cocrea</title>');
  writeFileSync(join(folder, 'sw.js'), '// worker');
  writeFileSync(join(folder, 'assets/app-1a2b3c.js'), 'export {};');
  writeFileSync(join(folder, 'assets/app-1a2b3c.js.br'), 'compressed');
  server = fastify();
  tellProblems(server);
  await servePages(server, folder);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe('an address that is a page gets the pages’ one document', () => {
  test.each(['/', '/entrar', '/unirse/GENTE9', '/laboratorios/compromiso-11/documentos/compromiso-11.preparacion', '/x?a=b.js'])(
    '%s',
    async (url) => {
      const { statusCode, headers, body } = await server.inject({ url });
      expect([statusCode, headers['content-type'], headers['cache-control']]).toEqual([
        200,
        'text/html; charset=utf-8',
        'no-cache',
      ]);
      expect(body).toContain('Cocrea');
    },
  );
});

describe('an address that is none is told in words', () => {
  test.each([
    '/api/nada',
    '/assets/app-old.js',
    '/assets/',
    '/assets',
    '/nada.js',
    '/sync/x',
    '/metrics/x',
    '/.env',
    '/%2e%2e/package.json',
  ])('%s', async (url) => {
    const { statusCode, headers } = await server.inject({ url });
    expect([statusCode, headers['content-type']]).toEqual([404, 'application/json; charset=utf-8']);
  });

  test('and so is a page that somebody tries to change', async () => {
    expect((await server.inject({ method: 'POST', url: '/entrar' })).statusCode).toBe(404);
  });
});

test('a file named after its content is kept for a year, compressed where the browser can read it; any other is checked each time', async () => {
  const asset = await server.inject({ url: '/assets/app-1a2b3c.js', headers: { 'accept-encoding': 'gzip, br' } });
  expect(asset.headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable', 'content-encoding': 'br' });
  expect((await server.inject({ url: '/assets/app-1a2b3c.js' })).body).toBe('export {};');
  expect((await server.inject({ url: '/sw.js' })).headers['cache-control']).toBe('no-cache');
});

test('before anything is built, pages are not there and nothing breaks', async () => {
  const bare = fastify();
  await servePages(bare, join(folder, 'not-built'));
  expect((await bare.inject({ url: '/' })).statusCode).toBe(404);
  await bare.close();
});
