// The proxy of deploy/ before two servers that say who they are: everybody of a document meets at one, at the other while that one is away, and
// nobody says for themselves where they come from. Needs HAProxy on the machine.
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { findHaproxy, startHaproxy, type ProxyBefore } from '../support/haproxy.ts';

const program = findHaproxy();
interface Named {
  readonly port: number;
  isReady: boolean;
  close(): void;
}
let nodes: [Named, Named];
let proxy: ProxyBefore;

/** Answers with its name and what arrived of the headers; a WebSocket hears the same as its first message. */
async function named(name: string): Promise<Named> {
  const told = ({ headers }: IncomingMessage): string => JSON.stringify({ name, headers });
  const server = createServer((asked, answer) => {
    if (asked.url === '/healthz') answer.writeHead(node.isReady ? 200 : 503).end();
    else if (asked.url === '/slow') {
      answer.writeHead(200, { 'content-type': 'text/event-stream' });
      answer.write('data: first\n\n');
    } else answer.end(told(asked));
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket, asked) => socket.send(told(asked)));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const node: Named = {
    port: (server.address() as AddressInfo).port,
    isReady: true,
    close: () => {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      server.close();
    },
  };
  return node;
}

beforeAll(async () => {
  if (program === null) return;
  nodes = [await named('one'), await named('two')];
  proxy = await startHaproxy(program, [nodes[0].port, nodes[1].port]);
});
afterAll(async () => {
  if (program === null) return;
  await proxy[Symbol.asyncDispose]();
  for (const node of nodes) node.close();
});

beforeEach((context) => {
  if (program === null) context.skip('This machine has no haproxy (COCREA_TEST_HAPROXY names one).');
});

interface Told {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
}

async function joined(documentId: string, headers: Record<string, string> = {}): Promise<{ told: Told; socket: WebSocket }> {
  const url = `wss://127.0.0.1:${proxy.httpsPort}/sync/${documentId}?token=x`;
  const socket = new WebSocket(url, { rejectUnauthorized: false, headers });
  const [message] = (await once(socket, 'message')) as [Buffer];
  return { told: JSON.parse(String(message)) as Told, socket };
}
async function whereIs(documentId: string): Promise<string> {
  const { told, socket } = await joined(documentId);
  socket.terminate();
  return told.name;
}
async function got(path: string): Promise<{ status: number; answer: IncomingMessage }> {
  const asked = request({ host: '127.0.0.1', port: proxy.httpsPort, path, rejectUnauthorized: false }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return { status: answer.statusCode ?? 0, answer };
}

test('everybody of a document meets at one server, and documents are spread over both', async () => {
  const places = new Map<string, string>();
  for (let no = 0; no < 40; no += 1) {
    const documentId = `documento-${no}`;
    const three = [await whereIs(documentId), await whereIs(documentId), await whereIs(documentId)];
    expect(new Set(three).size).toBe(1);
    places.set(documentId, three[0] ?? '');
  }
  const atOne = [...places.values()].filter((name) => name === 'one').length;
  expect(atOne).toBeGreaterThan(4);
  expect(atOne).toBeLessThan(36);
});

test('while a server is not ready whoever comes is at the other, who is open there stays, and all come back', async () => {
  const before: { documentId: string; name: string }[] = [];
  for (let no = 0; no < 10; no += 1) before.push({ documentId: `d${no}`, name: await whereIs(`d${no}`) });
  const moved = before.find(({ name }) => name === 'one');
  if (moved === undefined) throw new Error('ten documents are all at one server');
  const { socket } = await joined(moved.documentId);
  nodes[0].isReady = false;
  await expect.poll(() => whereIs(moved.documentId), { interval: 20 }).toBe('two');
  for (const { documentId } of before) expect(await whereIs(documentId)).toBe('two');
  const heard = once(socket, 'pong');
  socket.ping();
  await heard;
  socket.terminate();
  nodes[0].isReady = true;
  await expect.poll(() => whereIs(moved.documentId), { interval: 20 }).toBe('one');
  for (const { documentId, name } of before) expect(await whereIs(documentId)).toBe(name);
});

test('the address that is passed on is the one the proxy saw, whatever somebody says of themselves', async () => {
  const { told, socket } = await joined('d', { 'X-Forwarded-For': '10.9.8.7', Forwarded: 'for=10.9.8.7' });
  socket.terminate();
  expect(told.headers['x-forwarded-for']).toBe('127.0.0.1');
  expect(told.headers['forwarded']).toBeUndefined();
  expect(told.headers['x-forwarded-proto']).toBe('https');
});

test('plain HTTP is sent to HTTPS, figures are not shown outside, and a stream arrives as it is written', async () => {
  const plain = await fetch(`http://127.0.0.1:${proxy.httpPort}/x?y=1`, { redirect: 'manual' });
  expect([plain.status, plain.headers.get('location')]).toEqual([308, `https://127.0.0.1:${proxy.httpPort}/x?y=1`]);
  const figures = await got('/metrics');
  figures.answer.destroy();
  expect(figures.status).toBe(404);
  const { answer } = await got('/slow');
  // The server has not ended its answer and never will: who buffers it shows nothing.
  const [first] = (await once(answer, 'data')) as [Buffer];
  expect(String(first)).toBe('data: first\n\n');
  answer.destroy();
});
