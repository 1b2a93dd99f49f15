// How a failure leaves the server: a code for machines and a sentence in the reader's language. Translated here, once, at the edge.
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '@cocrea/shared/api/problem.ts';
import { AppError, type ErrorCode, type ErrorDetails } from '@cocrea/shared/errors.ts';
import { errors as english } from '@cocrea/shared/i18n/en/errors.ts';
import { errors as spanish } from '@cocrea/shared/i18n/es/errors.ts';
import type { Language } from '@cocrea/shared/i18n/messages.ts';
import { readerLanguage } from './language.ts';

const sentences: Record<Language, Record<ErrorCode, (details: ErrorDetails) => string>> = { es: spanish, en: english };

/** The sentence of a failure. */
function sayProblem({ code, details }: { code: ErrorCode; details: ErrorDetails }, language: Language): string {
  return sentences[language][code](details);
}

export function problemOf({ code, details }: AppError, language: Language): Problem {
  return { error: { code, message: sayProblem({ code, details }, language), details } };
}

export async function sendProblem(request: FastifyRequest, reply: FastifyReply, failure: AppError): Promise<void> {
  const seconds = failure.details['seconds'];
  if (seconds !== undefined) reply.header('retry-after', seconds);
  await reply
    .code(failure.status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(problemOf(failure, readerLanguage(request)));
}

/** Everything a route or fastify itself throws becomes a Problem; a defect is logged and told as `internal`, never raw. */
export function tellProblems(server: FastifyInstance): void {
  server.setErrorHandler(async (error: FastifyError, request, reply) => {
    const failure = failureOf(error, request);
    if (failure.code === 'internal') request.log.error({ err: error }, 'a request failed');
    await sendProblem(request, reply, failure);
  });
}

function failureOf(error: FastifyError, request: FastifyRequest): AppError {
  if (error instanceof AppError) return error;
  if (error.validation) return invalidInput(error, request);
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new AppError('body_too_large', { limit: request.routeOptions.bodyLimit });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new AppError('unsupported_media_type');
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return new AppError('invalid_json');
    default:
      // What fastify or a plugin refuses on the reader's account (a bad escape in a path, a folder among files) has a status of its own.
      if (error.statusCode === 404 || error.statusCode === 403) return new AppError('not_found');
      return error.statusCode === 400 ? new AppError('invalid_field') : new AppError('internal');
  }
}

/** The first thing that is wrong, named; a part of the address that fits no id leads nowhere. */
function invalidInput({ validation, validationContext }: FastifyError, request: FastifyRequest): AppError {
  if (validationContext === 'params') return new AppError('not_found');
  const path = (validation?.[0]?.instancePath ?? '').split('/').filter(Boolean);
  if (validationContext === 'body' && (request.body === undefined || request.body === null)) return new AppError('missing_field');
  let found: unknown = validationContext === 'body' ? request.body : request.query;
  for (const key of path) found = (found as Record<string, unknown> | undefined)?.[key];
  const details = path.length === 0 ? {} : { field: path.join('.') };
  return new AppError(found === undefined && path.length > 0 ? 'missing_field' : 'invalid_field', details);
}
