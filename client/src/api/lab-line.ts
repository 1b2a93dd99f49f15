// The line on which a lab speaks to this screen: comes back by itself with growing, scattered pauses, at once when the device is online
// or looked at again, over HTTP where no socket comes through, and stops where the server says not to come back. What is heard means something
// to whoever opened it.
import { feedPath, type FeedMessage, type FeedWord } from '@cocrea/shared/api/feed.ts';
import { failureOfCloseCode, type ErrorCode } from '@cocrea/shared/errors.ts';
import { retryDelay } from '../realtime/retry-delay.ts';
import { blame, httpSocket } from '../realtime/socket-class.ts';
import { opensWithin, socketsPass, type Way, wayNow } from '../realtime/ways.ts';

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
    timer = undefined;
    const way = wayNow();
    if (way === 'socket') open(WebSocket, way);
    else void httpSocket().then((Socket) => open(Socket, way));
  };

  const open = (Socket: typeof WebSocket, way: Way): void => {
    if (ended) return;
    let opened = false;
    const lost = ({ code }: { code: number }): void => {
      if (ended) return;
      const reason = failureOfCloseCode(code) ?? null;
      onLost({ reason, unsure: final(code) || attempt > 0 });
      if (final(code)) return;
      const again = (): void => {
        timer = setTimeout(connect, retryDelay(attempt, { reason, random: Math.random() }));
        attempt += 1;
      };
      if (opened || reason) again();
      else void blame(way).then(again);
    };
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const only = events === undefined ? '' : `&events=${encodeURIComponent(events)}`;
    const address = `${scheme}://${location.host}${feedPath}?lab=${encodeURIComponent(lab)}&after=${heard()}${only}`;
    try {
      socket = new Socket(address);
    } catch {
      // A browser that is told to let no socket through may refuse to make one.
      return lost({ code: 1006 });
    }
    const line = socket;
    line.onopen = () => {
      opened = true;
      attempt = 0;
      if (way === 'socket') socketsPass();
      onOpen();
    };
    line.onmessage = ({ data }) => onMessage(JSON.parse(String(data)) as FeedMessage);
    line.onclose = lost;
    if (way === 'socket') setTimeout(() => opened || line.close(), opensWithin);
  };

  const now = (): void => {
    if (timer === undefined) return;
    clearTimeout(timer);
    connect();
  };
  addEventListener('online', now);
  document.addEventListener('visibilitychange', now);
  connect();
  return {
    say: (word) => {
      if (socket?.readyState === socket?.OPEN) socket?.send(JSON.stringify(word));
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
