// Whether a phone that is not in the hall's own network can open an address.

/** Endings nobody can register or reach from outside (RFC 6761, RFC 6762, RFC 8375, and what routers call themselves). */
const localEndings = ['localhost', 'local', 'lan', 'internal', 'intranet', 'home.arpa', 'home', 'corp'];

/** Blocks of IPv4 that are not routed publicly (RFC 6890): network, then bits of it. */
const closedBlocks: readonly (readonly [network: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
];

/**
 * True for an http(s) address whose host is a registered name or a routed IP address. A phone on mobile data
 * reaches neither the hall's private network nor names only its router knows, and a visitor's phone is on mobile
 * data unless the hall says otherwise: so private addresses count as not public, even where some phones could
 * join the hall's wireless network.
 */
export function isPublicAddress(address: string): boolean {
  const match = /^https?:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]+)/i.exec(address);
  const host = (match?.[1] ?? '').toLowerCase().replace(/\.$/, '');
  if (host.startsWith('[')) return isRoutedIpv6(host.slice(1, -1));
  const ipv4 = ipv4Of(host);
  if (ipv4 !== null) return !closedBlocks.some(([network, bits]) => isWithin(ipv4, network, bits));
  return host.includes('.') && !localEndings.some((ending) => host.endsWith(`.${ending}`));
}

/** True for an address that means the very machine it is opened on: no phone ever gets to the hub by it. */
export function isOwnMachine(address: string): boolean {
  const host = /^https?:\/\/(\[[^\]]*\]|[^/?#:]+)/i.exec(address)?.[1]?.toLowerCase() ?? '';
  return /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\])\.?$/.test(host);
}

/** Only 2000::/3 is routed (RFC 4291 §2.4); documentation's 2001:db8::/32 never is. */
function isRoutedIpv6(host: string): boolean {
  return /^[23][0-9a-f]{3}:/.test(host) && !/^2001:0?db8:/.test(host);
}

function ipv4Of(host: string): number | null {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(host)) return null;
  return host.split('.').reduce((value, part) => value * 256 + Number(part), 0);
}

function isWithin(ip: number, network: string, bits: number): boolean {
  const size = 2 ** (32 - bits);
  return Math.floor(ip / size) === Math.floor((ipv4Of(network) ?? 0) / size);
}
