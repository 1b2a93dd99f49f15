// The lines over HTTP that are open: who may open one is judged as for a socket, and on one that is open only its own person is heard.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppError } from '@cocrea/shared/errors.ts';
import { FROM_PARAMETER } from '@cocrea/shared/protocol/http-line.ts';
import type { Gateway } from './gateway.ts';
import { HttpLine } from './http-line.ts';
import type { RealtimeLimits } from './limits.ts';
import type { RefuseRequest, RoomAccess } from './ports.ts';
import type { Session } from './session.ts';

export interface HttpLinesOptions {
  readonly gateway: Gateway;
  readonly access: Pick<RoomAccess, 'identify'>;
  readonly limits: Pick<RealtimeLimits, 'frameBytes'>;
  readonly originAllowed: (request: IncomingMessage) => boolean;
  readonly refuse: RefuseRequest;
}

/** `/sync/<documentId>/line`, and the id of the line behind it for a POST. */
const address = /^\/sync\/([^/?]+)\/line(?:\/([\w-]+))?(?:\?|$)/;

export class HttpLines {
  readonly #options: HttpLinesOptions;
  readonly #open = new Map<string, { readonly line: HttpLine; readonly session: Session }>();

  constructor(options: HttpLinesOptions) {
    this.#options = options;
  }

  /** Opens a line, or takes what is said on one; answers every other request 404. Never throws. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { gateway, refuse } = this.#options;
    try {
      const documentId = gateway.documentIn(request, address);
      const lineId = address.exec(request.url ?? '')?.[2];
      if (request.method === 'GET' && lineId === undefined) await this.#begin(request, { response, documentId });
      else if (request.method === 'POST' && lineId !== undefined) {
        await this.#hear(request, { documentId, lineId });
        response.writeHead(204).end();
      } else throw new AppError('not_found');
    } catch (error) {
      // Whoever went away in the middle is told nothing, and nothing is wrong.
      if (!response.destroyed) refuse(request, response, gateway.failureOf(request, error));
    }
  }

  async #begin(
    request: IncomingMessage,
    { response, documentId }: { response: ServerResponse; documentId: string },
  ): Promise<void> {
    const { gateway } = this.#options;
    await gateway.admit(request, {
      documentId,
      onceGone: (free) => response.once('close', free),
      enter: (arrived) => {
        if (response.destroyed) return;
        const line = new HttpLine(response);
        // Only our own pages speak this way, so it is always `cocrea.v1`.
        const session = gateway.open(line, arrived, { extended: true });
        line.listen({ onFrame: (frame) => session.receive(frame), onLife: () => session.heard() });
        this.#open.set(line.id, { line, session });
        line.once('close', () => this.#open.delete(line.id));
      },
    });
  }

  async #hear(request: IncomingMessage, { documentId, lineId }: { documentId: string; lineId: string }): Promise<void> {
    const { access, limits, originAllowed } = this.#options;
    if (!originAllowed(request)) throw new AppError('origin_refused');
    const userId = await access.identify(request);
    if (userId === null) throw new AppError('unauthenticated');
    const open = this.#open.get(lineId);
    // Another person's line is for nobody else to know of.
    if (open === undefined || open.session.userId !== userId || open.session.documentId !== documentId)
      throw new AppError('not_found');
    const from = Number(new URL(request.url ?? '/', 'http://server').searchParams.get(FROM_PARAMETER) ?? '');
    if (!Number.isSafeInteger(from) || from < 0) throw new AppError('invalid_field', { field: FROM_PARAMETER });
    try {
      await open.line.take(request, { from, frameBytes: limits.frameBytes });
    } catch (error) {
      if (error instanceof AppError && error.code === 'frame_too_large') open.session.connection.end('frame_too_large');
      throw error;
    }
  }
}
