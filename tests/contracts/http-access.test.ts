// Who may call what: every route of the table is tried without a session, without CSRF token, with too small a role.
import { afterAll, describe, expect, it } from 'vitest';
import type { Route } from '#hub/http/route.ts';
import { apiRoutes } from '#hub/http/routes/index.ts';
import { type Act, rolesOfAct } from '#shared/accounts/acts.ts';
import { type Role, roles } from '#shared/accounts/roles.ts';
import { problemSchema } from '#shared/protocol/hub-api.ts';
import {
  csrfToken,
  fakeHub,
  goodToken,
  json,
  signedIn,
  tokenOfRole,
} from '../unit/hub-http/fake-services.ts';

const fake = fakeHub();
afterAll(() => fake.remove());
const routes = apiRoutes(fake.services);
const pathOf = (route: Route) => route.path.replace(/:\w+/g, 'x1');
const named = (some: readonly Route[]) =>
  some.map((route) => [`${route.method.toUpperCase()} ${route.path}`, route] as const);
const ask = (route: Route, headers: Record<string, string> = {}) =>
  fake.hub.app.request(pathOf(route), { method: route.method.toUpperCase(), headers });

async function codeOf(response: Response): Promise<string> {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  return problemSchema.parse(await response.json()).code;
}

type StaffRoute = Route & { readonly access: Act };
const guarded = routes.filter(
  (route): route is StaffRoute => route.access !== 'public' && route.access !== 'terminal',
);

describe('the staff API › when nobody is signed in', () => {
  it.each(named(guarded))('%s › it answers 401 as a problem', async (_name, route) => {
    const response = await ask(route);
    expect(response.status).toBe(401);
    expect(await codeOf(response)).toBe('http.not-signed-in');
  });

  it.each(named(guarded))('%s › it refuses a session that was revoked', async (_name, route) => {
    const response = await ask(route, signedIn('token-of-a-session-revoked-01'));
    expect(response.status).toBe(401);
  });
});

describe('the staff API › when a changing request has no valid CSRF token', () => {
  const changing = guarded.filter(({ method }) => method !== 'get');
  it.each(named(changing))('%s › it answers 403 and changes nothing', async (_name, route) => {
    for (const token of [null, '', `${csrfToken}x`, csrfToken.replace('0', '1')]) {
      const response = await ask(route, signedIn(goodToken, token));
      expect(response.status).toBe(403);
      expect(await codeOf(response)).toBe('http.bad-csrf-token');
    }
    expect(fake.audit).toEqual([]);
  });
});

describe('the staff API › when somebody with one role asks', () => {
  const matrix = guarded.flatMap((route) =>
    roles.map((role) => [role, `${route.method.toUpperCase()} ${route.path}`, route] as const),
  );
  it.each(matrix)(
    '%s › %s › it passes the gate exactly when the table of acts says so',
    async (role, _, route) => {
      const response = await ask(route, signedIn(tokenOfRole(role)));
      const isRefused = response.status === 403 && (await codeOf(response)) === 'http.not-permitted';
      expect(isRefused).toBe(!(rolesOfAct[route.access] as readonly Role[]).includes(role));
    },
  );

  it('nobody holds no role › every route refuses', async () => {
    for (const route of guarded) {
      expect((await ask(route, signedIn(tokenOfRole('nobody')))).status).toBe(403);
    }
  });
});

describe('every route › when its method is not among those it has', () => {
  it.each(named(routes))('%s › it answers 405 and names them', async (_name, route) => {
    const response = await fake.hub.app.request(pathOf(route), { method: 'PATCH' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toContain(route.method.toUpperCase());
    expect(await codeOf(response)).toBe('http.method-not-allowed');
  });
});

describe('every route that takes JSON › when the body is wrong', () => {
  // Where a token must be shown, nothing is read before it is: tests/contracts/http-push.test.ts.
  const taking = routes.filter(({ body, bearer }) => body !== null && bearer === undefined);
  const bodies = [
    ['broken JSON', '{"a":', 400],
    ['an array', '[]', 400],
    ['null', 'null', 400],
    ['bytes that are no UTF-8', new Uint8Array([0x7b, 0xff, 0xfe]), 400],
  ] as const;
  it.each(named(taking))('%s › it refuses each with a problem', async (_name, route) => {
    for (const [, body, status] of bodies) {
      const headers = { ...signedIn(), 'content-type': 'application/json' };
      const response = await fake.hub.app.request(pathOf(route), {
        method: route.method.toUpperCase(),
        headers,
        body,
      });
      expect([status, 401]).toContain(response.status);
      await codeOf(response);
    }
  });

  it.each(named(taking))(
    '%s › it refuses form data, which a foreign page could send',
    async (_name, route) => {
      const headers = { ...signedIn(), 'content-type': 'text/plain' };
      const init = { method: route.method.toUpperCase(), headers, body: '{}' };
      const response = await fake.hub.app.request(pathOf(route), init);
      expect(response.status).toBe(415);
    },
  );

  it.each(named(taking))('%s › it stops reading past its bound', async (_name, route) => {
    const limit = route.maxBodyBytes ?? 64 * 1024;
    const chunk = new Uint8Array(64 * 1024).fill(0x20);
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += chunk.byteLength;
        if (sent > limit + 1_000_000) controller.error(new Error('read too far'));
        else controller.enqueue(chunk);
      },
    });
    const headers = { ...signedIn(), 'content-type': 'application/json' };
    const init = { method: route.method.toUpperCase(), headers, body, duplex: 'half' };
    const response = await fake.hub.app.request(pathOf(route), init as RequestInit);
    expect(response.status).toBe(413);
    expect(await codeOf(response)).toBe('http.too-large');
  });
});

