// Checks an ID token: signature by a key of the issuer, for this client, for this attempt, now (OpenID Connect Core §3.1.3.7).
import type { IssuerKey } from './issuer.ts';

export interface Expected {
  readonly issuer: string;
  readonly clientId: string;
  readonly nonce: string;
  readonly nowMs: number;
}

export type Claims = Readonly<Record<string, unknown>>;

/** Why a token is refused, for the log. `unknown-key` is worth fetching the keys again. */
export class TokenRefusal extends Error {
  override readonly name = 'TokenRefusal';
  readonly isUnknownKey: boolean;

  constructor(reason: string, isUnknownKey = false) {
    super(`ID token refused: ${reason}`);
    this.isUnknownKey = isUnknownKey;
  }
}

/** Clocks of two machines differ by this much at most. */
const leewaySeconds = 60;
const longestToken = 64 * 1024;
const smallestModulusBytes = 256;

/** Only these two: the token's own word never chooses anything weaker, and `none` is no signature. */
const algorithms = {
  RS256: {
    kty: 'RSA',
    import: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    verify: { name: 'RSASSA-PKCS1-v1_5' },
    members: ['kty', 'n', 'e'],
  },
  ES256: {
    kty: 'EC',
    import: { name: 'ECDSA', namedCurve: 'P-256' },
    verify: { name: 'ECDSA', hash: 'SHA-256' },
    members: ['kty', 'crv', 'x', 'y'],
  },
} as const;

/** The claims of a token that is right in every respect. Throws TokenRefusal. */
export async function verifyIdToken(
  token: string,
  keys: readonly IssuerKey[],
  expected: Expected,
): Promise<Claims> {
  const parts = token.length > longestToken ? [] : token.split('.');
  const [head = '', body = '', signature = ''] = parts;
  if (parts.length !== 3) throw new TokenRefusal('not three parts');
  await verifySignature(`${head}.${body}`, signature, readPart(head), keys);
  const claims = readPart(body);
  checkClaims(claims, expected);
  return claims;
}

function readPart(part: string): Claims {
  try {
    const bytes = Buffer.from(part, 'base64url');
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Claims;
  } catch {
    // Told below: what is not JSON is no object either.
  }
  throw new TokenRefusal('a part is no JSON object');
}

async function verifySignature(
  signed: string,
  signature: string,
  head: Claims,
  keys: readonly IssuerKey[],
): Promise<void> {
  const { alg, kid, crit } = head;
  if (crit !== undefined) throw new TokenRefusal('it asks for an extension');
  if (alg !== 'RS256' && alg !== 'ES256') throw new TokenRefusal(`algorithm ${String(alg).slice(0, 20)}`);
  const fitting = keys.filter((key) => isFor(key, alg) && (kid === undefined || key.kid === kid));
  if (fitting.length === 0) throw new TokenRefusal('no such key', true);
  for (const key of fitting) {
    const imported = await importKey(key, alg);
    if (imported === null) continue;
    const { verify } = algorithms[alg];
    const bytes = Buffer.from(signature, 'base64url');
    if (await crypto.subtle.verify(verify, imported, bytes, Buffer.from(signed))) return;
  }
  // Without a key's name, or under an old name, the right one may be among the newer keys.
  throw new TokenRefusal('wrong signature', kid === undefined);
}

function isFor(key: IssuerKey, alg: keyof typeof algorithms): boolean {
  const isRightUse = key.use === undefined || key.use === 'sig';
  return key.kty === algorithms[alg].kty && isRightUse && (key.alg === undefined || key.alg === alg);
}

type ImportedKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** Null for a key that is none, or too short to trust. Private members, should there be any, are left out. */
async function importKey(key: IssuerKey, alg: keyof typeof algorithms): Promise<ImportedKey | null> {
  const { members, import: algorithm } = algorithms[alg];
  const jwk = Object.fromEntries(members.map((member) => [member, key[member]]));
  if (alg === 'RS256' && Buffer.from(String(key.n), 'base64url').length < smallestModulusBytes) return null;
  try {
    return await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['verify']);
  } catch {
    return null;
  }
}

function checkClaims(claims: Claims, { issuer, clientId, nonce, nowMs }: Expected): void {
  const now = nowMs / 1000;
  const audiences: readonly unknown[] = Array.isArray(claims.aud) ? claims.aud : [claims.aud];
  const refuse = (reason: string): never => {
    throw new TokenRefusal(reason);
  };
  if (claims.iss !== issuer) refuse('another issuer');
  if (!audiences.includes(clientId)) refuse('for somebody else');
  if (claims.azp === undefined ? audiences.length > 1 : claims.azp !== clientId) refuse('another party');
  if (typeof claims.exp !== 'number' || claims.exp <= now - leewaySeconds) refuse('expired');
  if (typeof claims.iat !== 'number' || claims.iat > now + leewaySeconds) refuse('made in the future');
  if (typeof claims.nbf === 'number' && claims.nbf > now + leewaySeconds) refuse('not yet in force');
  if (claims.nonce !== nonce) refuse('for another attempt');
}
