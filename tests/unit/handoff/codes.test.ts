// Hand-off codes survive being read out, typed and pasted.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeBytes, formatHandoff, handoffCode, parseHandoff } from '#shared/handoff/codes.ts';
import { crockfordSymbols, encodeCrockford } from '#shared/handoff/crockford.ts';

const code = fc.uint8Array({ minLength: codeBytes, maxLength: codeBytes }).map(handoffCode);
const version = fc.integer({ min: 1, max: 999_999_999 });

describe('hand-off code', () => {
  it('when made from five bytes › it is eight symbols of Crockford base32', () => {
    fc.assert(
      fc.property(code, (text) => {
        expect(text).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
      }),
    );
  });

  it('when bytes differ › it differs', () => {
    const bytes = fc.uint8Array({ minLength: codeBytes, maxLength: codeBytes });
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        expect(handoffCode(a) === handoffCode(b)).toBe(a.join() === b.join());
      }),
    );
  });

  it('when known bytes are encoded › it matches the alphabet of the specification', () => {
    expect(encodeCrockford(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff))).toBe('ZZZZZZZZ');
    expect(encodeCrockford(Uint8Array.of(0, 0, 0, 0, 1))).toBe('00000001');
    expect(encodeCrockford(Uint8Array.of(0xf8))).toBe('Z0');
    expect(new Set(crockfordSymbols).size).toBe(32);
  });
});

describe('parseHandoff', () => {
  it('when given what formatHandoff wrote › it gives code and version back', () => {
    fc.assert(
      fc.property(code, version, (text, number) => {
        expect(parseHandoff(formatHandoff(text, number))).toEqual({ code: text, version: number });
      }),
    );
  });

  it('when typed in lower case with O for 0 and I or L for 1 › it reads the same code', () => {
    const disguise = fc.constantFrom('o', 'O');
    const one = fc.constantFrom('i', 'I', 'l', 'L');
    fc.assert(
      fc.property(code, disguise, one, (text, zero, letter) => {
        const typed = text.toLowerCase().replaceAll('0', zero).replaceAll('1', letter);
        expect(parseHandoff(` ${typed} `)).toEqual({ code: text, version: null });
      }),
    );
  });

  it.each([
    ['K7M2Q9X4-3', { code: 'K7M2Q9X4', version: 3 }],
    ['k7m2q9x4', { code: 'K7M2Q9X4', version: null }],
    ['Ｋ７Ｍ２Ｑ９Ｘ４－３', { code: 'K7M2Q9X4', version: 3 }],
    ['K7M2Q9X4—12', { code: 'K7M2Q9X4', version: 12 }],
    ['K7M2Q9XU', null],
    ['K7M2Q9X', null],
    ['K7M2Q9X4-', null],
    ['K7M2Q9X4-0', null],
    ['K7M2Q9X4-1234567890', null],
    ['K7M2Q9X4-3-4', null],
    ['', null],
  ])('when given “%s” › it reads %o', (text, expected) => {
    expect(parseHandoff(text)).toEqual(expected);
  });

  it('when given anything at all › it never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const parsed = parseHandoff(text);
        if (parsed !== null) expect(parsed.code).toHaveLength(8);
      }),
    );
  });
});
