// Turns whatever was thrown into an answer of RFC 9457 form that says nothing about the hub's inside.
import {
  AppError,
  type ErrorCode,
  type ErrorDetails,
  type Language,
  toAppError,
} from '#shared/errors/app-error.ts';
import { describeError, statusOf } from '#shared/errors/describe-error.ts';
import type { Problem } from '#shared/protocol/hub-api.ts';

/** A problem as data, for answers and for jobs that failed. */
export function describeProblem(thrown: unknown, language: Language): Problem {
  const error = toAppError(thrown);
  const base = {
    type: `urn:mingchuang:problem:${error.code}`,
    title: describeError(error.code, error.details, language),
    status: statusOf(error.code),
    code: error.code,
  };
  return Object.keys(error.details).length === 0 ? base : { ...base, details: { ...error.details } };
}

/** The same as an HTTP response; `retryAfterSeconds` among the details becomes a Retry-After header. */
export function problemResponse(
  thrown: unknown,
  language: Language,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const problem = describeProblem(thrown, language);
  const response = new Response(JSON.stringify(problem), { status: problem.status, headers: { ...headers } });
  response.headers.set('content-type', 'application/problem+json; charset=utf-8');
  response.headers.set('content-language', language);
  response.headers.set('cache-control', 'no-store');
  const retryAfter = problem.details?.retryAfterSeconds;
  if (typeof retryAfter === 'number') response.headers.set('retry-after', String(Math.ceil(retryAfter)));
  return response;
}

/** Shorthand for refusing a request. */
export function refuse(code: ErrorCode, details: ErrorDetails = {}): never {
  throw new AppError(code, details);
}
