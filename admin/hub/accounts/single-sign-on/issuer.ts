// What an identity provider says of itself (OpenID Connect Discovery 1.0), and the keys it signs with.
import { AppError } from '#shared/errors/app-error.ts';
import { isIssuerAddress } from '#shared/protocol/accounts-api.ts';
import { askIssuer } from './ask-issuer.ts';

export interface Issuer {
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly keysAddress: string;
  /** Client authentication at the token endpoint: in a header, or in the form. */
  readonly takesBasic: boolean;
}

/** One key of the issuer's JWK set, unchecked. */
export type IssuerKey = Readonly<Record<string, unknown>>;

/** Throws `accounts.sso-unreachable`, also for a description of somebody else (Discovery §4.3). */
export async function loadIssuer(address: string): Promise<Issuer> {
  const found = await askIssuer(`${address.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const methods = found.token_endpoint_auth_methods_supported;
  const described = {
    issuer: String(found.issuer),
    authorizationEndpoint: endpoint(found.authorization_endpoint),
    tokenEndpoint: endpoint(found.token_endpoint),
    keysAddress: endpoint(found.jwks_uri),
    takesBasic: !Array.isArray(methods) || methods.includes('client_secret_basic'),
  };
  if (described.issuer !== address) throw unusable(`it calls itself ${described.issuer.slice(0, 200)}`);
  return described;
}

/** The keys an issuer publishes; at most a hundred are looked at. */
export async function loadKeys(issuer: Issuer): Promise<readonly IssuerKey[]> {
  const { keys } = await askIssuer(issuer.keysAddress);
  if (!Array.isArray(keys)) throw unusable('no keys');
  return keys.slice(0, 100).filter((key): key is IssuerKey => typeof key === 'object' && key !== null);
}

/** An address may carry a query of its own. */
function endpoint(value: unknown): string {
  const isUsable =
    typeof value === 'string' && value.length <= 1000 && isIssuerAddress(value.split('?', 1)[0] ?? '');
  if (!isUsable || !URL.canParse(value)) throw unusable(`unusable address ${String(value).slice(0, 200)}`);
  return value;
}

const unusable = (reason: string) =>
  new AppError('accounts.sso-unreachable', {}, { cause: new Error(`the issuer: ${reason}`) });
