// Puts the route table on the app: session, CSRF and role gates, checked input, bounded bodies, typed answers.
import { timingSafeEqual } from 'node:crypto';
import type { Context, Hono } from 'hono';
import type * as z from 'zod';
import { isPermitted } from '#shared/accounts/acts.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { HubEnv } from './hub-env.ts';
import type { ActiveSession } from './hub-services.ts';
import { problemResponse, refuse } from './problem.ts';
import { readJson } from './read-body.ts';
import type { Call, HubRuntime, Route, StaffCall } from './route.ts';

const defaultMaxBodyBytes = 64 * 1024;

/** Registers every route of the table. */
export function mountRoutes(app: Hono<HubEnv>, routes: readonly Route[], runtime: HubRuntime): void {
  for (const route of routes) {
    app.on(route.method.toUpperCase(), route.path, (c) => answerCall(c, route, runtime));
  }
  for (const path of new Set(routes.map((route) => route.path))) {
    const methods = routes.filter((route) => route.path === path).map(({ method }) => method.toUpperCase());
    app.all(path, (c) => refuseMethod(c, methods));
  }
}

/** 405 names what the address does accept (RFC 9110 §15.5.6). */
function refuseMethod(c: Context<HubEnv>, methods: readonly string[]): Response {
  const error = new AppError('http.method-not-allowed', { method: c.req.method.slice(0, 20) });
  return problemResponse(error, c.get('language'), { allow: methods.join(', ') });
}

async function answerCall(c: Context<HubEnv>, route: Route, runtime: HubRuntime): Promise<Response> {
  const call = await admit(c, route, runtime);
  await route.admit?.(call);
  const body =
    route.body === null ? undefined : check(route.body, await readJson(call.request, maxBytes(route)));
  const query = route.query === null ? undefined : check(route.query, c.req.query());
  const answer = await route.handle(call, { body, query });
  return toResponse(answer, route, call.headers);
}

const maxBytes = (route: Route) => route.maxBodyBytes ?? defaultMaxBodyBytes;

/** Who may pass: see `Access`. A session alone is not enough for a change: the CSRF token must come with it. */
async function admit(c: Context<HubEnv>, route: Route, runtime: HubRuntime): Promise<Call | StaffCall> {
  const call: Call = {
    ...runtime,
    request: c.req.raw,
    language: c.get('language'),
    address: c.get('address'),
    params: c.req.param() as Record<string, string>,
    headers: new Headers(),
  };
  if (route.access === 'public' || route.access === 'terminal') return call;
  const token = runtime.cookie.read(c.req.header('cookie'));
  const session = token === null ? null : await runtime.services.accounts.sessionOf(token);
  if (session === null) refuse('http.not-signed-in');
  if (route.method !== 'get') requireCsrfToken(session, c.req.header('x-csrf-token'));
  const { id: accountId, name, roles, agencyId } = session.account;
  if (!isPermitted(roles, route.access)) refuse('http.not-permitted');
  if (session.needsSecondFactor && route.access !== 'account.own') refuse('accounts.second-factor-required');
  return { ...call, session, actor: { accountId, name, roles, agencyId } };
}

function requireCsrfToken(session: ActiveSession, presented: string | undefined): void {
  const expected = Buffer.from(session.csrfToken);
  const actual = Buffer.from(presented ?? '');
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) refuse('http.bad-csrf-token');
}

/** Parses input; the reason names the first wrong field, never the value. */
function check(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.map(String).join('.') ?? '';
  refuse('bad-request', { reason: field === '' ? 'JSON' : field.slice(0, 200) });
}

/** Answers are parsed too, so that nothing beyond the agreed fields leaves the hub. */
function toResponse(answer: unknown, route: Route, headers: Headers): Response {
  if (answer instanceof Response) {
    for (const [name, value] of headers) answer.headers.append(name, value);
    return answer;
  }
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  if (route.answer === null) return new Response(null, { status: 204, headers });
  headers.set('content-type', 'application/json; charset=utf-8');
  return new Response(JSON.stringify(route.answer.parse(answer)), { status: route.status ?? 200, headers });
}
