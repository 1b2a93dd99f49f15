// What carries the feed to one screen: a WebSocket, or HTTP where a network lets none through.
import type { HttpLineListener } from '../realtime/http-line.ts';
import type { WebSocket } from 'ws';

export interface FeedLine {
  readonly isOpen: boolean;
  /** Bytes that wait to be taken. */
  readonly bufferedAmount: number;
  sendText(text: string): void;
  close(code: number, reason: string): void;
  terminate(): void;
  /** Asks for a sign of life. */
  ping(): void;
  listen(listener: HttpLineListener): void;
  once(event: 'close', listener: () => void): unknown;
}

export function socketLine(ws: WebSocket): FeedLine {
  ws.on('error', () => ws.terminate());
  return {
    get isOpen() {
      return ws.readyState === ws.OPEN;
    },
    get bufferedAmount() {
      return ws.bufferedAmount;
    },
    sendText: (text) => ws.send(text),
    close: (code, reason) => ws.close(code, reason),
    terminate: () => ws.terminate(),
    ping: () => ws.ping(),
    listen: ({ onFrame, onLife }) => {
      ws.on('message', (data) => onFrame(data instanceof Uint8Array ? data : null));
      ws.on('pong', onLife);
    },
    once: (event, listener) => ws.once(event, listener),
  };
}
