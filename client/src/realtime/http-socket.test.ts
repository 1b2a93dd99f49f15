// A socket over HTTP: what its owner says arrives in order and once however often a POST fails, and it gives way to a real one.
import { bodyOfFrames, framesOf } from '@cocrea/shared/protocol/http-line.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HttpSocket } from './http-socket.ts';
import { countFailure, socketsPass, wayNow } from './ways.ts';

interface Posted {
  readonly line: string;
  readonly from: string | null;
  readonly words: readonly string[];
}

/** The server: one stream of events for each GET, and what came in POSTs. */
let streams: ReadableStreamDefaultController<Uint8Array>[];
let posted: Posted[];
/** Statuses POSTs are answered with before they are taken; null for no answer. */
let failing: (number | null)[];
let visibility: 'visible' | 'hidden';
let seen: () => void;

const tell = (events: string): void => streams.at(-1)?.enqueue(new TextEncoder().encode(events));
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);
const failFirst = (...statuses: (number | null)[]): void => {
  failing = statuses;
};

beforeEach(() => {
  vi.useFakeTimers();
  [streams, posted, failing, visibility, seen] = [[], [], [], 'visible', () => undefined];
  vi.stubGlobal(
    'fetch',
    async (to: URL, { method, body, signal }: { method?: string; body: Uint8Array; signal: AbortSignal }) => {
      if (method === 'POST') {
        const [, line = ''] = /\/line\/(.+)$/.exec(to.pathname) ?? [];
        const words = (framesOf(body) ?? []).map((frame) => new TextDecoder().decode(frame));
        posted.push({ line, from: to.searchParams.get('from'), words });
        const status = failing.length > 0 ? failing.shift() : 204;
        if (status === null || status === undefined) throw new TypeError('no network');
        return new Response(null, { status });
      }
      if (to.href !== 'http://sala.test/sync/d/line?generation=g') return new Response(null, { status: 404 });
      const stream = new ReadableStream<Uint8Array>({
        start: (controller) => {
          streams.push(controller);
          signal.addEventListener('abort', () => controller.error(signal.reason));
        },
      });
      return new Response(stream, { headers: { 'content-type': 'text/event-stream' } });
    },
  );
  vi.stubGlobal('document', {
    get visibilityState() {
      return visibility;
    },
    addEventListener: (_: string, listener: () => void) => {
      seen = listener;
    },
  });
});
afterEach(() => {
  socketsPass();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function openLine(): Promise<{ socket: HttpSocket; heard: unknown[]; closes: { code: number; reason: string }[] }> {
  const socket = new HttpSocket('ws://sala.test/sync/d?generation=g', ['cocrea.v1']);
  const heard: unknown[] = [];
  const closes: { code: number; reason: string }[] = [];
  socket.onmessage = ({ data }) => heard.push(typeof data === 'string' ? data : [...new Uint8Array(data)]);
  socket.onclose = (close) => closes.push(close);
  await settle();
  tell('event: line\ndata: id-1\n\n');
  await settle();
  return { socket, heard, closes };
}

test('frames are heard whole however the stream is cut, and the last event says how it ended', async () => {
  const { socket, heard, closes } = await openLine();
  expect([socket.readyState, socket.protocol]).toEqual([HttpSocket.OPEN, 'cocrea.v1']);
  const events = ': a comment\n\ndata: AQID\n\nevent: text\ndata: {"a":"ñ"}\n\nevent: ping\ndata: \n\n';
  const bytes = new TextEncoder().encode(events);
  for (const byte of bytes) streams[0]?.enqueue(Uint8Array.of(byte));
  await settle();
  expect(heard.filter((one) => JSON.stringify(one) !== '[]')).toEqual([[1, 2, 3], '{"a":"ñ"}']);
  expect(posted).toEqual([{ line: 'id-1', from: '0', words: [] }]);
  tell('event: close\ndata: {"code":4410,"reason":"removed_from_lab"}\n\n');
  await settle();
  expect(closes).toEqual([{ code: 4410, reason: 'removed_from_lab' }]);
  expect(socket.readyState).toBe(HttpSocket.CLOSED);
});

test('what is said in one turn goes in one POST, and is said again under its number until it was taken', async () => {
  const { socket, closes } = await openLine();
  failFirst(503, null, 404);
  for (const word of ['uno', 'dos']) socket.send(new TextEncoder().encode(word));
  expect(socket.bufferedAmount).toBe(6);
  await settle();
  socket.send('tres');
  await vi.advanceTimersByTimeAsync(5_000);
  const before = { line: 'id-1', from: '0', words: ['uno', 'dos'] };
  expect(posted).toEqual([before, ...Array.from({ length: 3 }, () => ({ ...before, words: ['uno', 'dos', 'tres'] }))]);
  expect(socket.bufferedAmount).toBe(0);
  socket.send('cuatro');
  await settle();
  expect(posted.at(-1)).toEqual({ line: 'id-1', from: '3', words: ['cuatro'] });
  expect(closes).toEqual([]);
});

test('a POST that is refused for good, or fails for half a minute, ends the line', async () => {
  const first = await openLine();
  failFirst(403);
  first.socket.send('a');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(first.closes).toEqual([{ code: 1006, reason: '' }]);
  const second = await openLine();
  failFirst(...Array.from({ length: 20 }, () => null));
  second.socket.send('a');
  await vi.advanceTimersByTimeAsync(40_000);
  expect(second.closes).toEqual([{ code: 1006, reason: '' }]);
});

test('what was said last still leaves when its owner closes', async () => {
  const { socket, closes } = await openLine();
  socket.send('adiós');
  socket.close();
  await settle();
  expect(posted.at(-1)?.words).toEqual(['adiós']);
  expect(closes.map(({ code }) => code)).toEqual([1005]);
});

test('a refusal in words ends it as it would a socket; whatever else answers is no word of the server', async () => {
  const ends = async (answer: Response): Promise<unknown> => {
    vi.stubGlobal('fetch', () => Promise.resolve(answer));
    const socket = new HttpSocket('ws://sala.test/sync/d');
    return new Promise((resolve) => {
      socket.onclose = resolve;
    });
  };
  const problem = (code: string, status: number): Response => Response.json({ error: { code } }, { status });
  expect(await ends(problem('forbidden', 403))).toEqual({ code: 4403, reason: 'forbidden' });
  expect(await ends(problem('restarting', 503))).toEqual({ code: 4500, reason: 'restarting' });
  expect(await ends(problem('not_found', 404))).toEqual({ code: 1006, reason: '' });
  expect(await ends(new Response('<h1>Portal</h1>', { headers: { 'content-type': 'text/html' } }))).toEqual({
    code: 1006,
    reason: '',
  });
});

test('a stream that says nothing is given up: what stands between keeps it back', async () => {
  const socket = new HttpSocket('ws://sala.test/sync/d?generation=g');
  const closed = vi.fn<(close: { code: number }) => void>();
  socket.onclose = closed;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(closed).toHaveBeenCalledExactlyOnceWith({ code: 1006, reason: '' });
});

test('a page nobody looks at lets its line go, and has another only when it is looked at', async () => {
  const { closes } = await openLine();
  visibility = 'hidden';
  seen();
  await vi.advanceTimersByTimeAsync(59_000);
  expect(closes).toEqual([]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(closes).toEqual([{ code: 1001, reason: '' }]);
  const next = new HttpSocket('ws://sala.test/sync/d?generation=g');
  await vi.advanceTimersByTimeAsync(600_000);
  expect([streams.length, next.readyState]).toEqual([1, HttpSocket.CONNECTING]);
  visibility = 'visible';
  seen();
  await settle();
  tell('event: line\ndata: id-2\n\n');
  await settle();
  expect(next.readyState).toBe(HttpSocket.OPEN);
});

test('it gives way to a socket that comes through', async () => {
  for (let times = 0; times < 2; times++) countFailure();
  expect(wayNow()).toBe('http');
  let tried = 0;
  vi.stubGlobal(
    'WebSocket',
    class {
      onopen = (): void => undefined;
      onclose: (() => void) | null = null;
      constructor() {
        tried += 1;
        queueMicrotask(() => (tried === 1 ? this.onclose?.() : this.onopen()));
      }
      close(): void {
        this.onclose?.();
      }
    },
  );
  const { closes } = await openLine();
  await vi.advanceTimersByTimeAsync(5 * 60_000);
  expect([tried, closes, wayNow()]).toEqual([1, [], 'http']);
  await vi.advanceTimersByTimeAsync(5 * 60_000);
  expect([tried, closes, wayNow()]).toEqual([2, [{ code: 1001, reason: '' }], 'socket']);
});

test('frames come out of a body as they went in, and bytes that are none are known', () => {
  const frames = [Uint8Array.of(1), new Uint8Array(0), new Uint8Array(300)];
  expect(framesOf(bodyOfFrames(frames))?.map(({ length }) => length)).toEqual([1, 0, 300]);
  for (const end of [3, 4, 20]) expect(framesOf(bodyOfFrames(frames).subarray(0, end)), `cut at ${end}`).toBeNull();
});
