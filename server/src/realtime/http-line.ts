// A line over plain HTTP: what the server says is an answer that does not end, of one event a frame; what the client says comes in POSTs of
// numbered frames. It is there as long as its answer is open: a client that lost it opens another, as with a socket.
import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppError, closeCodeOf } from '@cocrea/shared/errors.ts';
import { framesOf, lineEvent } from '@cocrea/shared/protocol/http-line.ts';
import type { Line } from './line.ts';

export interface HttpLineListener {
  /** A frame came; null for bytes that hold none. */
  onFrame(frame: Uint8Array | null): void;
  /** Its client is alive. */
  onLife(): void;
}

/** Milliseconds for a client to take the last event before its connection is cut. */
const farewell = 30_000;
/** Beside the frames of a POST, of which one may be as large as a frame may be. */
const headBytes = 16;

export class HttpLine extends EventEmitter<{ close: [] }> implements Line {
  /** Whoever knows it may speak on this line, if they are its person: too long to be guessed. */
  readonly id = randomBytes(24).toString('base64url');
  readonly #response: ServerResponse;
  #listener: HttpLineListener = { onFrame: () => undefined, onLife: () => undefined };
  /** Frames taken so far. */
  #taken = 0;
  /** The POST that is being taken; those after it wait unread. */
  #turn: Promise<unknown> = Promise.resolve();
  #isPaused = false;
  #onFlowing: (() => void)[] = [];
  #hasEnded = false;
  #cut: NodeJS.Timeout | undefined;

  /** Begins the answer. Nothing is heard until `listen`. */
  constructor(response: ServerResponse) {
    super();
    this.#response = response;
    response.on('error', () => response.destroy());
    response.once('close', () => {
      this.#hasEnded = true;
      clearTimeout(this.#cut);
      this.#flow();
      this.emit('close');
    });
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      // What stands between must neither keep events back nor press them together.
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    this.#write(lineEvent.id, this.id);
  }

  listen(listener: HttpLineListener): void {
    this.#listener = listener;
  }

  /** As frames: four letters of an event are three of their bytes. */
  get bufferedAmount(): number {
    return Math.ceil((this.#response.writableLength * 3) / 4);
  }

  get isOpen(): boolean {
    return !this.#hasEnded;
  }

  get isPaused(): boolean {
    return this.#isPaused;
  }

  send(frame: Uint8Array, taken?: () => void): void {
    const bytes = Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength);
    this.#write(lineEvent.frame, bytes.toString('base64'), taken);
  }

  /** Sends what is text already, of one line. */
  sendText(text: string): void {
    this.#write(lineEvent.text, text);
  }

  close(code: number, reason: string): void {
    if (this.#hasEnded) return;
    this.#write(lineEvent.close, JSON.stringify({ code, reason }));
    this.#hasEnded = true;
    this.#response.end();
    this.#cut = setTimeout(() => this.terminate(), farewell);
    this.#flow();
  }

  terminate(): void {
    this.#response.destroy();
  }

  ping(): void {
    this.#write(lineEvent.ping, '');
  }

  pause(): void {
    this.#isPaused = true;
  }

  resume(): void {
    this.#isPaused = false;
    this.#flow();
  }

  /**
   * Takes the frames of one POST, of which the first is the `from`th of this line: in order, each once, however often they come. Resolves
   * when all are taken, which may wait. Throws AppError `not_found` when the line ended, `update_gap` when others are missing before them,
   * `frame_too_large` beyond `frameBytes`, which ends the line as it would a socket.
   */
  async take(request: IncomingMessage, { from, frameBytes }: { from: number; frameBytes: number }): Promise<void> {
    const turn = this.#turn.then(() => this.#takeNow(request, { from, frameBytes }));
    this.#turn = turn.catch(() => undefined);
    await turn;
  }

  async #takeNow(request: IncomingMessage, { from, frameBytes }: { from: number; frameBytes: number }): Promise<void> {
    this.#assertOpen();
    if (from > this.#taken) throw new AppError('update_gap');
    const body = await bodyOf(request, frameBytes);
    if (body === null) {
      this.close(closeCodeOf('frame_too_large'), 'frame_too_large');
      throw new AppError('frame_too_large', { limit: frameBytes });
    }
    this.#listener.onLife();
    const frames = framesOf(body);
    if (frames === null) this.#listener.onFrame(null);
    for (const [index, frame] of (frames ?? []).entries()) {
      if (from + index < this.#taken) continue;
      // Where the engine does not read on, the answer to this POST waits, and so does its client.
      while (this.#isPaused && !this.#hasEnded) await new Promise<void>((resolve) => this.#onFlowing.push(resolve));
      this.#assertOpen();
      this.#taken += 1;
      this.#listener.onFrame(frame);
    }
  }

  #assertOpen(): void {
    if (this.#hasEnded) throw new AppError('not_found');
  }

  #flow(): void {
    for (const go of this.#onFlowing.splice(0)) go();
  }

  #write(event: string, data: string, taken?: () => void): void {
    if (this.#hasEnded) return;
    const head = event === lineEvent.frame ? '' : `event: ${event}\n`;
    this.#response.write(`${head}data: ${data}\n\n`, 'utf8', taken);
  }
}

/** All of a body; null where there is more than a frame may hold, which is not read. */
async function bodyOf(request: IncomingMessage, frameBytes: number): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > frameBytes + headBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
