// A line to PostgreSQL that is cut: at any time, or in the moment of a commit, before the database hears of it or after, when only the answer is
// lost.
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface CutLine extends AsyncDisposable {
  /** The same database, by this line. */
  readonly url: string;
  /** The next commit arrives and its answer does not; with `andStay` nothing gets through after it until `mend`. */
  cutAfterCommit(how?: { andStay?: true }): void;
  /** The next commit does not arrive. */
  cutBeforeCommit(): void;
  /** Nothing gets through until `mend`. */
  cut(): void;
  mend(): void;
}

export async function cutLine(url: string): Promise<CutLine> {
  const target = new URL(url);
  const open = new Set<Socket>();
  let cut: 'before' | 'after' | null = null;
  let stay = false;
  let closed = false;
  const endAll = (): void => {
    for (const socket of open) socket.destroy();
  };
  const server = createServer((near) => {
    if (closed) return void near.destroy();
    const far = connect(Number(target.port), target.hostname);
    const end = (): void => {
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', end).on('close', () => {
        open.delete(socket);
        end();
      });
    }
    let loseAnswer = false;
    near.on('data', (bytes) => {
      const isCommit = bytes.includes('COMMIT\0');
      if (isCommit && cut === 'before') {
        cut = null;
        return end();
      }
      loseAnswer = isCommit && cut === 'after';
      far.write(bytes);
    });
    far.on('data', (bytes) => {
      if (!loseAnswer) return void near.write(bytes);
      cut = null;
      closed = stay;
      if (closed) endAll();
      end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = new URL(url);
  address.hostname = '127.0.0.1';
  address.port = String((server.address() as AddressInfo).port);
  return {
    url: address.href,
    cutAfterCommit: ({ andStay = false } = {}) => {
      [cut, stay] = ['after', andStay];
    },
    cutBeforeCommit: () => {
      cut = 'before';
    },
    cut: () => {
      closed = true;
      endAll();
    },
    mend: () => {
      closed = false;
    },
    [Symbol.asyncDispose]: async () => {
      endAll();
      server.close();
      await once(server, 'close');
    },
  };
}
