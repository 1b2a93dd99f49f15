// The line between one open document and the server: y-websocket as the provider, our frames beside its own, and our manners of coming back.
import { failureOfCloseCode, type ErrorCode } from '@cocrea/shared/errors.ts';
import type { Hello } from '@cocrea/shared/protocol/hello.ts';
import { GENERATION_PARAMETER, SUBPROTOCOL } from '@cocrea/shared/protocol/message-type.ts';
import type { Notice } from '@cocrea/shared/protocol/notice.ts';
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import { knownFailure } from '../api/known-failure.ts';
import { countingSocket, type FrameWatch, type SyncFrame } from './counting-socket.ts';
import { retryDelay } from './retry-delay.ts';
import { blame, httpSocket } from './socket-class.ts';
import { opensWithin, socketsPass, type Way, wayNow } from './ways.ts';
import { whyRefused } from './why-refused.ts';
import { joinParts, listenToWire, watchArrivals } from './wire.ts';

/** What the line reports, each in the order it happened. */
export interface LineListener {
  onConnecting(): void;
  /** Before anything else of a connection, and again when the role changes. Answers whether this connection may go on. */
  onHello(hello: Hello): boolean;
  /** Everything the server has is here; `way` is the way it came. */
  onSynced(way: Way): void;
  onSent(frame: SyncFrame): void;
  onDurable(frames: number): void;
  onNotice(notice: Notice): void;
  /** So many people are here, oneself among them, of whom only some are shown; 0 when all are. */
  onCrowd(people: number): void;
  /** The connection ended and will be tried again. */
  onLost(reason: ErrorCode | null): void;
  /** The server said a lasting no: no further attempt is made. */
  onRefused(reason: ErrorCode): void;
}

interface LineTo {
  readonly labId: string;
  readonly documentId: string;
  readonly recordId?: string | undefined;
  readonly listener: LineListener;
}

/** The close code of a line that ended without one. */
const brokenOff = 1006;
/** From here on a close code is the server's own word. */
const ourCodes = 4000;
/** Milliseconds of silence after which a line that should be alive is built anew when the person comes back to it. */
const doubtful = 20_000;

export class SyncLine {
  readonly provider: WebsocketProvider;
  readonly #to: LineTo;
  #arriving: Uint8Array | null = null;
  #opened = false;
  #greeted = false;
  #maySend = false;
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;
  #way: Way = 'socket';
  #socket: typeof WebSocket;
  #watch: FrameWatch;

