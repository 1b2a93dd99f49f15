// The lines over HTTP that are open under one path: who may open one is judged by whoever serves that path, and on one that is open only its
// own person is heard.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppError } from '@cocrea/shared/errors.ts';
import { FROM_PARAMETER } from '@cocrea/shared/protocol/http-line.ts';
import { HttpLine } from './http-line.ts';

export interface Asked {
  readonly response: ServerResponse;
  /** Opens the line, as that person's; null where its peer went away meanwhile. */
  readonly begin: (personId: string) => HttpLine | null;
}

export interface HttpLinesOptions {
  /** Paths that have lines: one is opened at `<path>/line`. */
  readonly paths: RegExp;
  /** The person behind a request; null without a valid session. */
  readonly identify: (request: IncomingMessage) => Promise<string | null>;
  readonly originAllowed: (request: IncomingMessage) => boolean;
  /** Most bytes of one POST. */
  readonly frameBytes: number;
  /** Judges who asks for a line, and begins it where they may have it. Throws AppError. */
  readonly judge: (request: IncomingMessage, asked: Asked) => Promise<void>;
  /** Answers with whatever was thrown. */
  readonly refuse: (request: IncomingMessage, response: ServerResponse, error: unknown) => void;
}

export class HttpLines {
  readonly #options: HttpLinesOptions;
  readonly #address: RegExp;
  readonly #open = new Map<string, { readonly line: HttpLine; readonly path: string; readonly personId: string }>();

  constructor(options: HttpLinesOptions) {
    this.#options = options;
    this.#address = new RegExp(`^(${options.paths.source})/line(?:/([\\w-]+))?(?:\\?|$)`);
  }

  /** Opens a line, or takes what is said on one; every other request is refused with `not_found`. Never throws. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { judge, refuse } = this.#options;
    try {
      const [, path, lineId] = this.#address.exec(request.url ?? '') ?? [];
      if (path !== undefined && lineId === undefined && request.method === 'GET') {
        await judge(request, { response, begin: (personId) => this.#begin(response, { path, personId }) });
      } else if (path !== undefined && lineId !== undefined && request.method === 'POST') {
        await this.#hear(request, { path, lineId });
        response.writeHead(204).end();
      } else throw new AppError('not_found');
    } catch (error) {
      // Whoever went away in the middle is told nothing, and nothing is wrong.
      if (!response.destroyed) refuse(request, response, error);
    }
  }

  #begin(response: ServerResponse, { path, personId }: { path: string; personId: string }): HttpLine | null {
    if (response.destroyed) return null;
    const line = new HttpLine(response);
    this.#open.set(line.id, { line, path, personId });
    line.once('close', () => this.#open.delete(line.id));
    return line;
  }

  async #hear(request: IncomingMessage, { path, lineId }: { path: string; lineId: string }): Promise<void> {
    const { identify, originAllowed, frameBytes } = this.#options;
    if (!originAllowed(request)) throw new AppError('origin_refused');
    const personId = await identify(request);
    if (personId === null) throw new AppError('unauthenticated');
    const open = this.#open.get(lineId);
    // Another person's line is for nobody else to know of.
    if (open === undefined || open.personId !== personId || open.path !== path) throw new AppError('not_found');
    const from = Number(new URL(request.url ?? '/', 'http://server').searchParams.get(FROM_PARAMETER) ?? '');
    if (!Number.isSafeInteger(from) || from < 0) throw new AppError('invalid_field', { field: FROM_PARAMETER });
    await open.line.take(request, { from, frameBytes });
  }
}
