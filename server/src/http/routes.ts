// How a contract of shared/api becomes a route: input checked by its schemas, the caller known, output cut to its schema.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { BodyOf, Contract, OutputOf, ParamsOf, QueryOf } from '@cocrea/shared/api/contract.ts';
import * as z from 'zod/mini';
import { Problem } from '@cocrea/shared/api/problem.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { sendFile, type FileAnswer } from './send-file.ts';
import type { Caller, Recognise, Recognised } from './caller.ts';

export interface Asked<C extends Contract> {
  readonly params: ParamsOf<C>;
  readonly query: QueryOf<C>;
  readonly body: BodyOf<C>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** An output that was written down as JSON, in UTF-8, where it was read: it is sent as it is. */
export class WrittenOutput {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

/** What a handler gives: the output; where the contract creates, whether it was created now; nothing where there is none. */
export type Answer<C extends Contract> = C['output'] extends undefined
  ? void
  : true extends C['creates']
    ? { readonly created: boolean; readonly output: OutputOf<C> }
    : OutputOf<C> | WrittenOutput;

export interface Routes {
  /** For people of a session; anybody else is answered 401. */
  signedIn<C extends Contract>(contract: C, handler: (asked: Asked<C> & { readonly caller: Caller }) => Promise<Answer<C>>): void;
  /** For anybody; the handler looks at who they are. */
  open<C extends Contract>(contract: C, handler: (asked: Asked<C> & { readonly who: Recognised }) => Promise<Answer<C>>): void;
  /** A file, for people of a session. */
  signedInFile<C extends Contract>(
    contract: C,
    handler: (asked: Asked<C> & { readonly caller: Caller }) => Promise<FileAnswer>,
  ): void;
  /** A file, for anybody. */
  openFile<C extends Contract>(
    contract: C,
    handler: (asked: Asked<C> & { readonly who: Recognised }) => Promise<FileAnswer>,
  ): void;
}

export function createRoutes(server: FastifyInstance, recognise: Recognise): Routes {
  /** What both kinds of routes have in common: a contract's schemas, and who asks. */
  const route = <C extends Contract>(
    contract: C,
    answerWith: (asked: Asked<C> & { readonly who: Recognised }) => Promise<unknown>,
  ): void => {
    const { method, path: url, summary, params, query: querystring, body, output, creates, bodyBytes, file } = contract;
    const success = file
      ? {}
      : output === undefined
        ? { 204: z.null() }
        : creates
          ? { 200: output, 201: output }
          : { 200: output };
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
        const asked = { params: given, query, body: sent, request, reply } as Asked<C>;
        return answerWith({ ...asked, who: await recognise(request.raw) });
      },
    });
  };
  const open: Routes['open'] = (contract, handler) =>
    route(contract, async (asked) => {
      const { reply } = asked;
      const answer: unknown = await handler(asked);
      reply.header('cache-control', 'no-store');
      if (contract.output === undefined) return reply.code(204).send();
      if (answer instanceof WrittenOutput) {
        const { buffer, byteOffset, byteLength } = answer.bytes;
        return reply
          .code(200)
          .type('application/json; charset=utf-8')
          .send(Buffer.from(buffer, byteOffset, byteLength));
      }
      if (!contract.creates) return reply.code(200).send(answer);
      const made = answer as { created: boolean; output: unknown };
      return reply.code(made.created ? 201 : 200).send(made.output);
    });
  const openFile: Routes['openFile'] = (contract, handler) =>
    route(contract, async (asked) => sendFile(asked, await handler(asked)));
  const known = <C extends Contract>({ who, ...asked }: Asked<C> & { readonly who: Recognised }) => {
    if ('refused' in who) throw new AppError(who.refused);
    return { ...(asked as unknown as Asked<C>), caller: who.caller };
  };
  return {
    open,
    openFile,
    signedIn: (contract, handler) => open(contract, async (asked) => handler(known(asked))),
    signedInFile: (contract, handler) => openFile(contract, async (asked) => handler(known(asked))),
  };
}
