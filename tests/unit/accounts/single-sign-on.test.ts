// Single sign-on against an issuer on this machine: who gets in, who does not, and what a bad issuer can do.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SingleSignOn } from '#shared/protocol/accounts-api.ts';
import { type LocalIssuer, makeSigningKey, startLocalIssuer } from '#tests/support/local-issuer.ts';
import { type AccountWorld, client, openAccountWorld } from './account-world.ts';

const redirectUri = 'http://localhost:8080/api/single-sign-on/return';
const minuteMs = 60_000;

let world: AccountWorld;
let issuer: LocalIssuer;
let untouched: LocalIssuer['state'];
beforeAll(async () => {
  issuer = await startLocalIssuer('hall', 0);
  untouched = { ...issuer.state };
});
afterAll(() => issuer.close());
beforeEach(async () => {
  world = await openAccountWorld();
  await world.add('lin', ['contributor']);
  Object.assign(issuer.state, { ...untouched, nowMs: world.temp.desk.now() });
  await save({});
});
afterEach(() => world.temp.close());

function save(part: Partial<SingleSignOn>, clientSecret: string | null = 'the:secret+of client') {
  const provider = { isOn: true, claim: 'preferred_username', label: '统一身份登录', clientId: 'hall' };
  const singleSignOn = { ...provider, issuer: issuer.url, ...part };
  return world.staff.saveSettings({ secondFactorRoles: [], singleSignOn, clientSecret }, world.admin);
}

async function walk() {
  const { url, browser } = await world.singleSignOn.start({ redirectUri });
  return { ...issuer.signPersonIn(url), browser, url, issuer: null };
}
const finish = (back: Awaited<ReturnType<typeof walk>>, part: object = {}) =>
  world.singleSignOn.finish({ ...client, ...back, ...part });

