// A client that says exactly what a test wants on the wire, and remembers all it hears, in order.
import { createDecoder, type Decoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { readCrowd } from '@cocrea/shared/protocol/crowd.ts';
import { type Durable, readDurable } from '@cocrea/shared/protocol/durable.ts';
import { type Hello, readHello } from '@cocrea/shared/protocol/hello.ts';
import { messageType, SUBPROTOCOL, syncStep } from '@cocrea/shared/protocol/message-type.ts';
import { PartsJoiner, readPart } from '@cocrea/shared/protocol/part.ts';
import { type Notice, readNotice } from '@cocrea/shared/protocol/notice.ts';
import { WebSocket } from 'ws';
import { awaitEvent } from '../../support/clients.ts';

export type Heard =
  | { readonly kind: 'step one'; readonly body: Uint8Array }
  | { readonly kind: 'step two'; readonly body: Uint8Array }
  | { readonly kind: 'update'; readonly body: Uint8Array }
  | { readonly kind: 'awareness'; readonly entries: readonly { client: number; clock: number; state: unknown }[] }
  | { readonly kind: 'denied'; readonly reason: string }
  | { readonly kind: 'hello'; readonly hello: Hello }
  | { readonly kind: 'durable'; readonly durable: Durable }
  /** One that was part of a text; the last is followed by that text. */
  | { readonly kind: 'part'; readonly length: number }
  | { readonly kind: 'crowd'; readonly people: number }
  | { readonly kind: 'notice'; readonly notice: Notice };

export interface RawClient {
  readonly heard: readonly Heard[];
  readonly socket: WebSocket;
  send(...parts: (number | Uint8Array)[]): void;
  sendUpdate(update: Uint8Array): void;
  sendStepOne(stateVector?: Uint8Array): void;
  sendStepTwo(update: Uint8Array): void;
  sendPresence(entries: readonly { client: number; clock: number; state: unknown }[]): void;
  /** The first thing heard of that kind, from `from` on, that fits; waits for it. */
  hears<Kind extends Heard['kind']>(
    kind: Kind,
    fits?: (heard: Extract<Heard, { kind: Kind }>) => boolean,
    from?: number,
  ): Promise<Extract<Heard, { kind: Kind }>>;
  count(kind: Heard['kind']): number;
  /** Resolves when the server has taken all that was sent before, and all it sent until then is here; also when it ends the connection. */
  roundTrip(): Promise<void>;
  closed(): Promise<{ code: number; reason: string }>;
  close(): void;
}

export interface RawOptions {
  readonly token: string;
  /** Speak `cocrea.v1`. */
  readonly extended?: boolean;
  readonly generation?: string;
  /** Milliseconds to wait for what it should hear; ten seconds unless given. */
  readonly patience?: number;
  /** Keeps what it hears; true unless given. */
  readonly remembers?: boolean;
  readonly headers?: Record<string, string>;
}

/** Opens a socket to a document. Rejects with the HTTP status when the upgrade is refused. */
export async function rawClient(server: { readonly wsUrl: string }, documentId: string, options: RawOptions): Promise<RawClient> {
  const query = new URLSearchParams({
    token: options.token,
    ...(options.generation === undefined ? {} : { generation: options.generation }),
  });
  const socket = new WebSocket(`${server.wsUrl}/${documentId}?${query}`, options.extended ? [SUBPROTOCOL] : [], {
    ...(options.headers === undefined ? {} : { headers: options.headers }),
  });
  socket.binaryType = 'nodebuffer';
  const heard: Heard[] = [];
  const parts = new PartsJoiner();
  const listeners = new Set<() => void>();
  let closed: { code: number; reason: string } | null = null;
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  socket.on('message', (data) => {
    if (options.remembers === false) return;
    const frame = new Uint8Array(data as Buffer);
    if (frame[0] === messageType.part) {
      heard.push({ kind: 'part', length: frame.length });
      const decoder = createDecoder(frame);
      readVarUint(decoder);
      const part = readPart(decoder);
      if (!parts.fits(part)) throw new Error('the server sent a part out of order');
      const whole = parts.add(part);
      if (whole !== null) heard.push(readFrame(createDecoder(whole)));
    } else {
      heard.push(readFrame(createDecoder(frame)));
    }
    tell();
  });
  socket.on('close', (code, reason) => {
    closed = { code, reason: reason.toString() };
    tell();
  });
  socket.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('unexpected-response', (_request, response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => void (body += chunk.toString()));
      response.on('end', () => reject(new UpgradeRefused(response.statusCode ?? 0, body)));
    });
  });
  const until = (condition: () => boolean, what: () => string): Promise<void> =>
    awaitEvent(
      (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      condition,
      { what, milliseconds: options.patience ?? 10_000 },
    );
  const send = (...parts: (number | Uint8Array)[]): void => socket.send(bytes(parts));
  return {
    heard,
    socket,
    send,
    sendUpdate: (update) => send(messageType.sync, syncStep.update, block(update)),
    sendStepOne: (stateVector = Uint8Array.of(0)) => send(messageType.sync, syncStep.one, block(stateVector)),
    sendStepTwo: (update) => send(messageType.sync, syncStep.two, block(update)),
    sendPresence: (entries) => {
      const body = bytes([
        ...varUint(entries.length),
        ...entries.flatMap(({ client, clock, state }) => [
          ...varUint(client),
          ...varUint(clock),
          block(new TextEncoder().encode(JSON.stringify(state))),
        ]),
      ]);
      send(messageType.awareness, block(body));
    },
    hears: async (kind, fits = () => true, from = 0) => {
      type Wanted = Extract<Heard, { kind: typeof kind }>;
      const find = (): Wanted | undefined =>
        heard.slice(from).find((one): one is Wanted => one.kind === kind && fits(one as Wanted));
      await until(
        () => find() !== undefined || closed !== null,
        () => `a ${kind} that fits; heard ${JSON.stringify(heard.map((one) => one.kind))}`,
      );
      const found = find();
      if (found === undefined) throw new Error(`closed ${JSON.stringify(closed)} before a ${kind} that fits was heard`);
      return found;
    },
    count: (kind) => heard.filter((one) => one.kind === kind).length,
    roundTrip: () =>
      new Promise((resolve) => {
        if (closed !== null) return resolve();
        const done = (): void => {
          socket.off('pong', done);
          socket.off('close', done);
          resolve();
        };
        socket.on('pong', done);
        socket.on('close', done);
        socket.ping();
      }),
    closed: async () => {
      await until(
        () => closed !== null,
        () => `the end of the connection; heard ${JSON.stringify(heard.map((one) => one.kind))}`,
      );
      return closed ?? { code: 0, reason: '' };
    },
    close: () => socket.close(),
  };
}

