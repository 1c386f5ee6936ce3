// Which network addresses no feed may lead to: this machine, private networks, and what is reserved for other ends.
import { BlockList, isIP } from 'node:net';

/** IANA special-purpose registries for IPv4 and IPv6, and multicast. Cloud metadata services lie in these too. */
const refusedIpv4: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // shared by carriers; also metadata of one cloud
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local; also metadata of most clouds
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments; also metadata
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16], // private
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
];
const refusedIpv6: readonly (readonly [network: string, prefix: number])[] = [
  ['::', 96], // unspecified, loopback, IPv4 in the old form
  ['::ffff:0:0', 96], // IPv4 in the mapped form
  ['64:ff9b::', 96], // IPv4 behind NAT64
  ['64:ff9b:1::', 48],
  ['100::', 64], // discard
  ['2001::', 23], // protocol assignments, Teredo
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4
  ['3fff::', 20], // documentation
  ['5f00::', 16], // segment routing
  ['fc00::', 7], // unique local
  ['fe80::', 10], // link-local
  ['fec0::', 10], // site-local
  ['ff00::', 8], // multicast
];

/** Apart, because a list takes an IPv4 address for its mapped form as well. */
const refused = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [network, prefix] of refusedIpv4) refused.ipv4.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of refusedIpv6) refused.ipv6.addSubnet(network, prefix, 'ipv6');

/** True for a public address; false for all others and for what is no address. */
export function isPublicAddress(address: string): boolean {
  // A zone (fe80::1%eth0) only ever belongs to an address of this machine's own links.
  const version = address.includes('%') ? 0 : isIP(address);
  if (version === 0) return false;
  const family = version === 4 ? 'ipv4' : 'ipv6';
  return !refused[family].check(address, family);
}
