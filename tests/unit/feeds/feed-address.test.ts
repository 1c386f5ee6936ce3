// Which addresses may be fetched from: every private one is refused, however it is written.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAllowedHost, parseAllowedHosts, parseFeedAddress } from '#hub/feeds/incoming/feed-address.ts';
import { isPublicAddress } from '#hub/feeds/incoming/refused-networks.ts';

const dotted = (value: number) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.');

/** The networks written as plain comparisons, beside the list the hub uses. */
function isPrivateNaively([a = 0, b = 0, c = 0]: readonly number[]): boolean {
  if ([0, 10, 127].includes(a) || a >= 224) return true;
  if (a === 100) return b >= 64 && b < 128;
  if (a === 169) return b === 254;
  if (a === 172) return b >= 16 && b < 32;
  if (a === 192) return b === 168 || (b === 0 && (c === 0 || c === 2)) || (b === 88 && c === 99);
  if (a === 198) return b === 18 || b === 19 || (b === 51 && c === 100);
  return a === 203 && b === 0 && c === 113;
}

const ipv4 = fc.oneof(
  fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  fc
    .constantFrom(10, 100, 127, 169, 172, 192, 198, 203)
    .chain((a) => fc.nat(2 ** 24 - 1).map((rest) => a * 2 ** 24 + rest)),
);

describe('network addresses › when any IPv4 address is looked at', () => {
  it('it is public exactly when no special network holds it, and never in an IPv6 dress', () => {
    fc.assert(
      fc.property(ipv4, (value) => {
        const address = dotted(value >>> 0);
        expect(isPublicAddress(address)).toBe(!isPrivateNaively(address.split('.').map(Number)));
        expect(isPublicAddress(`::ffff:${address}`)).toBe(false);
        expect(isPublicAddress(`::${address}`)).toBe(false);
        expect(isPublicAddress(`64:ff9b::${address}`)).toBe(false);
      }),
    );
  });

  it.each([
    '::',
    '::1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fdff::1',
    'fec0::1',
    'ff02::1',
    '2002:7f00:1::',
    '2001::1',
    '2001:db8::1',
    'portal',
    '',
  ])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['2400:3200::1', '2606:4700::1111', '8.8.8.8', '114.114.114.114'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe('feed addresses › when an IPv4 address is written otherwise than with four decimal numbers', () => {
  it('it is refused, whatever it stands for', () => {
    fc.assert(
      fc.property(ipv4, (value) => {
        const whole = value >>> 0;
        const octal = dotted(whole)
          .split('.')
          .map((part) => `0${Number(part).toString(8)}`)
          .join('.');
        for (const host of [String(whole), `0x${whole.toString(16)}`, octal]) {
          if (host === dotted(whole)) continue;
          expect(() => parseFeedAddress(`http://${host}/`), host).toThrow('feeds.bad-address');
        }
        expect(parseFeedAddress(`http://${dotted(whole)}/`).hostname).toBe(dotted(whole));
      }),
    );
  });

  it('a relative redirect at an allowed address stays an address', () => {
    const base = new URL('http://10.1.2.3/feed');
    expect(parseFeedAddress('/other', base).href).toBe('http://10.1.2.3/other');
  });
});

describe('allowed hosts › when an administrator writes them', () => {
  it('they are folded to one spelling and doubles go', () => {
    expect(parseAllowedHosts(['Portal.LAN', 'portal.lan', '10.1.2.3:8080'])).toEqual([
      'portal.lan',
      '10.1.2.3:8080',
    ]);
  });

  it.each(['http://portal.lan', 'portal.lan/x', 'a b', '', 'user@portal', '*'])('%s is no host', (host) => {
    expect(() => parseAllowedHosts([host])).toThrow('feeds.bad-host');
  });

  it('a host without a port means the usual ports alone', () => {
    const allowed = ['portal.lan'];
    expect(isAllowedHost(new URL('http://portal.lan/'), allowed)).toBe(true);
    expect(isAllowedHost(new URL('https://portal.lan/'), allowed)).toBe(true);
    expect(isAllowedHost(new URL('http://portal.lan:22/'), allowed)).toBe(false);
    expect(isAllowedHost(new URL('http://sub.portal.lan/'), allowed)).toBe(false);
  });
});
