// Decides which addresses a source may be fetched from, before anything is connected to.
import { isIP, isIPv4 } from 'node:net';
import { AppError } from '#shared/errors/app-error.ts';
import { isPublicAddress } from './refused-networks.ts';

/** A host as an administrator allows it: a name or address, with a port where it is not the usual one. */
const hostForm = /^(?:\[[0-9a-f:.]{2,45}\]|[\p{L}\p{N}._-]{1,253})(?::\d{1,5})?$/iu;

/**
 * Parses an address given by staff or by a redirect, absolute or relative to `base`. Throws `feeds.bad-address` for
 * anything but plain http and https, and for IPv4 addresses in a disguise (decimal, octal, hexadecimal, shortened).
 */
export function parseFeedAddress(text: string, base?: URL): URL {
  const url = URL.parse(text, base?.href);
  const isPlain = url !== null && ['http:', 'https:'].includes(url.protocol);
  if (!isPlain || url.username !== '' || url.password !== '' || isDisguised(text, url)) {
    throw new AppError('feeds.bad-address', { address: text.slice(0, 200) });
  }
  url.hash = '';
  return url;
}

/** The parser writes every IPv4 address with four decimal numbers, so what it did not find written so was dressed up. */
function isDisguised(text: string, url: URL): boolean {
  const namesHost = /^\s*(?:[a-z][a-z0-9+.-]*:|[\\/]{2})/i.test(text);
  return namesHost && isIPv4(url.hostname) && !text.includes(url.hostname);
}

/** The host of an address without brackets. */
export const bareHost = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

/** Hosts as they are compared. Throws `feeds.bad-host`. */
export function parseAllowedHosts(hosts: readonly string[]): string[] {
  const parsed = hosts.map((host) => {
    const url = hostForm.test(host) ? URL.parse(`http://${host}/`) : null;
    if (url === null || url.pathname !== '/')
      throw new AppError('feeds.bad-host', { host: host.slice(0, 100) });
    return url.host;
  });
  return [...new Set(parsed)];
}

/** Whether an administrator allowed this host and port, wherever it lies. Without a port the usual ones are meant. */
export function isAllowedHost(url: URL, allowed: readonly string[]): boolean {
  return allowed.includes(url.host) || (url.port === '443' && allowed.includes(url.hostname));
}

export interface ResolvedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Asks the name service; every address it knows. */
export type Resolve = (host: string) => Promise<readonly ResolvedAddress[]>;

/**
 * The one network address to connect to. A name is asked for once and what it answered is what is connected to, so
 * a name service that answers differently the second time gains nothing; one private answer among public ones refuses
 * the name. Throws `feeds.address-refused` or `feeds.host-unknown`.
 */
export async function resolveFeedHost(
  url: URL,
  allowed: readonly string[],
  resolve: Resolve,
): Promise<ResolvedAddress> {
  const host = bareHost(url);
  const addresses = isIP(host) === 0 ? await resolveName(host, resolve) : [literal(host)];
  const [first] = addresses;
  if (first === undefined) throw new AppError('feeds.host-unknown', { host });
  if (!isAllowedHost(url, allowed) && !addresses.every(({ address }) => isPublicAddress(address))) {
    throw new AppError('feeds.address-refused', { host: url.host });
  }
  return first;
}

const literal = (host: string): ResolvedAddress => ({ address: host, family: isIPv4(host) ? 4 : 6 });

async function resolveName(host: string, resolve: Resolve): Promise<readonly ResolvedAddress[]> {
  try {
    return await resolve(host);
  } catch (cause) {
    throw new AppError('feeds.host-unknown', { host }, { cause });
  }
}
