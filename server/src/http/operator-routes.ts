// The two routes for whoever runs the server: is it ready, and what is it doing.
import type { FastifyInstance } from 'fastify';
import { AppError, type ErrorCode } from '@cocrea/shared/errors.ts';
import type { Recognise } from './caller.ts';
import { isFromThisMachine } from './client-address.ts';
import type { Metrics } from './metrics.ts';

export interface Operation {
  readonly metrics: Metrics;
  readonly recognise: Recognise;
  /** Null when ready to serve. */
  readonly unready: () => Promise<ErrorCode | null>;
}

export function addOperatorRoutes(server: FastifyInstance, { metrics, recognise, unready }: Operation): void {
  server.get('/healthz', { schema: { hide: true } }, async (_request, reply) => {
    const reason = await unready();
    reply.header('cache-control', 'no-store').code(reason === null ? 200 : 503);
    return reason === null ? { status: 'ready' } : { status: 'unready', reason };
  });

  server.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!isFromThisMachine(request.raw)) {
      const who = await recognise(request.raw);
      if ('refused' in who) throw new AppError(who.refused);
      const hosts = who.caller.actor.memberships.some(({ role }) => role === 'facilitator' || role === 'admin');
      if (who.caller.session.kind !== 'token' || !hosts) throw new AppError('forbidden');
    }
    return reply
      .header('cache-control', 'no-store')
      .type(metrics.contentType)
      .send(await metrics.text());
  });
}
