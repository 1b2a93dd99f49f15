// Which part of the server takes a request for a line: what people hear and say over HTTP where no WebSocket comes through. Bodies and answers
// are streams that fastify leaves alone.
import type { FastifyInstance } from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** `handlers` maps the first part of a path (`/sync`) to who takes what is under it. */
export async function routeLines(server: FastifyInstance, handlers: ReadonlyMap<string, RequestHandler>): Promise<void> {
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _body, done) => done(null));
    for (const [path, handle] of handlers) {
      scope.route({
        method: ['GET', 'POST'],
        url: `${path}/*`,
        exposeHeadRoute: false,
        schema: { hide: true },
        handler: (request, reply) => {
          reply.hijack();
          handle(request.raw, reply.raw);
        },
      });
    }
  });
}
