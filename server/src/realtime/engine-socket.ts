// The sockets of the engine: those of `ws`, but a frame beyond the limit ends them with our close code, which says what happened.
import { closeCodeOf } from '@cocrea/shared/errors.ts';
import { WebSocket } from 'ws';

/** The close code `ws` gives when a message is larger than `maxPayload`. */
const messageTooBig = 1009;

export class EngineSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    if (code === messageTooBig) super.close(closeCodeOf('frame_too_large'), 'frame_too_large');
    else super.close(code, reason);
  }
}
