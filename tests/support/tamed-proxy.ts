// A bad network on demand: a TCP proxy before the server whose connections can be cut, frozen, left half open, or made slow.
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface TamedProxy extends AsyncDisposable {
  readonly port: number;
  readonly url: string;
  readonly wsUrl: string;
  /** Ends every connection at once, as a router that restarts does. New ones are let through. */
  cut(): void;
  /** Ends every connection and refuses new ones until `restore`: the wifi is gone. */
  refuse(): void;
  /** Nothing passes in either direction, and nobody is told: what is sent waits, and arrives after `restore`. */
  freeze(): void;
  /** The server's words still arrive, the client's vanish: a half-open connection. They are lost for good. */
  swallow(): void;
  /** From now on each connection carries so many bytes a second each way, in order; what it cannot carry yet waits with its sender. */
  throttle(bytesPerSecond: number): void;
  /** All is well again. */
  restore(): void;
  connections(): number;
}

type Mood = 'well' | 'refusing' | 'frozen' | 'swallowing';

/** Listens on a free loopback port and passes everything on to `server`, of this machine unless it says which. */
export async function startTamedProxy(server: { readonly port: number; readonly host?: string }): Promise<TamedProxy> {
  let mood: Mood = 'well';
  let rate = Number.POSITIVE_INFINITY;
  const pairs = new Set<readonly [Socket, Socket]>();

  const listener = createServer((client) => {
    if (mood === 'refusing') {
      client.destroy();
      return;
    }
    const upstream = connect(server.port, server.host ?? '127.0.0.1');
    const pair = [client, upstream] as const;
    pairs.add(pair);
    const end = (): void => {
      pairs.delete(pair);
      client.destroy();
      upstream.destroy();
    };
    for (const side of pair) {
      side.setNoDelay(true);
      side.on('error', end);
      side.on('close', end);
      if (mood === 'frozen') side.pause();
    }
    client.on('data', (chunk: Buffer) => {
      if (mood !== 'swallowing') carry(chunk, client, upstream);
    });
    upstream.on('data', (chunk: Buffer) => carry(chunk, upstream, client));
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;

  /** A slow line takes nothing more until what it took has arrived. */
  function carry(chunk: Buffer, from: Socket, to: Socket): void {
    if (rate === Number.POSITIVE_INFINITY) {
      to.write(chunk);
      return;
    }
    from.pause();
    setTimeout(
      () => {
        if (to.destroyed) return;
        to.write(chunk);
        if (mood !== 'frozen') from.resume();
      },
      (chunk.length * 1000) / rate,
    );
  }

  function eachSocket(action: (socket: Socket) => void): void {
    for (const pair of pairs) pair.forEach(action);
  }
  function become(next: Mood): void {
    mood = next;
    eachSocket((socket) => (next === 'frozen' ? socket.pause() : socket.resume()));
  }
  const cut = (): void => eachSocket((socket) => socket.destroy());

  return {
    port,
    url: `http://127.0.0.1:${port}`,
    wsUrl: `ws://127.0.0.1:${port}/sync`,
    cut,
    refuse: () => {
      become('refusing');
      cut();
    },
    freeze: () => become('frozen'),
    swallow: () => become('swallowing'),
    throttle: (bytesPerSecond) => {
      rate = bytesPerSecond;
    },
    restore: () => {
      rate = Number.POSITIVE_INFINITY;
      become('well');
    },
    connections: () => pairs.size,
    [Symbol.asyncDispose]: async () => {
      cut();
      listener.close();
      await once(listener, 'close');
    },
  };
}
