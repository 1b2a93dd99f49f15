// A proxy as some institutions have one: HTTP passes, events as they come included, and a WebSocket is refused or left hanging.
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

export interface NarrowProxy extends AsyncDisposable {
  readonly url: string;
  /** Sockets that were asked for so far, by the first part of their path. */
  asked(path: `/${string}`): number;
  /** From now on sockets pass as well. */
  widen(): void;
}

/** Listens on a free loopback port and passes requests on to `server`; `upgrades` says what becomes of a WebSocket. */
export async function startNarrowProxy(
  server: { readonly port: number },
  { upgrades }: { upgrades: 'refused' | 'hanging' },
): Promise<NarrowProxy> {
  const asked: string[] = [];
  const hanging = new Set<Duplex>();
  let isWide = false;
  const listener = createServer((asking, answering) => {
    const { method, url: path, headers } = asking;
    const onward = request({ host: '127.0.0.1', port: server.port, method, path, headers }, (answer) => {
      answering.writeHead(answer.statusCode ?? 502, answer.headers);
      answering.flushHeaders();
      answer.pipe(answering);
      answer.on('error', () => answering.destroy());
    });
    onward.on('error', () => answering.destroy());
    answering.on('close', () => onward.destroy());
    asking.pipe(onward);
  });
  listener.on('upgrade', (asking, socket: Duplex, head) => {
    asked.push(asking.url ?? '');
    socket.on('error', () => socket.destroy());
    hanging.add(socket);
    if (isWide) return pass(asking, socket, head);
    if (upgrades === 'refused') socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
  });

  function pass({ url: path, headers }: { url?: string | undefined; headers: object }, socket: Duplex, head: Buffer): void {
    const onward = request({ host: '127.0.0.1', port: server.port, path, headers: { ...headers } });
    onward.on('error', () => socket.destroy());
    onward.on('upgrade', (answer, far: Duplex, farHead) => {
      const lines = Object.entries(answer.headers).map(([name, value]) => `${name}: ${String(value)}`);
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`);
      far.unshift(farHead);
      socket.unshift(head);
      far.on('error', () => socket.destroy()).on('close', () => socket.destroy());
      socket.on('close', () => far.destroy());
      far.pipe(socket).pipe(far);
    });
    onward.end();
  }

  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  return {
    url: `http://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    asked: (path) => asked.filter((one) => one.startsWith(path)).length,
    widen: () => {
      isWide = true;
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of hanging) socket.destroy();
      listener.close();
      listener.closeAllConnections();
      await once(listener, 'close');
    },
  };
}
