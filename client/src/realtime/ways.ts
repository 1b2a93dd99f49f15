// Which way to the server works from here: a socket, or plain HTTP where the network lets no socket through. Found out by trying, shared by
// all lines of this page, remembered for as long as its tab. On the way of every phone to its table, so what only few need is elsewhere.

export type Way = 'socket' | 'http';

/** So many sockets that did not open in a row, each while the server answered over HTTP, and the network is at fault. */
const enough = 2;
/** Milliseconds after which a socket that neither opened nor failed is given up: some networks let it hang. */
export const opensWithin = 8_000;

/** In the tab's storage: no socket came through here. */
export const noSockets = 'cocrea.noSockets';

let failures = remembered();

globalThis.addEventListener?.('online', doubt);

export function wayNow(): Way {
  return failures < enough ? 'socket' : 'http';
}

/** A socket did not open while the server was heard over HTTP. Answers whether that is enough. */
export function countFailure(): boolean {
  failures += 1;
  return failures >= enough;
}

/** HTTP is no way either, or the network is another by now: a socket is next, and one more that fails leads back. */
export function doubt(): void {
  failures = Math.min(failures, enough - 1);
}

/** A socket came through. */
export function socketsPass(): void {
  if (failures === 0) return;
  failures = 0;
  try {
    sessionStorage.removeItem(noSockets);
  } catch {
    // Nothing was kept.
  }
}

function remembered(): number {
  try {
    return sessionStorage.getItem(noSockets) ? enough : 0;
  } catch {
    return 0;
  }
}
