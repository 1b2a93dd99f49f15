// The shape of one endpoint of the API: path, input, output. The server builds routes and OpenAPI from it, the client its calls.
import type * as z from 'zod/mini';

type Schema = z.ZodMiniType;

export interface Contract<
  Params extends Schema | undefined = Schema | undefined,
  Query extends Schema | undefined = Schema | undefined,
  Body extends Schema | undefined = Schema | undefined,
  Output extends Schema | undefined = Schema | undefined,
  Creates extends true | undefined = true | undefined,
> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** With `:name` for each of `params`. */
  readonly path: `/api/${string}`;
  /** One sentence for the reader of the OpenAPI page. */
  readonly summary: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** The answer of a success; absent where it is 204 without content. */
  readonly output?: Output;
  /** Largest body in bytes, where it may be larger than the server's setting for others. */
  readonly bodyBytes?: number;
  /** The answer is a file to keep, not JSON: its name and type are in the headers. */
  readonly file?: true;
  /** 201 where something may be created (200 for the same id again), otherwise 200 or 204. */
  readonly creates?: Creates;
}

/** Types the contract without widening its path or method. */
/* @__NO_SIDE_EFFECTS__ */
export function contract<
  const Path extends `/api/${string}`,
  const Method extends Contract['method'],
  Params extends Schema | undefined = undefined,
  Query extends Schema | undefined = undefined,
  Body extends Schema | undefined = undefined,
  Output extends Schema | undefined = undefined,
  Creates extends true | undefined = undefined,
>(
  definition: Contract<Params, Query, Body, Output, Creates> & { path: Path; method: Method },
): Contract<Params, Query, Body, Output, Creates> & { path: Path; method: Method } {
  return definition;
}

/** What a part of a contract reads as; undefined where the contract has no such part (an absent optional reads as undefined). */
type Read<Part> = [NonNullable<Part>] extends [never]
  ? undefined
  : NonNullable<Part> extends Schema
    ? z.infer<NonNullable<Part>>
    : undefined;

export type ParamsOf<C extends Contract> = Read<C['params']>;
export type QueryOf<C extends Contract> = Read<C['query']>;
export type BodyOf<C extends Contract> = Read<C['body']>;
export type OutputOf<C extends Contract> = Read<C['output']>;
