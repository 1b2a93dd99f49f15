// The socket on which a lab speaks to this screen: comes back by itself with growing, scattered pauses, at once when the device is online
// or looked at again, and stops where the server says not to come back. What is heard means something to whoever opened it.
import { feedPath, type FeedMessage, type FeedWord } from '@cocrea/shared/api/feed.ts';
import { failureOfCloseCode, type ErrorCode } from '@cocrea/shared/errors.ts';
import { retryDelay } from '../realtime/retry-delay.ts';

export interface LineOptions {
  readonly lab: string;
  /** The last event that was heard: the line goes on after it. */
  readonly heard: () => number;
  /** Beginnings of the types of events that are wanted; everything the feed says without it. */
  readonly events?: string;
  readonly onMessage: (message: FeedMessage) => void;
  readonly onOpen: () => void;
  /** `unsure` where only the session can say whether one still belongs here: a refused handshake has no code of ours. */
  readonly onLost: (lost: { readonly reason: ErrorCode | null; readonly unsure: boolean }) => void;
}

export interface LabLine {
  /** Does nothing while the line is away. */
  say(word: FeedWord): void;
  close(): void;
}

/** Below 4400 and from 4500 on a connection may be tried again; in between the server means it. */
const final = (close: number): boolean => close >= 4400 && close < 4500;

export function openLabLine({ lab, heard, events, onMessage, onOpen, onLost }: LineOptions): LabLine {
  let attempt = 0;
  let ended = false;
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const connect = (): void => {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const only = events === undefined ? '' : `&events=${encodeURIComponent(events)}`;
    const line = new WebSocket(`${scheme}://${location.host}${feedPath}?lab=${encodeURIComponent(lab)}&after=${heard()}${only}`);
    socket = line;
    line.onopen = () => {
      attempt = 0;
      onOpen();
    };
    line.onmessage = ({ data }) => onMessage(JSON.parse(String(data)) as FeedMessage);
    line.onclose = ({ code }) => {
      if (ended) return;
      const reason = failureOfCloseCode(code) ?? null;
      onLost({ reason, unsure: final(code) || attempt > 0 });
      if (final(code)) return;
      timer = setTimeout(connect, retryDelay(attempt, { reason, random: Math.random() }));
      attempt += 1;
    };
  };

  const now = (): void => {
    if (socket?.readyState !== WebSocket.CLOSED || timer === undefined) return;
    clearTimeout(timer);
    connect();
  };
  addEventListener('online', now);
  document.addEventListener('visibilitychange', now);
  connect();
  return {
    say: (word) => {
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(word));
    },
    close: () => {
      ended = true;
      clearTimeout(timer);
      removeEventListener('online', now);
      document.removeEventListener('visibilitychange', now);
      socket?.close();
    },
  };
}
