// Accounts over HTTP: the second step at the door, links, the way through an identity provider, and the narrow gate.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHub } from '#hub/http/create-hub.ts';
import { problemSchema } from '#shared/protocol/hub-api.ts';
import { staffPassword } from '#tests/support/accounts.ts';
import { codeAt } from '#tests/support/authenticator.ts';
import { type LocalIssuer, startLocalIssuer } from '#tests/support/local-issuer.ts';
import { type AccountWorld, openAccountWorld } from '../unit/accounts/account-world.ts';
import { type FakeHub, fakeHub } from '../unit/hub-http/fake-services.ts';

let world: AccountWorld;
let fake: FakeHub;
let app: FakeHub['hub']['app'];
beforeEach(async () => {
  world = await openAccountWorld();
  fake = fakeHub();
  const { accounts, secondFactor, invitations, staff, singleSignOn } = world;
  const real = { accounts, secondFactor, invitations, staff, singleSignOn };
  app = createHub({ ...fake.services, ...real, now: world.temp.desk.now }, () => () => undefined).app;
});
afterEach(async () => {
  fake.remove();
  await world.temp.close();
});

/** A browser that keeps cookies and the token for changes. */
class Visitor {
  cookies = new Map<string, string>();
  csrf = '';

  async ask(method: string, path: string, body?: unknown): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, 'x-csrf-token': this.csrf, 'content-type': 'application/json' };
    const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const response = await app.request(path, init);
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      this.cookies.set(name, value);
    }
    return response;
  }

  async signIn(name: string, code?: string): Promise<Response> {
    const response = await this.ask('POST', '/api/session', { name, password: staffPassword, code });
    if (response.ok) this.csrf = ((await response.clone().json()) as { csrfToken: string }).csrfToken;
    return response;
  }
}

const codeOf = async (response: Response) => problemSchema.parse(await response.json()).code;

describe('the second step at the door', () => {
  it('when the password is right but not enough › no cookie is set until the code is', async () => {
    const lin = await world.add('lin', ['contributor']);
    const { secret } = await world.secondFactor.begin(lin, staffPassword);
    await world.secondFactor.confirm(lin, codeAt(secret, world.temp.desk.now()), '');
    const visitor = new Visitor();
    const first = await visitor.signIn('lin');
    expect(first.status).toBe(401);
    expect(await codeOf(first)).toBe('accounts.code-needed');
    expect(visitor.cookies.size).toBe(0);
    world.temp.tick(30_000);
    expect((await visitor.signIn('lin', codeAt(secret, world.temp.desk.now()))).status).toBe(200);
    expect(visitor.cookies.size).toBe(1);
  });

  it('when a role demands what the account lacks › only the own account is open', async () => {
    await world.add('lin', ['administrator']);
    await world.staff.saveSettings({ secondFactorRoles: ['administrator'], singleSignOn: null }, world.admin);
    const visitor = new Visitor();
    expect(await (await visitor.signIn('lin')).json()).toMatchObject({ needsSecondFactor: true });
    for (const path of ['/api/accounts', '/api/records', '/api/venue', '/api/audit']) {
      expect(await codeOf(await visitor.ask('GET', path))).toBe('accounts.second-factor-required');
    }
    const begun = await visitor.ask('POST', '/api/account/second-factor', { password: staffPassword });
    const { secret } = (await begun.json()) as { secret: string };
    const code = codeAt(secret, world.temp.desk.now());
    const confirmed = await visitor.ask('POST', '/api/account/second-factor/confirm', { code });
    expect(((await confirmed.json()) as { codes: string[] }).codes).toHaveLength(10);
    expect((await visitor.ask('GET', '/api/accounts')).status).toBe(200);
  });
});

describe('a link', () => {
  it('when it is made, looked at and used › it opens a session with no more than its roles', async () => {
    const admin = new Visitor();
    await admin.signIn('admin');
    const person = { name: 'lin', displayName: '林晓', roles: ['contributor'], agencyId: null };
    const made = await admin.ask('POST', '/api/accounts', person);
    expect(made.status).toBe(201);
    const { token } = (await made.json()) as { token: string };
    const visitor = new Visitor();
    expect(await (await visitor.ask('POST', '/api/invitations/look', { token })).json()).toMatchObject({
      name: 'lin',
    });
    const used = await visitor.ask('POST', '/api/invitations/accept', { token, password: 'window-ink-2031' });
    expect(await used.json()).toMatchObject({ session: { account: { roles: ['contributor'] } } });
    expect((await visitor.ask('GET', '/api/session')).status).toBe(200);
    expect(await codeOf(await visitor.ask('GET', '/api/accounts'))).toBe('http.not-permitted');
    const again = await visitor.ask('POST', '/api/invitations/look', { token });
    expect(again.status).toBe(404);
  });
});

describe('single sign-on', () => {
  let issuer: LocalIssuer;
  beforeEach(async () => {
    issuer = await startLocalIssuer('hall', world.temp.desk.now());
    const provider = { isOn: true, issuer: issuer.url, clientId: 'hall', claim: 'preferred_username' };
    const singleSignOn = { ...provider, label: '统一身份登录' };
    const clientSecret = issuer.state.clientSecret;
    await world.staff.saveSettings({ secondFactorRoles: [], singleSignOn, clientSecret }, world.admin);
  });
  afterEach(() => issuer.close());

  it('when the browser walks there and back › it holds a session and stands at the desk', async () => {
    await world.add('lin', ['contributor']);
    const visitor = new Visitor();
    expect(await (await visitor.ask('GET', '/api/session/options')).json()).toEqual({
      singleSignOn: { label: '统一身份登录' },
    });
    const gone = await visitor.ask('GET', '/api/single-sign-on');
    expect(gone.status).toBe(302);
    expect(gone.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax; Path=\/api\/single-sign-on/);
    const address = gone.headers.get('location') ?? '';
    expect(new URL(address).searchParams.get('redirect_uri')).toBe(
      'http://localhost/api/single-sign-on/return',
    );
    const back = new URLSearchParams({ ...issuer.signPersonIn(address) });
    const returned = await visitor.ask('GET', `/api/single-sign-on/return?${back}&session_state=x`);
    expect(returned.headers.get('location')).toBe('/admin/');
    expect(await (await visitor.ask('GET', '/api/session')).json()).toMatchObject({
      account: { name: 'lin' },
    });
  });

  it('when something is wrong › the browser is led to the door with a code and no session', async () => {
    const visitor = new Visitor();
    const gone = await visitor.ask('GET', '/api/single-sign-on');
    const back = new URLSearchParams({ ...issuer.signPersonIn(gone.headers.get('location') ?? '') });
    const stranger = await new Visitor().ask('GET', `/api/single-sign-on/return?${back}`);
    expect(stranger.headers.get('location')).toBe('/admin/?problem=accounts.sso-refused');
    const denied = await visitor.ask('GET', '/api/single-sign-on/return?error=access_denied&state=x');
    expect(denied.headers.get('location')).toBe('/admin/?problem=accounts.sso-refused');
    expect((await visitor.ask('GET', '/api/session')).status).toBe(401);
    await issuer.close();
    world.temp.tick(11 * 60_000);
    const lost = await visitor.ask('GET', '/api/single-sign-on');
    expect(lost.headers.get('location')).toBe('/admin/?problem=accounts.sso-unreachable');
    expect(fake.logged.join('\n')).toContain('accounts.sso-refused');
  });
});
