// How a contract of shared/api becomes a route: input checked by its schemas, the caller known, output cut to its schema.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { BodyOf, Contract, OutputOf, ParamsOf, QueryOf } from '@cocrea/shared/api/contract.ts';
import * as z from 'zod/mini';
import { Problem } from '@cocrea/shared/api/problem.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Caller, Recognise, Recognised } from './caller.ts';

export interface Asked<C extends Contract> {
  readonly params: ParamsOf<C>;
  readonly query: QueryOf<C>;
  readonly body: BodyOf<C>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** What a handler gives: the output; where the contract creates, whether it was created now; nothing where there is none. */
export type Answer<C extends Contract> = C['output'] extends undefined
  ? void
  : true extends C['creates']
    ? { readonly created: boolean; readonly output: OutputOf<C> }
    : OutputOf<C>;

export interface Routes {
  /** For people of a session; anybody else is answered 401. */
  signedIn<C extends Contract>(contract: C, handler: (asked: Asked<C> & { readonly caller: Caller }) => Promise<Answer<C>>): void;
  /** For anybody; the handler looks at who they are. */
  open<C extends Contract>(contract: C, handler: (asked: Asked<C> & { readonly who: Recognised }) => Promise<Answer<C>>): void;
}

export function createRoutes(server: FastifyInstance, recognise: Recognise): Routes {
  const open: Routes['open'] = (contract, handler) => {
    const { method, path: url, summary, params, query: querystring, body, output, creates, bodyBytes } = contract;
    const success = output === undefined ? { 204: z.null() } : creates ? { 200: output, 201: output } : { 200: output };
    server.withTypeProvider<ZodTypeProvider>().route({
      method,
      url,
      ...(bodyBytes !== undefined && { bodyLimit: bodyBytes }),
      schema: {
        summary,
        ...(params && { params }),
        ...(querystring && { querystring }),
        ...(body && { body }),
        response: { ...success, '4xx': Problem, '5xx': Problem },
      },
      handler: async (request, reply) => {
        const { params: given, query, body: sent } = request as { params: unknown; query: unknown; body: unknown };
        const asked = { params: given, query, body: sent, request, reply } as Asked<typeof contract>;
        const answer: unknown = await handler({ ...asked, who: await recognise(request.raw) });
        reply.header('cache-control', 'no-store');
        if (output === undefined) return reply.code(204).send();
        if (!creates) return reply.code(200).send(answer);
        const made = answer as { created: boolean; output: unknown };
        return reply.code(made.created ? 201 : 200).send(made.output);
      },
    });
  };
  return {
    open,
    signedIn: (contract, handler) =>
      open(contract, async ({ who, ...asked }) => {
        if ('refused' in who) throw new AppError(who.refused);
        return handler({ ...(asked as Asked<typeof contract>), caller: who.caller });
      }),
  };
}
