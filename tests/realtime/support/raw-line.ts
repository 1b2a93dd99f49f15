// A line over HTTP byte by byte: what its events say, and POSTs in any order and number, for what no client of ours would send.
import { type ClientRequest, get, type IncomingMessage, request } from 'node:http';
import { bodyOfFrames, lineEvent } from '@cocrea/shared/protocol/http-line.ts';
import { PartsJoiner, readPart } from '@cocrea/shared/protocol/part.ts';
import { messageType, syncStep } from '@cocrea/shared/protocol/message-type.ts';
import { createDecoder, readVarUint } from 'lib0/decoding';
import { awaitEvent } from '../../support/clients.ts';
import { bytes, type Heard, readFrame, varUint } from './raw-client.ts';

export interface Answer {
  readonly status: number;
  /** The code of the failure; empty where there is none. */
  readonly code: string;
}

export interface RawLine {
  readonly id: string;
  readonly heard: readonly Heard[];
  readonly pings: () => number;
  /** Sends frames in one POST, the first of them as the `from`th of the line. */
  post(from: number, ...frames: Uint8Array[]): Promise<Answer>;
  /** Sends half of such a POST, and cuts it off there. */
  postHalf(from: number, ...frames: Uint8Array[]): Promise<void>;
  hears<Kind extends Heard['kind']>(
    kind: Kind,
    fits?: (heard: Extract<Heard, { kind: Kind }>) => boolean,
  ): Promise<Extract<Heard, { kind: Kind }>>;
  count(kind: Heard['kind']): number;
  /** The last event. Rejects when the answer ends without it. */
  closed(): Promise<{ code: number; reason: string }>;
  pause(): void;
  resume(): void;
  /** Cuts the answer off. */
  cut(): void;
}

interface Place {
  readonly token: string;
  readonly generation?: string;
  readonly headers?: Record<string, string>;
}

const httpOf = ({ wsUrl }: { readonly wsUrl: string }): string => wsUrl.replace(/^ws/, 'http');
const queryOf = ({ token, generation }: Place): URLSearchParams =>
  new URLSearchParams({ token, ...(generation === undefined ? {} : { generation }) });

/** Opens a line, or gives the refusal. */
export async function rawLine(server: { readonly wsUrl: string }, documentId: string, place: Place): Promise<RawLine> {
  const address = `${httpOf(server)}/${documentId}/line`;
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${address}?${queryOf(place)}`, { headers: { ...place.headers }, agent: false }, resolve).on('error', reject);
  });
  if (answer.statusCode !== 200) throw new LineRefused(await refusalIn(answer));
  const heard: Heard[] = [];
  const parts = new PartsJoiner();
  const listeners = new Set<() => void>();
  let id = '';
  let pings = 0;
  let closed: { code: number; reason: string } | null = null;
  let ended = false;
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const take = (event: string): void => {
    const name = /^event: (.*)$/m.exec(event)?.[1] ?? lineEvent.frame;
    const data = /^data: (.*)$/m.exec(event)?.[1] ?? '';
    if (name === lineEvent.id) id = data;
    else if (name === lineEvent.ping) pings += 1;
    else if (name === lineEvent.close) closed = JSON.parse(data) as { code: number; reason: string };
    else heard.push(...framesIn(new Uint8Array(Buffer.from(data, 'base64')), parts));
  };
  let text = '';
  answer.setEncoding('utf8');
  answer.on('data', (chunk: string) => {
    const events = (text + chunk).split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) take(event);
    tell();
  });
  answer.on('error', () => undefined);
  answer.on('close', () => {
    ended = true;
    tell();
  });
  const until = (condition: () => boolean, what: () => string): Promise<void> =>
    awaitEvent(
      (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      condition,
      { what, milliseconds: 10_000 },
    );
  await until(
    () => id !== '',
    () => 'the id of the line',
  );
  const line: RawLine = {
    id,
    heard,
    pings: () => pings,
    post: (from, ...frames) => postFrames(server, { documentId, lineId: id, from, frames, ...place }),
    postHalf: async (from, ...frames) => {
      const body = bodyOfFrames(frames);
      const asking = begin(server, { documentId, lineId: id, from, ...place, length: body.length });
      asking.on('error', () => undefined);
      await new Promise((resolve) => asking.write(body.subarray(0, body.length / 2), resolve));
      await new Promise((resolve) => asking.on('close', resolve).destroy());
    },
    hears: async (kind, fits = () => true) => {
      type Wanted = Extract<Heard, { kind: typeof kind }>;
      const find = (): Wanted | undefined => heard.find((one): one is Wanted => one.kind === kind && fits(one as Wanted));
      await until(
        () => find() !== undefined || ended,
        () => `a ${kind} that fits; heard ${JSON.stringify(heard.map((one) => one.kind))}`,
      );
      const found = find();
      if (found === undefined) throw new Error(`closed ${JSON.stringify(closed)} before a ${kind} that fits was heard`);
      return found;
    },
    count: (kind) => heard.filter((one) => one.kind === kind).length,
    closed: async () => {
      await until(
        () => ended,
        () => 'the end of the answer',
      );
      if (closed === null) throw new Error('it ended without saying why');
      return closed;
    },
    pause: () => void answer.pause(),
    resume: () => void answer.resume(),
    cut: () => void answer.destroy(),
  };
  return line;
}

export class LineRefused extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super(`the line was refused with ${JSON.stringify(answer)}`);
    this.answer = answer;
  }
}

interface Aim extends Place {
  readonly documentId: string;
  readonly lineId: string;
  readonly from: number;
}

/** A POST of whoever to whichever line. */
export async function postFrames(
  server: { readonly wsUrl: string },
  { frames, body = bodyOfFrames(frames), ...aim }: Aim & { readonly frames: readonly Uint8Array[]; readonly body?: Uint8Array },
): Promise<Answer> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    begin(server, { ...aim, length: body.length })
      .on('response', resolve)
      .on('error', reject)
      .end(body);
  });
  return refusalIn(answer);
}

function begin(
  server: { readonly wsUrl: string },
  { documentId, lineId, from, length, ...place }: Aim & { readonly length: number },
): ClientRequest {
  const query = queryOf(place);
  query.set('from', String(from));
  return request(`${httpOf(server)}/${documentId}/line/${lineId}?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'content-length': length, ...place.headers },
    agent: false,
  });
}

export const updateOf = (update: Uint8Array): Uint8Array => sync(syncStep.update, update);
export const stepTwo = (update: Uint8Array): Uint8Array => sync(syncStep.two, update);
export const stepOne = (stateVector: Uint8Array = Uint8Array.of(0)): Uint8Array => sync(syncStep.one, stateVector);

function sync(step: number, body: Uint8Array): Uint8Array {
  return bytes([messageType.sync, step, ...varUint(body.length), body]);
}

function framesIn(frame: Uint8Array, parts: PartsJoiner): Heard[] {
  if (frame[0] !== messageType.part) return [readFrame(createDecoder(frame))];
  const decoder = createDecoder(frame);
  readVarUint(decoder);
  const whole = parts.add(readPart(decoder));
  const part: Heard = { kind: 'part', length: frame.length };
  return whole === null ? [part] : [part, readFrame(createDecoder(whole))];
}

async function refusalIn(answer: IncomingMessage): Promise<Answer> {
  let body = '';
  for await (const chunk of answer) body += String(chunk);
  const problem = body === '' ? null : (JSON.parse(body) as { error: { code: string } });
  return { status: answer.statusCode ?? 0, code: problem?.error.code ?? '' };
}
