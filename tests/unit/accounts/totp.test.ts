// One-time codes agree with the vectors of RFC 4226 and RFC 6238, and each counts once.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authenticatorUri, findStep, hotp, stepAt, toBase32 } from '#hub/accounts/totp.ts';
import { fromBase32 } from '#tests/support/authenticator.ts';

const digits = '1234567890';
const secretOf = (length: number) => Buffer.from(digits.repeat(7).slice(0, length));
const sha1Secret = secretOf(20);

describe('one-time codes by counter › when compared with RFC 4226, appendix D', () => {
  it.each(
    ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'].map(
      (code, counter) => [counter, code] as const,
    ),
  )('counter %i › it is %s', (counter, code) => {
    expect(hotp(sha1Secret, counter)).toBe(code);
  });
});

describe('one-time codes by time › when compared with RFC 6238, appendix B', () => {
  it.each([
    [59, '94287082', '46119246', '90693936'],
    [1111111109, '07081804', '68084774', '25091201'],
    [1111111111, '14050471', '67062674', '99943326'],
    [1234567890, '89005924', '91819424', '93441116'],
    [2000000000, '69279037', '90698825', '38618901'],
    [20000000000, '65353130', '77737706', '47863826'],
  ])('second %i › all three digests agree', (second, sha1, sha256, sha512) => {
    const step = stepAt(second * 1000);
    expect(hotp(sha1Secret, step, 8)).toBe(sha1);
    expect(hotp(secretOf(32), step, 8, 'sha256')).toBe(sha256);
    expect(hotp(secretOf(64), step, 8, 'sha512')).toBe(sha512);
  });
});

describe('finding the step of a code', () => {
  const nowMs = 1_700_000_000_000;
  const now = stepAt(nowMs);

  it('when it is one step early or late › it counts; two steps off it does not', () => {
    const found = [-2, -1, 0, 1, 2].map((off) => findStep(sha1Secret, hotp(sha1Secret, now + off), nowMs, 0));
    expect(found).toEqual([null, now - 1, now, now + 1, null]);
  });

  it('when its step, or a later one, was used › it does not count again', () => {
    expect(findStep(sha1Secret, hotp(sha1Secret, now), nowMs, now)).toBeNull();
    expect(findStep(sha1Secret, hotp(sha1Secret, now - 1), nowMs, now)).toBeNull();
    expect(findStep(sha1Secret, hotp(sha1Secret, now + 1), nowMs, now)).toBe(now + 1);
  });

  it('when it is anything but six digits › it does not count', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/^\d{6}$/.test(text));
        expect(findStep(sha1Secret, text, nowMs, 0)).toBeNull();
      }),
    );
    expect(findStep(sha1Secret, '１２３４５６', nowMs, 0)).toBeNull();
  });
});

describe('what an authenticator reads', () => {
  it('base32 › every secret comes back whole, in the alphabet of RFC 4648', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const text = toBase32(bytes);
        expect(text).toMatch(/^[A-Z2-7]*$/);
        expect([...fromBase32(text)]).toEqual([...bytes]);
      }),
    );
    expect(toBase32(Buffer.from('foobar'))).toBe('MZXW6YTBOI');
  });

  it('when names hold blanks and signs › the address keeps them apart', () => {
    const url = new URL(authenticatorUri('河湾区 政务:大厅', 'lin@站', sha1Secret));
    expect(url.protocol).toBe('otpauth:');
    expect(decodeURIComponent(url.pathname)).toBe(
      '//totp/河湾区 政务:大厅:lin@站'.slice(url.host === '' ? 0 : 6),
    );
    expect(url.searchParams.get('issuer')).toBe('河湾区 政务:大厅');
    expect([...fromBase32(url.searchParams.get('secret') ?? '')]).toEqual([...sha1Secret]);
    expect(url.href).not.toContain('+');
  });
});
