// The lightest that can still join a document: its first sync is counted as it comes off the socket, all of them through one buffer. `ws` puts
// every message together in memory of its own, which for three hundred states of a megabyte is more work than a core of the load has time for.
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { createDecoder, readVarUint } from 'lib0/decoding';
import { syncStep } from '@cocrea/shared/protocol/message-type.ts';
import { type Entrance, greetings, readHead } from './wire.ts';

export interface Joiner {
  /** Bytes of the state it was given. */
  readonly bytes: number;
  /** That state, where it was to be kept. */
  readonly state: Uint8Array | null;
  close(): void;
}

/** Bytes of a message in which its head, and where its state begins, are found. */
const headBytes = 256;
/** What a frame of a server is, in its first byte. */
const wholeBinaryFrame = 0x82;
const shared = Buffer.allocUnsafe(256 * 1024);

/** Resolves when the whole document has come. Rejects when the line ends before, or says what a Yjs server does not. */
export function join(entrance: Entrance, { keeps = false }: { keeps?: boolean } = {}): Promise<Joiner> {
  const { hostname, port, pathname, search } = new URL(entrance.address);
  return new Promise((resolve, reject) => {
    let isOpen = false;
    /** Bytes that were not understood yet: of the answer to the upgrade, or of the head of a frame. */
    let begun: Buffer = Buffer.alloc(0);
    /** Of the message that is coming: how many bytes it has, how many of them came, and the first or all of them. */
    let length = 0;
    let came = 0;
    let kept: Buffer[] = [];
    let keptBytes = 0;

    const socket = connect({
      host: hostname,
      port: Number(port),
      onread: { buffer: shared, callback: (size) => take(shared.subarray(0, size)) },
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('closed before it was joined')));
    socket.write(
      `GET ${pathname}${search} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
    );

    function take(bytes: Buffer): boolean {
      try {
        for (let rest = bytes; rest.length > 0; ) rest = isOpen ? takeFrame(rest) : takeAnswer(rest);
      } catch (error) {
        socket.destroy(error as Error);
      }
      return true;
    }

    function takeAnswer(bytes: Buffer): Buffer {
      const all = Buffer.concat([begun, bytes]);
      const end = all.indexOf('\r\n\r\n');
      begun = end === -1 ? all : Buffer.alloc(0);
      if (end === -1) return begun.subarray(begun.length);
      if (!all.toString('latin1', 0, 12).endsWith('101')) throw new Error(all.toString('latin1', 0, end));
      isOpen = true;
      for (const greeting of greetings(entrance)) socket.write(masked(greeting));
      return all.subarray(end + 4);
    }

    /** Gives what comes after what it took. */
    function takeFrame(bytes: Buffer): Buffer {
      if (length === 0) return takeHead(bytes);
      const some = bytes.subarray(0, length - came);
      if (keeps || keptBytes < headBytes) {
        kept.push(Buffer.from(keeps ? some : some.subarray(0, headBytes)));
        keptBytes += some.length;
      }
      came += some.length;
      if (came === length) takeMessage();
      return bytes.subarray(some.length);
    }

    function takeHead(bytes: Buffer): Buffer {
      const all = begun.length === 0 ? bytes : Buffer.concat([begun, bytes]);
      const short = (all[1] ?? 0) & 0x7f;
      const size = short === 126 ? 4 : short === 127 ? 10 : 2;
      if (all.length < size) {
        begun = Buffer.from(all);
        return all.subarray(all.length);
      }
      if (all[0] !== wholeBinaryFrame) throw new Error(`a frame begins with ${all[0]}`);
      length = short === 126 ? all.readUInt16BE(2) : short === 127 ? Number(all.readBigUInt64BE(2)) : short;
      [begun, came, kept, keptBytes] = [Buffer.alloc(0), 0, [], 0];
      return all.subarray(size);
    }

    function takeMessage(): void {
      length = 0;
      const message = Buffer.concat(kept);
      const decoder = createDecoder(message);
      if (readHead(decoder, { isNamed: entrance.named !== undefined }).step !== syncStep.two) return;
      const bytes = readVarUint(decoder);
      resolve({ bytes, state: keeps ? message.subarray(decoder.pos) : null, close: () => socket.destroy() });
    }
  });
}

/** A client masks what it sends; with zeros it stays as it is. */
function masked(payload: Uint8Array): Buffer {
  if (payload.length > 125) throw new Error('a greeting is short');
  return Buffer.concat([Buffer.from([wholeBinaryFrame, 0x80 | payload.length, 0, 0, 0, 0]), payload]);
}