export class UpgradeRefused extends Error {
  readonly status: number;
  readonly body: string;

  constructor(status: number, body: string) {
    super(`the upgrade was refused with ${status}: ${body}`);
    this.status = status;
    this.body = body;
  }
}

/** A varUint as bytes. */
export function varUint(value: number): number[] {
  const out: number[] = [];
  let left = value;
  for (; left >= 128; left = Math.floor(left / 128)) out.push(128 | (left % 128));
  out.push(left);
  return out;
}

/** Numbers below 256 as they are, and byte arrays. */
export function bytes(parts: readonly (number | Uint8Array)[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce<number>((sum, part) => sum + (typeof part === 'number' ? 1 : part.length), 0));
  let at = 0;
  for (const part of parts) {
    if (typeof part === 'number') {
      whole[at] = part;
      at += 1;
    } else {
      whole.set(part, at);
      at += part.length;
    }
  }
  return whole;
}

function block(body: Uint8Array): Uint8Array {
  return bytes([...varUint(body.length), body]);
}

/** What the server says in one frame that is no part of another. */
export function readFrame(decoder: Decoder): Heard {
  switch (readVarUint(decoder)) {
    case messageType.sync: {
      const step = readVarUint(decoder);
      const kind = step === syncStep.one ? 'step one' : step === syncStep.two ? 'step two' : 'update';
      return { kind, body: readVarUint8Array(decoder) };
    }
    case messageType.awareness: {
      const inner = createDecoder(readVarUint8Array(decoder));
      const entries = [];
      for (let left = readVarUint(inner); left > 0; left--) {
        entries.push({
          client: readVarUint(inner),
          clock: readVarUint(inner),
          state: JSON.parse(readVarString(inner)) as unknown,
        });
      }
      return { kind: 'awareness', entries };
    }
    case messageType.auth:
      readVarUint(decoder);
      return { kind: 'denied', reason: readVarString(decoder) };
    case messageType.hello:
      return { kind: 'hello', hello: readHello(decoder) };
    case messageType.durable:
      return { kind: 'durable', durable: readDurable(decoder) };
    case messageType.notice:
      return { kind: 'notice', notice: readNotice(decoder) };
    case messageType.crowd:
      return { kind: 'crowd', people: readCrowd(decoder) };
    default:
      throw new Error('the server said something unknown');
  }
}
