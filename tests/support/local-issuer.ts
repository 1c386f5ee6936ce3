// A small identity provider on this machine: it answers as OpenID Connect asks, or wrongly where a test wants that.
import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Algorithm = 'RS256' | 'ES256';
type Json = Record<string, unknown>;

const parameters = {
  RS256: {
    make: {
      name: 'RSASSA-PKCS1-v1_5',
      hash: 'SHA-256',
      modulusLength: 2048,
      publicExponent: new Uint8Array([1, 0, 1]),
    },
    sign: { name: 'RSASSA-PKCS1-v1_5' },
  },
  ES256: {
    make: { name: 'ECDSA', namedCurve: 'P-256' },
    sign: { name: 'ECDSA', hash: 'SHA-256' },
  },
} as const;

/** A key pair, and the public half as an issuer publishes it. */
export async function makeSigningKey(alg: Algorithm, kid: string) {
  const pair = (await crypto.subtle.generateKey(parameters[alg].make, true, [
    'sign',
    'verify',
  ])) as CryptoKeyPair;
  const jwk = (await crypto.subtle.exportKey('jwk', pair.publicKey)) as unknown as Json;
  const published: Json = { ...jwk, kid, use: 'sig', alg };
  return { alg, kid, privateKey: pair.privateKey, jwk: published };
}
export type SigningKey = Awaited<ReturnType<typeof makeSigningKey>>;

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token signed with a key; `head` overrides what its header says. */
export async function signToken(key: SigningKey, claims: Json, head: Json = {}): Promise<string> {
  const signed = `${encode({ alg: key.alg, kid: key.kid, ...head })}.${encode(claims)}`;
  const bytes = await crypto.subtle.sign(parameters[key.alg].sign, key.privateKey, Buffer.from(signed));
  return `${signed}.${Buffer.from(bytes).toString('base64url')}`;
}

interface Begun {
  readonly nonce: string;
  readonly challenge: string;
  readonly redirectUri: string;
}

export interface LocalIssuer {
  readonly url: string;
  /** What a test may change between two requests. */
  readonly state: {
    nowMs: number;
    signing: SigningKey;
    published: readonly SigningKey[];
    claims: Json;
    clientSecret: string | null;
    authMethods: readonly string[];
    /** Answers instead of the issuer where it returns true. */
    instead: (request: IncomingMessage, response: ServerResponse) => boolean;
  };
  /** Requests it got, as `METHOD /path`. */
  readonly asked: string[];
  /** Signs the person in as the provider's page would; gives the query the browser brings back. */
  signPersonIn(address: string): { readonly state: string; readonly code: string };
  close(): Promise<void>;
}

export async function startLocalIssuer(clientId: string, nowMs: number): Promise<LocalIssuer> {
  const signing = await makeSigningKey('RS256', 'k1');
  const codes = new Map<string, Begun>();
  const asked: string[] = [];
  const state: LocalIssuer['state'] = {
    nowMs,
    signing,
    published: [signing],
    claims: { preferred_username: 'lin' },
    clientSecret: 'the:secret+of client',
    authMethods: ['client_secret_basic'],
    instead: () => false,
  };
  let url = '';
  const answer = async (request: IncomingMessage): Promise<{ status: number; body: Json }> => {
    if (request.url === '/.well-known/openid-configuration') {
      const endpoints = { authorization_endpoint: `${url}/authorize`, token_endpoint: `${url}/token` };
      const methods = { token_endpoint_auth_methods_supported: state.authMethods };
      return { status: 200, body: { issuer: url, jwks_uri: `${url}/keys`, ...endpoints, ...methods } };
    }
    if (request.url === '/keys')
      return { status: 200, body: { keys: state.published.map(({ jwk }) => jwk) } };
    if (request.url === '/token') return giveToken(request);
    return { status: 404, body: {} };
  };
  const giveToken = async (request: IncomingMessage) => {
    const form = new URLSearchParams(await readText(request));
    const begun = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const isRight =
      begun?.challenge === challenge &&
      begun.redirectUri === form.get('redirect_uri') &&
      form.get('grant_type') === 'authorization_code' &&
      isClient(request, form);
    if (!isRight) return { status: 400, body: { error: 'invalid_grant' } };
    const times = { iat: state.nowMs / 1000, exp: state.nowMs / 1000 + 300 };
    const claims = { iss: url, aud: clientId, sub: 's1', nonce: begun.nonce, ...times, ...state.claims };
    return { status: 200, body: { token_type: 'Bearer', id_token: await signToken(state.signing, claims) } };
  };
  const isClient = (request: IncomingMessage, form: URLSearchParams): boolean => {
    if (state.clientSecret === null) return form.get('client_id') === clientId && !form.has('client_secret');
    if (!state.authMethods.includes('client_secret_basic')) {
      return form.get('client_id') === clientId && form.get('client_secret') === state.clientSecret;
    }
    const pair = Buffer.from(
      (request.headers.authorization ?? '').replace('Basic ', ''),
      'base64',
    ).toString();
    const [name = '', secret = ''] = pair
      .split(':')
      .map((part) => new URLSearchParams(`v=${part}`).get('v') ?? '');
    return name === clientId && secret === state.clientSecret;
  };
  const server = createServer(async (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    if (state.instead(request, response)) return;
    const { status, body } = await answer(request);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    state,
    asked,
    signPersonIn: (address) => {
      const query = new URL(address).searchParams;
      const code = randomBytes(12).toString('hex');
      codes.set(code, {
        nonce: query.get('nonce') ?? '',
        challenge: query.get('code_challenge') ?? '',
        redirectUri: query.get('redirect_uri') ?? '',
      });
      return { state: query.get('state') ?? '', code };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}