describe('signing in › when the name is unknown or the password wrong', () => {
  it('it gives the same answer for both', async () => {
    const own = fakeHub();
    const tries = [
      { name: 'admin', password: 'wrong' },
      { name: 'nobody', password: 'wrong' },
    ];
    const answers = await Promise.all(
      tries.map(async (attempt) => {
        const response = await own.hub.app.request('/api/session', json('POST', attempt));
        return [response.status, await response.text(), response.headers.get('set-cookie')];
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.[0]).toBe(401);
    own.remove();
  });

  it('it locks out with 429 and Retry-After', async () => {
    const own = fakeHub();
    const attempt = json('POST', { name: 'admin', password: 'wrong' });
    for (let count = 0; count < 5; count += 1) await own.hub.app.request('/api/session', attempt);
    const response = await own.hub.app.request('/api/session', attempt);
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('60');
    own.remove();
  });

  it('it bounds attempts from one address and lets them through again later', async () => {
    const own = fakeHub();
    const bad = json('POST', { name: 'x', password: 'y' });
    const codes = [];
    for (let count = 0; count < 62; count += 1)
      codes.push((await own.hub.app.request('/api/session', bad)).status);
    expect(codes.at(-1)).toBe(429);
    own.state.nowMs += 5000;
    const good = json('POST', { name: 'admin', password: 'correct horse' });
    expect((await own.hub.app.request('/api/session', good)).status).toBe(429); // still locked by the account
    own.remove();
  });
});

describe('the session cookie', () => {
  const good = json('POST', { name: 'admin', password: 'correct horse' });

  it('over http › it is HttpOnly, SameSite=Strict and bound to the API', async () => {
    const response = await fake.hub.app.request('/api/session', good);
    expect(response.status).toBe(200);
    const cookie = response.headers.get('set-cookie');
    expect(cookie).toBe(`mingchuang=${goodToken}; Max-Age=28800; HttpOnly; SameSite=Strict; Path=/api`);
    expect(response.headers.get('strict-transport-security')).toBeNull();
  });

  it('when the public address is https › it is Secure with the __Host- prefix, and HSTS is sent', async () => {
    const own = fakeHub({ publicUrl: 'https://open.example.org' });
    const response = await own.hub.app.request('https://open.example.org/api/session', good);
    const cookie = response.headers.get('set-cookie');
    expect(cookie).toMatch(/^__Host-mingchuang=.*HttpOnly; SameSite=Strict; Path=\/; Secure$/);
    expect(response.headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
    own.remove();
  });

  it('when signing out › it is cleared and the session is over', async () => {
    const own = fakeHub();
    const response = await own.hub.app.request('/api/session', { method: 'DELETE', headers: signedIn() });
    expect(response.status).toBe(204);
    expect(response.headers.get('set-cookie')).toMatch(/^mingchuang=; Max-Age=0/);
    expect((await own.hub.app.request('/api/session', { headers: signedIn() })).status).toBe(401);
    own.remove();
  });
});

describe('a changing request › when another site started it', () => {
  const body = json('POST', { name: 'admin', password: 'correct horse' });
  const withHeaders = (headers: Record<string, string>) => ({
    ...body,
    headers: { 'content-type': 'application/json', host: 'localhost:8080', ...headers },
  });

  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'http://evil.example' },
    { origin: 'null' },
  ])('%o › it is refused', async (headers) => {
    const response = await fake.hub.app.request('/api/session', withHeaders(headers));
    expect(response.status).toBe(403);
    expect(await codeOf(response)).toBe('http.cross-site');
  });

  it('from the hub’s own page › it passes', async () => {
    const own = { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:8080' };
    expect((await fake.hub.app.request('/api/session', withHeaders(own))).status).toBe(200);
  });
});

describe('the API › when the Host header names another site', () => {
  it.each(['evil.example', 'evil.example:8080', 'localhost.evil.example', 'a b', ''])(
    '%j › it answers 421',
    async (host) => {
      const response = await fake.hub.app.request('/api/health', { headers: { host } });
      expect(response.status).toBe(421);
    },
  );

  it.each([
    'localhost:8080',
    '127.0.0.1',
    '192.168.1.4:8080',
    '[::1]:8080',
    'hub',
    'hub.lan:80',
    'kiosk.local',
  ])('%j › it is the hub', async (host) => {
    expect((await fake.hub.app.request('/api/health', { headers: { host } })).status).toBe(200);
  });
});
