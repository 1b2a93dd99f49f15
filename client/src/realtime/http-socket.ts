// A WebSocket over plain HTTP, for networks that let no other through: what is heard is an answer that does not end, what is said goes in
// POSTs, one after the other. Looks to its owner like any socket. It makes itself superfluous: now and then it tries a real one, and ends
// when that opens.
import { closeCodeOf } from '@cocrea/shared/errors.ts';
import { bodyOfFrames, FROM_PARAMETER, lineEvent } from '@cocrea/shared/protocol/http-line.ts';
import { knownFailure } from '../api/known-failure.ts';
import { socketsPass } from './ways.ts';

/** Milliseconds until a socket is tried again where none came through. */
const triedAgainEvery = 5 * 60_000;
/** Bytes of frames in one POST, unless one alone is larger: what stands between may take no large ones. */
const batchBytes = 256 * 1024;
/** Milliseconds until the first event must be there: what stands between may be keeping events back. */
const patience = 20_000;
/** Milliseconds for the answer to say why it ends, where a POST learned first that it did. */
const reasonWithin = 2_000;
/** Milliseconds for what was said last to leave. */
const farewell = 3_000;
/** How often a POST that did not get through is sent again, after pauses that double up to the longest: half a minute. */
const retries = { most: 8, first: 250, longest: 8_000 } as const;
/** Answers to a POST that are worth another try; 404 as well, while the line is heard: of several servers another one was asked. */
const passing: readonly number[] = [404, 408, 425, 429, 500, 502, 503, 504];
/**
 * Milliseconds after which a page that nobody looks at lets go of its line, to come back when it is looked at: over HTTP/1.1 a browser has
 * six connections to a server, for all its pages.
 */
const unseen = 60_000;
/** The most bytes a browser sends for a page that is already gone. */
const keptAlive = 60_000;

interface Ending {
  readonly code: number;
  readonly reason: string;
}
const broken: Ending = { code: 1006, reason: '' };
/** The line goes away for a better one. */
const away: Ending = { code: 1001, reason: '' };

