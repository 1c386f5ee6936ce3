// Signing in by OpenID Connect: authorization code flow with PKCE (RFC 7636), state and nonce. Accounts are never made by it.
import { createHash } from 'node:crypto';
import { AppError } from '#shared/errors/app-error.ts';
import type { SingleSignOn } from '#shared/protocol/accounts-api.ts';
import { recordAudit } from '../../editorial/audit.ts';
import { nameKey } from '../../editorial/identity-keys.ts';
import type { OpenedSession, SingleSignOnService } from '../../http/account-ports.ts';
import { type AccountDesk, findAccount } from '../account-desk.ts';
import { loadProvider, loadSettings } from '../account-settings.ts';
import { openSession } from '../sessions.ts';
import { askIssuer } from './ask-issuer.ts';
import { type BegunAttempt, type BegunAttempts, createBegunAttempts } from './begun-attempts.ts';
import { type Claims, TokenRefusal, verifyIdToken } from './id-token.ts';
import { type Issuer, type IssuerKey, loadIssuer, loadKeys } from './issuer.ts';

type Provider = Awaited<ReturnType<typeof loadProvider>>;

/** How long an issuer's description and keys are believed. */
const believedMs = 10 * 60_000;
const secretBytes = 32;

interface Known {
  readonly issuer: Issuer;
  readonly keys: readonly IssuerKey[];
  readonly atMs: number;
}

interface Work {
  readonly desk: AccountDesk;
  readonly begun: BegunAttempts;
  /** The issuer, from memory unless `isFresh` asks anew. */
  readonly know: (address: string, isFresh?: boolean) => Promise<Known>;
}

export function createSingleSignOnService(desk: AccountDesk): SingleSignOnService {
  const work: Work = { desk, begun: createBegunAttempts(desk.now), know: createMemory(desk.now) };
  return {
    label: async () => {
      const { singleSignOn } = await loadSettings(desk.db);
      return singleSignOn?.isOn === true ? singleSignOn.label : null;
    },
    start: ({ redirectUri }) => start(work, redirectUri),
    finish: (request) => finish(work, request),
    tryIssuer: async (address) => {
      const issuer = await loadIssuer(address);
      await loadKeys(issuer);
      return issuer.authorizationEndpoint;
    },
  };
}

/** Remembers the issuer asked last: there is one in the settings. */
function createMemory(now: () => number): Work['know'] {
  let known: Known | null = null;
  return async (address, isFresh = false) => {
    const isGood = known !== null && known.issuer.issuer === address && now() - known.atMs < believedMs;
    if (known !== null && isGood && !isFresh) return known;
    const issuer = await loadIssuer(address);
    known = { issuer, keys: await loadKeys(issuer), atMs: now() };
    return known;
  };
}

async function start({ desk, begun, know }: Work, redirectUri: string) {
  const provider = await loadProvider(desk);
  const { issuer } = await know(provider.issuer);
  const [state, nonce, verifier, browser] = [secret(desk), secret(desk), secret(desk), secret(desk)];
  begun.keep(state, browser, { issuer: issuer.issuer, nonce, verifier, redirectUri });
  const url = new URL(issuer.authorizationEndpoint);
  const query = {
    response_type: 'code',
    client_id: provider.clientId,
    redirect_uri: redirectUri,
    scope: 'openid profile email',
    state,
    nonce,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return { url: url.href, browser };
}

type Return = Parameters<SingleSignOnService['finish']>[0];

async function finish(work: Work, request: Return): Promise<OpenedSession> {
  const { desk, begun } = work;
  const provider = await loadProvider(desk);
  const attempt = begun.take(request.state, request.browser);
  const isOtherIssuer = request.issuer !== null && request.issuer !== provider.issuer;
  if (attempt === null || attempt.issuer !== provider.issuer || isOtherIssuer) {
    throw new AppError('accounts.sso-refused');
  }
  const claims = await redeem(work, provider, attempt, request.code);
  const name = nameOf(claims, provider);
  const account = name === null ? undefined : await findAccount(desk, nameKey(name));
  if (account === undefined || account.disabled_at !== null) {
    const details = { address: request.address, via: 'single-sign-on' };
    const subject = (name ?? '').slice(0, 100);
    await recordAudit(desk, { who: '', action: 'session.refuse', subject, details });
    throw new AppError('accounts.sso-no-account');
  }
  return openSession(desk, account, request, 'single-sign-on');
}

/** The claims of the ID token the code stands for. */
async function redeem(
  { desk, know }: Work,
  provider: Provider,
  attempt: BegunAttempt,
  code: string,
): Promise<Claims> {
  const known = await know(provider.issuer);
  const answer = await askIssuer(
    known.issuer.tokenEndpoint,
    tokenQuestion(known.issuer, provider, attempt, code),
  );
  const token = typeof answer.id_token === 'string' ? answer.id_token : '';
  const { clientId } = provider;
  const expected = { issuer: provider.issuer, clientId, nonce: attempt.nonce, nowMs: desk.now() };
  try {
    return await verifyIdToken(token, known.keys, expected).catch(async (refusal: unknown) => {
      // A key nobody has seen yet: the issuer has changed its keys since they were read.
      if (!(refusal instanceof TokenRefusal) || !refusal.isUnknownKey) throw refusal;
      return verifyIdToken(token, (await know(provider.issuer, true)).keys, expected);
    });
  } catch (cause) {
    throw cause instanceof TokenRefusal ? new AppError('accounts.sso-refused', {}, { cause }) : cause;
  }
}

/** A client with a secret shows it as RFC 6749 §2.3.1 says: in a header where the issuer takes one, else in the form. */
function tokenQuestion(issuer: Issuer, provider: Provider, attempt: BegunAttempt, code: string) {
  const { clientId, clientSecret } = provider;
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: attempt.redirectUri,
    code_verifier: attempt.verifier,
  });
  if (clientSecret !== null && issuer.takesBasic) {
    const pair = `${formEncoded(clientId)}:${formEncoded(clientSecret)}`;
    const authorization = `Basic ${Buffer.from(pair).toString('base64')}`;
    return { method: 'POST', headers: { authorization }, body } as const;
  }
  body.set('client_id', clientId);
  if (clientSecret !== null) body.set('client_secret', clientSecret);
  return { method: 'POST', body } as const;
}

const formEncoded = (text: string) => new URLSearchParams({ '': text }).toString().slice(1);

/** An address the provider has not verified proves nothing about whose it is. */
function nameOf(claims: Claims, { claim }: SingleSignOn): string | null {
  const value = claims[claim];
  if (typeof value !== 'string' || value.trim() === '' || value.length > 200) return null;
  return claim === 'email' && claims.email_verified !== true ? null : value;
}

function secret(desk: AccountDesk): string {
  return Buffer.from(desk.randomBytes(secretBytes)).toString('base64url');
}
