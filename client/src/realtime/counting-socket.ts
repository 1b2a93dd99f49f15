// A socket that counts what it sends: the server says "the first n sync frames of this connection are durable", and only who counted
// them knows which words that means. It also holds back what may not be sent, and sends in parts what is large.
import { encodePart, partBytes } from '@cocrea/shared/protocol/part.ts';
import * as decoding from 'lib0/decoding';
import { messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';
import { messageSync } from 'y-websocket';

export type SyncFrame = 'update' | 'answer';

/** Which sync frame with text in it these bytes are: an update, the full answer to a step 1, or neither (null). */
export function syncFrameOf(bytes: Uint8Array): SyncFrame | null {
  const decoder = decoding.createDecoder(bytes);
  if (decoding.readVarUint(decoder) !== messageSync) return null;
  const type = decoding.readVarUint(decoder);
  return type === messageYjsUpdate ? 'update' : type === messageYjsSyncStep2 ? 'answer' : null;
}

export interface FrameWatch {
  /** May text be sent on this connection? Until the server has said who we are to it, no. */
  maySendText(): boolean;
  /** Told in the order in which the server will count them. */
  onSent(frame: SyncFrame): void;
}

/** While so much is queued no further part is given to the socket, so that carets and heartbeats are not minutes behind. */
const ahead = 2 * partBytes;
/** Milliseconds until the queue of a slow line is looked at again: browsers do not tell when it has drained. */
const pause = 50;

/** A class of sockets for y-websocket's `WebSocketPolyfill`. Frames it holds back are not lost: the next step 1 asks for them. */
export function countingSocket(Socket: typeof WebSocket, watch: FrameWatch): typeof WebSocket {
  return class extends Socket {
    /** Text in its order, of which the first is under way in parts. */
    readonly #texts: Uint8Array<ArrayBuffer>[] = [];
    #at = 0;

    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView<ArrayBufferLike>): void {
      const bytes = data instanceof Uint8Array ? (data as Uint8Array<ArrayBuffer>) : null;
      const frame = bytes && syncFrameOf(bytes);
      if (!bytes || !frame) {
        super.send(data as Uint8Array<ArrayBuffer>);
        return;
      }
      if (!watch.maySendText()) return;
      if (this.#texts.length > 0 || bytes.length > partBytes) this.#carry(bytes);
      else super.send(bytes);
      watch.onSent(frame);
    }

    #carry(bytes: Uint8Array<ArrayBuffer>): void {
      this.#texts.push(bytes);
      if (this.#texts.length === 1) this.#go();
    }

    #go(): void {
      if (this.readyState !== this.OPEN) return;
      for (let text = this.#texts[0]; text && this.bufferedAmount <= ahead; text = this.#texts[0]) {
        super.send(text.length > partBytes ? encodePart(text, this.#at) : text);
        this.#at += partBytes;
        if (this.#at < text.length) continue;
        this.#texts.shift();
        this.#at = 0;
      }
      if (this.#texts.length > 0) setTimeout(() => this.#go(), pause);
    }
  };
}
