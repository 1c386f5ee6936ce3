// The one door from the admin page to the hub: typed requests, checked answers, errors people can act on.
import * as z from 'zod';
import { type Problem, problemSchema } from '#shared/protocol/hub-api.ts';

/** What went wrong with a request, with the hub's own words for the person at the desk. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

interface RequestOptions {
  readonly body?: unknown;
  readonly form?: FormData;
  /** Sent as they are. */
  readonly bytes?: Blob;
  readonly signal?: AbortSignal;
}

let csrfToken = '';
let language = 'zh-CN';
let whenSignedOut: () => void = () => {};

/** Set after sign-in; goes along with every changing request. */
export function rememberCsrfToken(token: string): void {
  csrfToken = token;
}

/** The language the hub words its problems in. */
export function askInLanguage(next: string): void {
  language = next;
}

/** Called when the hub says that the session has ended. */
export function onSignedOut(listener: () => void): void {
  whenSignedOut = listener;
}

const offline: Problem = { type: 'about:blank', title: '', status: 0, code: 'hub-unreachable' };

async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const parsed = problemSchema.safeParse(body);
  return parsed.success
    ? parsed.data
    : { type: 'about:blank', title: '', status: response.status, code: 'internal' };
}

async function send(method: Method, path: string, options: RequestOptions): Promise<Response> {
  const headers = new Headers({ accept: 'application/json', 'accept-language': language });
  if (method !== 'GET') headers.set('x-csrf-token', csrfToken);
  if (options.body !== undefined) headers.set('content-type', 'application/json');
  if (options.bytes !== undefined) headers.set('content-type', 'application/octet-stream');
  const json = options.body === undefined ? null : JSON.stringify(options.body);
  const body = options.form ?? options.bytes ?? json;
  const init: RequestInit = { method, headers, body, credentials: 'same-origin' };
  if (options.signal) init.signal = options.signal;
  try {
    return await fetch(`/api${path}`, init);
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new RequestError(offline);
  }
}

/**
 * Asks the hub and checks the answer against its schema.
 * Throws RequestError with the hub's problem; code `hub-unreachable` when there was no answer at all.
 */
export async function request<S extends z.ZodType>(
  method: Method,
  path: string,
  answer: S,
  options: RequestOptions = {},
): Promise<z.infer<S>> {
  const response = await send(method, path, options);
  if (response.ok) return answer.parse(response.status === 204 ? null : await response.json());
  if (response.status === 401 && path !== '/session') whenSignedOut();
  throw new RequestError(await problemOf(response));
}

/** Asks for a file that an address alone must not give; throws as `request` does. */
export async function requestFile(method: Method, path: string, options: RequestOptions): Promise<Blob> {
  const response = await send(method, path, options);
  if (response.ok) return response.blob();
  if (response.status === 401) whenSignedOut();
  throw new RequestError(await problemOf(response));
}

/** For answers that carry nothing. */
export const nothing = z.unknown();
