// Which names and addresses of hosts lie within somebody's own network and are never fetched or published.

const privateName = /^(?:localhost|[^.]+|.*\.(?:local|localhost|internal|intranet|lan|home|corp))\.?$/iu;

/** Whether a host, as a link names it, is not on the public internet. */
export function isPrivateHost(host: string): boolean {
  const bare = host.replace(/^\[|\]$/gu, '').toLowerCase();
  if (bare === '') return true;
  if (bare.includes(':')) return isPrivateIpv6(bare);
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/u.test(bare)) return isPrivateIpv4(bare);
  // 0x7f000001 and 2130706433 are ways to write an address that nobody publishes.
  if (/^(?:0x[0-9a-f]+|\d+)(?:\.(?:0x[0-9a-f]+|\d+)){0,3}$/u.test(bare)) return true;
  return privateName.test(bare);
}

function isPrivateIpv4(address: string): boolean {
  const [a = 0, b = 0, c = 0] = address.split('.').map(Number);
  if (a === 0 || a === 10 || a === 127 || a >= 224) return true;
  if (a === 100 && b >= 64 && b <= 127) return true;
  if (a === 169 && b === 254) return true;
  if (a === 172 && b >= 16 && b <= 31) return true;
  if (a === 192 && (b === 168 || (b === 0 && (c === 0 || c === 2)))) return true;
  return (
    (a === 198 && (b === 18 || b === 19 || (b === 51 && c === 100))) || (a === 203 && b === 0 && c === 113)
  );
}

function isPrivateIpv6(address: string): boolean {
  const mapped = /^::(?:ffff:)?(\d{1,3}(?:\.\d{1,3}){3})$/u.exec(address);
  if (mapped) return isPrivateIpv4(mapped[1] ?? '');
  if (/^::(?:ffff:)?[0-9a-f:]*$/u.test(address)) return true;
  return !/^[23]/u.test(address) || /^(?:2001:(?:0?:|db8:|0000:)|2002:)/u.test(address);
}