export class HttpSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  readonly CONNECTING = HttpSocket.CONNECTING;
  readonly OPEN = HttpSocket.OPEN;
  readonly CLOSING = HttpSocket.CLOSING;
  readonly CLOSED = HttpSocket.CLOSED;
  readonly url: string;
  readonly protocol: string;
  binaryType = 'arraybuffer';
  readyState: number = HttpSocket.CONNECTING;
  bufferedAmount = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { readonly data: ArrayBuffer | string }) => void) | null = null;
  onerror: (() => void) | null = null;
  onclose: ((event: Ending) => void) | null = null;
  readonly #protocols: string[];
  /** `https://…/line?…` */
  readonly #address: URL;
  readonly #ended = new AbortController();
  #id: string | null = null;
  #frames: Uint8Array[] = [];
  /** Frames the server has taken. */
  #taken = 0;
  #owesLife = false;
  #isSpeaking = false;
  #isListening = false;
  #unseen: ReturnType<typeof setTimeout> | undefined;

  constructor(url: string | URL, protocols: string | string[] = []) {
    this.url = String(url);
    this.#protocols = [protocols].flat();
    this.protocol = this.#protocols[0] ?? '';
    this.#address = new URL(this.url.replace(/^ws/, 'http'));
    this.#address.pathname += '/line';
    globalThis.document?.addEventListener('visibilitychange', this.#onVisibility, { signal: this.#ended.signal });
    this.#onVisibility();
  }

  send(data: string | ArrayBufferLike | ArrayBufferView): void {
    if (this.readyState !== HttpSocket.OPEN) return;
    const frame = bytesOf(data);
    this.#frames.push(frame);
    this.bufferedAmount += frame.length;
    // What is said in one turn goes in one POST.
    queueMicrotask(() => void this.#speak());
  }

  close(): void {
    if (this.readyState > HttpSocket.OPEN) return;
    if (this.#frames.length === 0) return this.#end({ code: 1005, reason: '' });
    this.readyState = HttpSocket.CLOSING;
    setTimeout(() => this.#end({ code: 1005, reason: '' }), farewell);
  }

  readonly #onVisibility = (): void => {
    clearTimeout(this.#unseen);
    if (globalThis.document?.visibilityState === 'hidden') this.#unseen = setTimeout(() => this.#leave(), unseen);
    else if (!this.#isListening) void this.#listen();
  };

  /** Nobody looks: what was said still arrives first. */
  #leave(): void {
    if (!this.#isListening) return;
    if (this.#frames.length === 0) this.#end(away);
    else this.#onVisibility();
  }

  async #listen(): Promise<void> {
    this.#isListening = true;
    const timer = setTimeout(() => this.#end(broken), patience);
    try {
      const { signal } = this.#ended;
      const answer = await fetch(this.#address, {
        headers: { accept: 'text/event-stream' },
        credentials: 'same-origin',
        cache: 'no-store',
        signal,
      });
      const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream');
      if (!answer.ok || !isStream || answer.body === null) return this.#end(refusalIn(await answer.json().catch(() => null)));
      const reader = answer.body.getReader();
      const decoder = new TextDecoder();
      let text = '';
      for (let read = await reader.read(); !read.done; read = await reader.read()) {
        const events = (text + decoder.decode(read.value, { stream: true })).split('\n\n');
        text = events.pop() ?? '';
        for (const event of events) this.#hear(event);
        if (this.#id !== null) clearTimeout(timer);
      }
      this.#end(broken);
    } catch {
      this.#end(broken);
    } finally {
      clearTimeout(timer);
    }
  }

  #hear(event: string): void {
    if (this.readyState === HttpSocket.CLOSED) return;
    const { name, data } = read(event);
    switch (name) {
      case lineEvent.id:
        this.#id = data;
        this.readyState = HttpSocket.OPEN;
        this.#lookForSockets();
        return this.onopen?.();
      case lineEvent.frame:
        return this.onmessage?.({ data: fromBase64(data).buffer });
      case lineEvent.text:
        return this.onmessage?.({ data });
      case lineEvent.ping:
        this.#owesLife = true;
        return void this.#speak();
      case lineEvent.close:
        return this.#end(JSON.parse(data) as Ending);
    }
  }

  /** Sends what there is to say, one POST at a time, so that the order is kept and whoever is not read on waits. */
  async #speak(): Promise<void> {
    if (this.#isSpeaking) return;
    this.#isSpeaking = true;
    let failures = 0;
    while (this.readyState !== HttpSocket.CLOSED && (this.#frames.length > 0 || this.#owesLife)) {
      const batch = this.#batch();
      const status = await this.#post(batch);
      if (status === 204) {
        failures = 0;
        this.#owesLife = false;
        this.#taken += batch.length;
        this.#frames.splice(0, batch.length);
        for (const frame of batch) this.bufferedAmount -= frame.length;
      } else if (status !== null && !passing.includes(status)) {
        // The line is gone; what was heard last says why, and may still be on its way.
        await pause(reasonWithin);
        this.#end(broken);
      } else if (failures === retries.most) {
        this.#end(broken);
      } else {
        await pause(Math.min(retries.longest, retries.first * 2 ** failures));
        failures += 1;
      }
    }
    this.#isSpeaking = false;
    if (this.readyState === HttpSocket.CLOSING) this.#end({ code: 1005, reason: '' });
  }

  #batch(): Uint8Array[] {
    let bytes = 0;
    const until = this.#frames.findIndex((frame, index) => {
      bytes += frame.length;
      return index > 0 && bytes > batchBytes;
    });
    return until < 0 ? [...this.#frames] : this.#frames.slice(0, until);
  }

  /** The status of the answer; null where there was none. */
  async #post(frames: readonly Uint8Array[]): Promise<number | null> {
    const to = new URL(this.#address);
    to.pathname += `/${this.#id}`;
    to.searchParams.set(FROM_PARAMETER, String(this.#taken));
    const body = bodyOfFrames(frames);
    const isFarewell = this.readyState === HttpSocket.CLOSING && body.length < keptAlive;
    try {
      const { status } = await fetch(to, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body,
        credentials: 'same-origin',
        keepalive: isFarewell,
        signal: this.#ended.signal,
      });
      return status;
    } catch {
      return null;
    }
  }

  #lookForSockets(): void {
    const timer = setInterval(() => {
      try {
        this.#tryOne(new WebSocket(this.url, this.#protocols));
      } catch {
        // A browser that is told to let no socket through may refuse to make one.
        clearInterval(timer);
      }
    }, triedAgainEvery);
    this.#ended.signal.addEventListener('abort', () => clearInterval(timer));
  }

  #tryOne(socket: WebSocket): void {
    socket.onopen = () => {
      socket.close();
      socketsPass();
      this.#end(away);
    };
  }

  #end(ending: Ending): void {
    if (this.readyState === HttpSocket.CLOSED) return;
    const wasOpen = this.#id !== null;
    this.readyState = HttpSocket.CLOSED;
    clearTimeout(this.#unseen);
    this.#ended.abort();
    queueMicrotask(() => {
      if (!wasOpen) this.onerror?.();
      this.onclose?.(ending);
    });
  }
}

function read(event: string): { name: string; data: string } {
  let [name, data]: [string, string] = [lineEvent.frame, ''];
  for (const line of event.split('\n')) {
    if (line.startsWith('event: ')) name = line.slice('event: '.length);
    else if (line.startsWith('data: ')) data = line.slice('data: '.length);
  }
  return { name, data };
}

/** How a socket would end that was refused so; an answer that is not of a line's own kind says nothing lasting. */
function refusalIn(answer: unknown): Ending {
  const said = (answer as { error?: { code?: unknown } } | null)?.error?.code;
  const code = typeof said === 'string' && said !== 'not_found' ? knownFailure(said) : null;
  return code === null ? broken : { code: closeCodeOf(code), reason: code };
}

function bytesOf(data: string | ArrayBufferLike | ArrayBufferView): Uint8Array {
  if (typeof data === 'string') return new TextEncoder().encode(data);
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return new Uint8Array(data);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  return bytes;
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