describe('signing in', () => {
  it('when the issuer confirms a name that has an account › it opens a session of that account', async () => {
    const { token, session } = await finish(await walk());
    expect(session.account.name).toBe('lin');
    expect(await world.accounts.sessionOf(token)).toEqual(session);
    expect((await world.staff.sessions(world.admin))[0]).toMatchObject({ via: 'single-sign-on' });
    expect((await world.trail()).at(-1)).toMatchObject({ action: 'session.open', who: 'lin' });
  });

  it.each([
    ['an elliptic key signs', { alg: 'ES256' as const }],
    ['the secret goes in the form', { authMethods: ['client_secret_post'] }],
    ['the client has no secret', { clientSecret: null }],
  ])('when %s › it works as well', async (_what, { alg, ...part }: { alg?: 'ES256' } & object) => {
    const key = alg === undefined ? untouched.signing : await makeSigningKey(alg, 'k2');
    Object.assign(issuer.state, { signing: key, published: [key], ...part });
    await save({}, issuer.state.clientSecret);
    world.temp.tick(11 * minuteMs);
    issuer.state.nowMs = world.temp.desk.now();
    expect((await finish(await walk())).session.account.name).toBe('lin');
  });

  it('when the issuer has changed its keys since › they are asked for again, once', async () => {
    await finish(await walk());
    const next = await makeSigningKey('RS256', 'k9');
    Object.assign(issuer.state, { signing: next, published: [next] });
    const before = issuer.asked.filter((line) => line === 'GET /keys').length;
    await finish(await walk());
    expect(issuer.asked.filter((line) => line === 'GET /keys').length).toBe(before + 1);
  });

  it('when a role demands a second factor › the provider has seen to it', async () => {
    const { singleSignOn } = await world.staff.settings(world.admin);
    await world.staff.saveSettings({ secondFactorRoles: ['contributor'], singleSignOn }, world.admin);
    const { token } = await finish(await walk());
    expect((await world.accounts.sessionOf(token))?.needsSecondFactor).toBe(false);
  });

  it('the address › it asks for a code, with state, nonce and a challenge, and tells no secret', async () => {
    const { url } = await world.singleSignOn.start({ redirectUri });
    const query = new URL(url).searchParams;
    expect(Object.fromEntries(query)).toMatchObject({
      response_type: 'code',
      client_id: 'hall',
      redirect_uri: redirectUri,
      code_challenge_method: 'S256',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(query.get(name)).toMatch(/^[\w-]{43}$/);
    expect(url).not.toContain('secret');
  });
});

describe('who does not get in', () => {
  it.each([
    ['a name without an account', { preferred_username: 'stranger' }],
    ['no name at all', { preferred_username: undefined }],
    ['a name that is no text', { preferred_username: ['lin'] }],
  ])('%s › it is refused, on record, and no account is made', async (_what, claims) => {
    issuer.state.claims = claims;
    const before = (await world.staff.list(world.admin)).length;
    await expect(finish(await walk())).rejects.toMatchObject({ code: 'accounts.sso-no-account' });
    expect(await world.staff.list(world.admin)).toHaveLength(before);
    expect((await world.trail()).at(-1)).toMatchObject({ action: 'session.refuse' });
  });

  it('a disabled account › it is refused', async () => {
    const lin = (await world.staff.list(world.admin)).find(({ name }) => name === 'lin');
    await world.staff.disable(lin?.id ?? '', world.admin);
    await expect(finish(await walk())).rejects.toThrow(/sso-no-account/);
  });

  it('an address nobody verified › it is refused; verified it counts', async () => {
    await world.add('lin@example.cn', ['contributor']);
    await save({ claim: 'email' });
    for (const verified of [undefined, false, 'true']) {
      issuer.state.claims = { email: 'lin@example.cn', email_verified: verified };
      await expect(finish(await walk())).rejects.toThrow(/sso-no-account/);
    }
    issuer.state.claims = { email: 'lin@example.cn', email_verified: true };
    expect((await finish(await walk())).session.account.name).toBe('lin@example.cn');
  });

  it.each([
    ['another browser comes back', { browser: 'somebody-else-0000000000000000000' }],
    ['the state is unknown', { state: 'x'.repeat(43) }],
    ['another issuer says it was asked', { issuer: 'https://other.example' }],
  ])('when %s › it is refused', async (_what, part) => {
    await expect(finish(await walk(), part)).rejects.toMatchObject({ code: 'accounts.sso-refused' });
  });

  it('when the same answer comes twice, or too late › it is refused', async () => {
    const back = await walk();
    await finish(back);
    await expect(finish(back)).rejects.toThrow(/sso-refused/);
    const late = await walk();
    world.temp.tick(10 * minuteMs);
    await expect(finish(late)).rejects.toThrow(/sso-refused/);
  });

  it.each([
    ['for another attempt', { nonce: 'other' }],
    ['for another client', { aud: 'other' }],
    ['expired', { exp: 1 }],
    ['of another issuer', { iss: 'https://other.example' }],
  ])('when the token is %s › it is refused', async (_what, claims) => {
    issuer.state.claims = { preferred_username: 'lin', ...claims };
    await expect(finish(await walk())).rejects.toMatchObject({ code: 'accounts.sso-refused' });
  });

  it('when it is turned off › there is no button and no way', async () => {
    expect(await world.singleSignOn.label()).toBe('统一身份登录');
    const back = await walk();
    await save({ isOn: false });
    expect(await world.singleSignOn.label()).toBeNull();
    await expect(world.singleSignOn.start({ redirectUri })).rejects.toThrow(/sso-off/);
    await expect(finish(back)).rejects.toThrow(/sso-off/);
  });
});

describe('a bad issuer', () => {
  const unreachable = { code: 'accounts.sso-unreachable' };
  const asking = () => world.singleSignOn.tryIssuer(issuer.url);

  it('when all is well › it tells the page it signs people in at', async () => {
    expect(await asking()).toBe(`${issuer.url}/authorize`);
  });

  it.each<[string, LocalIssuer['state']['instead']]>([
    [
      'answers without end',
      (_request, response) => {
        const pour = () => {
          while (response.writable && response.write('x'.repeat(64 * 1024)));
          response.once('drain', pour);
        };
        pour();
        return true;
      },
    ],
    [
      'leads elsewhere',
      (_request, response) => {
        response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
        return true;
      },
    ],
    ['answers no JSON', (_request, response) => Boolean(response.end('<html>'))],
    ['answers a list', (_request, response) => Boolean(response.end('[]'))],
    ['answers an error', (_request, response) => Boolean(response.writeHead(500).end('{}'))],
    [
      'calls itself another',
      (_request, response) => {
        const addresses = ['authorization_endpoint', 'token_endpoint', 'jwks_uri'];
        const body = Object.fromEntries(addresses.map((name) => [name, `${issuer.url}/x`]));
        response.end(JSON.stringify({ ...body, issuer: 'https://other.example' }));
        return true;
      },
    ],
    [
      'names an address that is not safe',
      (_request, response) => {
        const body = { issuer: issuer.url, authorization_endpoint: 'javascript:alert(1)' };
        response.end(JSON.stringify(body));
        return true;
      },
    ],
  ])('when it %s › signing in fails in words, and nothing else does', async (_what, instead) => {
    issuer.state.instead = instead;
    await expect(asking()).rejects.toMatchObject(unreachable);
  });

  it('when the token endpoint refuses the code › the person is told, and no session opens', async () => {
    const back = await walk();
    issuer.state.clientSecret = 'changed meanwhile';
    await expect(finish(back)).rejects.toMatchObject(unreachable);
    expect(await world.staff.sessions(world.admin)).toEqual([]);
  });

  it('when nothing listens there, or the address is plain http › it is unreachable', async () => {
    await expect(world.singleSignOn.tryIssuer('http://127.0.0.1:1')).rejects.toMatchObject(unreachable);
    await expect(world.singleSignOn.tryIssuer('http://192.0.2.7')).rejects.toMatchObject(unreachable);
  });
});

describe('the client secret', () => {
  it('when saved › it is nowhere readable, stays when left out, and goes with the provider', async () => {
    const rows = await world.temp.desk.db.selectFrom('account_settings').selectAll().execute();
    expect(JSON.stringify([rows, await world.trail()])).not.toContain('the:secret');
    const settings = await world.staff.settings(world.admin);
    expect(JSON.stringify(settings)).not.toContain('the:secret');
    const { hasClientSecret: _has, ...kept } = settings;
    expect((await world.staff.saveSettings(kept, world.admin)).hasClientSecret).toBe(true);
    const none = { secondFactorRoles: [], singleSignOn: null };
    expect((await world.staff.saveSettings(none, world.admin)).hasClientSecret).toBe(false);
  });
});