  constructor(doc: Y.Doc, awareness: Awareness, to: LineTo) {
    this.#to = to;
    const { listener } = to;
    this.#watch = { maySendText: () => this.#maySend, onSent: (frame) => listener.onSent(frame) };
    this.#socket = countingSocket(WebSocket, this.#watch);
    this.provider = new WebsocketProvider(`${location.origin.replace(/^http/, 'ws')}/sync`, to.documentId, doc, {
      awareness,
      connect: false,
      disableBc: true,
      protocols: [SUBPROTOCOL],
      shouldReconnect: () => false,
      // Of the class of the way there is in that moment.
      WebSocketPolyfill: new Proxy(WebSocket, { construct: (_, [address, protocols]) => new this.#socket(address, protocols) }),
    });
    listenToWire(this.provider, {
      hello: (hello) => this.#hello(hello),
      durable: (frames) => listener.onDurable(frames),
      notice: (notice) => listener.onNotice(notice),
      crowd: (people) => listener.onCrowd(people),
    });
    joinParts(this.provider);
    watchArrivals(this.provider, (update) => {
      this.#arriving = update;
    });
    this.provider.on('status', ({ status }) => {
      if (status === 'connecting') {
        this.#opened = false;
        this.#greeted = false;
        this.#maySend = false;
        listener.onConnecting();
        this.#giveUpWhenHanging();
      } else if (status === 'connected') {
        this.#opened = true;
      }
    });
    this.provider.on('sync', (synced) => {
      if (!synced) return;
      this.#attempt = 0;
      listener.onSynced(this.#way);
    });
    // A close without an event is our own doing or the provider's watchdog, after which it tries again by itself.
    this.provider.on('connection-close', (event) => {
      if (event !== null || this.#closed) return;
      if (!this.#greeted) void blame(this.#way);
      listener.onLost(null);
    });
    this.provider.on('closed', ({ code, reason }) => void this.#ended(code, reason));
  }

  /** The update that is being taken in just now; null at any other time. */
  get arriving(): Uint8Array | null {
    return this.#arriving;
  }

  /** `generation` is the history the text already here belongs to; null where there is none yet. */
  connect(generation: string | null): void {
    if (generation !== null) this.provider.params = { [GENERATION_PARAMETER]: generation };
    this.#open();
  }

  /** Tries at once: the network came back, the person asked, or they were signed in again. */
  retry(): void {
    clearTimeout(this.#timer);
    this.#attempt = 0;
    this.#open();
  }

  /** Builds the line anew where it may be dead: a phone that slept, a network that changed. */
  check({ suspicious }: { suspicious: boolean }): void {
    if (this.#closed) return;
    const silence = Date.now() - this.provider.wsLastMessageReceived;
    if (this.provider.wsconnected && (suspicious || silence > doubtful)) this.provider.disconnect();
    if (!this.provider.wsconnected) this.retry();
  }

  /** Ends the line for good; frames already handed to the socket still leave. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.provider.destroy();
  }

  /** Opens a socket of the way there is now. */
  #open(): void {
    const way = wayNow();
    if (way === this.#way) return this.#connect();
    const take = (Socket: typeof WebSocket): void => {
      if (this.#closed || this.provider.wsconnected) return;
      this.#way = way;
      this.#socket = countingSocket(Socket, this.#watch);
      this.#connect();
    };
    if (way === 'socket') take(WebSocket);
    else void httpSocket().then(take);
  }

  #connect(): void {
    try {
      this.provider.connect();
    } catch {
      // A browser that is told to let no socket through may refuse to make one.
      void this.#ended(brokenOff, '');
    }
  }

  /** A socket that is left hanging fails, so that the next may go another way. The one over HTTP looks after itself. */
  #giveUpWhenHanging(): void {
    const { ws } = this.provider;
    if (this.#way === 'socket') setTimeout(() => ws?.readyState === WebSocket.CONNECTING && ws.close(), opensWithin);
  }

  #hello(hello: Hello): void {
    const first = !this.#greeted;
    const wroteBefore = this.#maySend;
    if (!this.#to.listener.onHello(hello)) return;
    this.#greeted = true;
    if (this.#way === 'socket') socketsPass();
    this.#maySend = hello.role === 'write';
    if (first || wroteBefore || !this.#maySend) return;
    // Made a writer in the middle of a connection: words kept from before are asked for only by a new first step. Nothing may follow here:
    // the new connection has begun.
    this.provider.disconnect();
    this.retry();
  }

  async #ended(code: number, words: string): Promise<void> {
    if (this.#closed) return;
    const reason = knownFailure(words) ?? failureOfCloseCode(code) ?? null;
    if (code >= 4400 && code < 4500) {
      this.#to.listener.onRefused(reason ?? 'forbidden');
      return;
    }
    this.#to.listener.onLost(reason);
    if (!this.#opened) {
      const refusal = await whyRefused({ labId: this.#to.labId, documentId: this.#to.recordId ?? this.#to.documentId });
      if (this.#closed || this.provider.wsconnected) return;
      if (refusal) {
        this.#to.listener.onRefused(refusal);
        return;
      }
    }
    if (!this.#greeted && code < ourCodes) await blame(this.#way);
    if (this.#closed || this.provider.wsconnected) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#open(), retryDelay(this.#attempt, { reason, random: Math.random() }));
    this.#attempt += 1;
  }
}
