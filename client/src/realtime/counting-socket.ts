// A WebSocket that counts what it sends: the server says "the first n sync frames of this connection are durable", and only who counted
// them knows which words that means. It also holds back what may not be sent.
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
  onSent(frame: SyncFrame): void;
}

/** A WebSocket class for y-websocket's `WebSocketPolyfill`. Frames it holds back are not lost: the next step 1 asks for them. */
export function countingSocket(watch: FrameWatch): typeof WebSocket {
  return class extends WebSocket {
    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView<ArrayBufferLike>): void {
      const frame = data instanceof Uint8Array ? syncFrameOf(data) : null;
      if (frame === null) {
        super.send(data as Uint8Array<ArrayBuffer>);
        return;
      }
      if (!watch.maySendText()) return;
      super.send(data as Uint8Array<ArrayBuffer>);
      watch.onSent(frame);
    }
  };
}
