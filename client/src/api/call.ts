// One call of the API, typed by its contract: what goes in, what comes out, and failures as things that have words. Of the contract only
// the type is here, so that its schemas stay on the server and weigh on no phone.
import type { BodyOf, Contract, OutputOf, ParamsOf, QueryOf } from '@cocrea/shared/api/contract.ts';
import { AppError, type ErrorCode, type ErrorDetails } from '@cocrea/shared/errors.ts';
import { takeEarlyAnswer } from './early-answers.ts';
import { knownFailure } from './known-failure.ts';

/** The server was not reached, or did not answer as itself: no network, a proxy's page, a server that is down. */
export class NetworkFailure extends Error {
  constructor(cause?: unknown) {
    super('the server was not reached', { cause });
    this.name = 'NetworkFailure';
  }
}

/** What the server refused, with the sentence it says it in: the reader's language, and a reason also where the page is older than it. */
export class Refused extends AppError {
  readonly told: string;

  constructor(code: ErrorCode, { told, details = {} }: { told: string; details?: ErrorDetails }) {
    super(code, details);
    this.told = told;
  }
}

type Part<Name extends string, Value> = [Value] extends [undefined] ? unknown : { readonly [Key in Name]: Value };

export type InputOf<C extends Contract> = Part<'params', ParamsOf<C>> & Part<'query', QueryOf<C>> & Part<'body', BodyOf<C>>;

interface LooseInput {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** Method and path as the contract has them: `GET /api/labs/:lab`. */
type AddressOf<C extends Contract> = `${C['method']} ${C['path']}`;

function fill(template: string, { params = {}, query = {} }: LooseInput): string {
  const path = template.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString();
  return search === '' ? path : `${path}?${search}`;
}

/** What a failure this program does not know yet comes to, by the status it came with. */
const unknownFailures: Readonly<Record<number, ErrorCode>> = { 401: 'unauthenticated', 403: 'forbidden', 404: 'not_found' };

/** The failure an answer tells, or null where the answer is not the API's own. */
function failureIn(answer: unknown, status: number): Refused | null {
  const told = (answer as { error?: { code?: unknown; message?: unknown; details?: ErrorDetails } } | null)?.error;
  if (typeof told?.code !== 'string' || typeof told.message !== 'string') return null;
  const code = knownFailure(told.code) ?? unknownFailures[status] ?? 'internal';
  return new Refused(code, { told: told.message, ...(told.details && { details: told.details }) });
}

let language: () => string = () => 'es';

/** In which language failures are told by the server; set once by whoever knows what the reader reads. */
export function tellLanguage(read: () => string): void {
  language = read;
}

/**
 * `call<typeof readLab>('GET /api/labs/:lab', { params: { lab } })`; an address that is not the contract's does not compile. Rejects with
 * `Refused` for what the server refuses and `NetworkFailure` where it was not reached. The answer is the server's own, from the same
 * contract, so it is not parsed again here.
 */
export async function call<C extends Contract = never>(address: AddressOf<C>, input: InputOf<C>): Promise<OutputOf<C>> {
  const [method = '', path = ''] = address.split(' ');
  const loose = input as LooseInput;
  let response: Response;
  let answer: unknown;
  try {
    const where = fill(path, loose);
    const early = method === 'GET' ? takeEarlyAnswer(where) : undefined;
    response = await (early ??
      fetch(where, {
        method,
        headers: {
          accept: 'application/json',
          'accept-language': language(),
          ...(loose.body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(loose.body === undefined ? {} : { body: JSON.stringify(loose.body) }),
        credentials: 'same-origin',
      }));
    if (response.status === 204) return undefined as OutputOf<C>;
    answer = await response.json();
  } catch (cause) {
    throw new NetworkFailure(cause);
  }
  if (response.ok) return answer as OutputOf<C>;
  throw failureIn(answer, response.status) ?? new NetworkFailure(response.status);
}

export interface FileAnswer {
  readonly name: string;
  readonly bytes: Blob;
}

/** As `call`, for contracts whose answer is a file. Rejects with an AbortError where `signal` ends it. */
export async function callFile<C extends Contract = never>(
  address: AddressOf<C>,
  { signal, ...input }: InputOf<C> & { readonly signal: AbortSignal },
): Promise<FileAnswer> {
  const where = fill(address.slice(address.indexOf(' ') + 1), input as LooseInput);
  try {
    const response = await fetch(where, { headers: { 'accept-language': language() }, credentials: 'same-origin', signal });
    if (!response.ok)
      throw failureIn(await response.json().catch(() => null), response.status) ?? new NetworkFailure(response.status);
    const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'cocrea';
    return { name, bytes: await response.blob() };
  } catch (cause) {
    if (cause instanceof Refused || cause instanceof NetworkFailure || signal.aborted) throw cause;
    throw new NetworkFailure(cause);
  }
}
