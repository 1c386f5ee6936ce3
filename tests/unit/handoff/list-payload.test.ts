// The take-home list in an address: it comes back as it was, and nothing else passes for one.
import fc from 'fast-check';
import { create } from 'qrcode';
import { describe, expect, it } from 'vitest';
import { decodeCrockford, encodeCrockford } from '#shared/handoff/crockford.ts';
import { decodeList, encodeList, type ListedRecord, mostListed } from '#shared/handoff/list-payload.ts';

const code = fc.uint8Array({ minLength: 5, maxLength: 5 }).map(encodeCrockford);
const listed = fc.record({ code, version: fc.integer({ min: 1, max: 999_999_999 }) });
const list = fc.array(listed, { minLength: 1, maxLength: mostListed });

const sample = (length: number): ListedRecord[] =>
  Array.from({ length }, (_, at) => ({
    code: encodeCrockford(Uint8Array.from([at * 37, 201, 17 + at, 99, at * 91].map((byte) => byte % 256))),
    version: (at % 7) + 1,
  }));

describe('the list in an address', () => {
  it('when it is read again › it is the same list, in the same order, in either case', () => {
    fc.assert(
      fc.property(list, (records) => {
        const text = encodeList(records);
        expect(decodeList(text)).toEqual(records);
        expect(decodeList(text.toLowerCase())).toEqual(records);
        expect(text).toMatch(/^[0-9A-Z]+$/);
      }),
    );
  });

  it('when one symbol of it is wrong › it is refused', () => {
    fc.assert(
      fc.property(list, fc.nat(), fc.integer({ min: 1, max: 31 }), (records, place, step) => {
        const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
        const text = encodeList(records);
        const at = place % text.length;
        const wrong = symbols[(symbols.indexOf(text[at] ?? '') + step) % 32];
        expect(decodeList(text.slice(0, at) + wrong + text.slice(at + 1))).toBeNull();
      }),
    );
  });

  it('when it is any other text › it is refused', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(decodeList(text)).toBeNull();
      }),
    );
  });

  it('when it would hold nothing or too much › it is not written', () => {
    expect(() => encodeList([])).toThrow(RangeError);
    expect(() => encodeList(sample(mostListed + 1))).toThrow(RangeError);
    expect(() => encodeList([{ code: 'short', version: 1 }])).toThrow(RangeError);
    expect(() => encodeList([{ code: 'K7M2Q9X4', version: 0 }])).toThrow(RangeError);
  });

  it('twelve records behind an ordinary address › fit a symbol of version 8, smaller than in byte mode', () => {
    const address = `https://xxgk.mingzhu.gov.cn/m/list#${encodeList(sample(12))}`;
    const { version } = create(address, { errorCorrectionLevel: 'M' });
    const inBytes = create([{ data: Buffer.from(address), mode: 'byte' }], { errorCorrectionLevel: 'M' });
    expect(version).toBeLessThanOrEqual(8);
    expect(inBytes.version).toBeGreaterThan(version);
  });
});

it('Crockford’s base32 › whatever bytes are written › the same are read', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      expect(decodeCrockford(encodeCrockford(bytes))).toEqual(Uint8Array.from(bytes));
    }),
  );
  expect(decodeCrockford('0U')).toBeNull();
  expect(decodeCrockford('01')).toBeNull();
});
