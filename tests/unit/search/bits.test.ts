// Numbers as bits: what is written comes back, and a run that ends elsewhere is damage.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitReader } from '#shared/search/bit-reader.ts';
import { BitWriter, bestRice, riceEscape, widestRice } from '#shared/search/bit-writer.ts';
import { codeOf, somewhere } from '../../support/damage.ts';

const plain = fc.integer({ min: 0, max: 24 }).chain((width) =>
  fc.record({
    how: fc.constant('bits' as const),
    width: fc.constant(width),
    value: fc.nat(2 ** width - 1),
  }),
);
const rice = fc.record({
  how: fc.constant('rice' as const),
  width: fc.integer({ min: 0, max: widestRice }),
  value: fc.oneof(fc.nat(2000), fc.nat(0xffff_ffff)),
});
const gamma = fc.record({
  how: fc.constant('gamma' as const),
  width: fc.constant(0),
  value: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 2 ** 24 - 1 })),
});
type Step = { readonly how: 'bits' | 'rice' | 'gamma'; readonly width: number; readonly value: number };

function write(steps: readonly Step[]): Uint8Array {
  const out = new BitWriter();
  for (const { how, width, value } of steps) {
    if (how === 'gamma') out.gamma(value);
    else out[how](value, width);
  }
  return out.take();
}

function read(reader: BitReader, { how, width }: Step): number {
  return how === 'gamma' ? reader.gamma() : reader[how](width);
}

const readerOf = (bytes: Uint8Array) => new BitReader(bytes, 0, bytes.length, somewhere);

describe('bits › when numbers of every kind are mixed', () => {
  it('read back as they were written, to the last byte', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(plain, rice, gamma), { maxLength: 400 }), (steps) => {
        const reader = readerOf(write(steps));
        expect(steps.map((one) => read(reader, one))).toEqual(steps.map(({ value }) => value));
        expect(codeOf(() => reader.checkEnd())).toBe('no error');
      }),
    );
  });

  it('read back from the middle of other bytes', () => {
    const bytes = write([{ how: 'rice', width: 3, value: 77 }]);
    const reader = new BitReader(Uint8Array.of(255, ...bytes, 255), 1, 1 + bytes.length, somewhere);
    expect(reader.rice(3)).toBe(77);
    expect(codeOf(() => reader.checkEnd())).toBe('no error');
  });
});

describe('Rice codes › when the quotient is large', () => {
  it('take one bit more for each step, and from the escape on always the same', () => {
    const bytesOf = (value: number) => write([{ how: 'rice', width: 0, value }]).length;
    expect(bytesOf(7)).toBe(1);
    expect(bytesOf(riceEscape - 1)).toBe(riceEscape / 8);
    expect(bytesOf(riceEscape)).toBe((riceEscape + 32) / 8);
    expect(bytesOf(0xffff_ffff)).toBe((riceEscape + 32) / 8);
  });
});

describe('bestRice › when gaps come as from a random scatter', () => {
  it('takes the parameter with which they are written shortest', () => {
    const mean = fc.integer({ min: 1, max: 50_000 });
    const shares = fc.array(fc.double({ min: 1e-6, max: 1, noNaN: true }), { minLength: 64, maxLength: 256 });
    fc.assert(
      fc.property(mean, shares, (mean, shares) => {
        const values = Uint32Array.from(shares, (share) => -Math.log(share) * mean);
        const bytesWith = (width: number) =>
          write([...values].map((value) => ({ how: 'rice', width, value }) as const)).length;
        const all = Array.from({ length: widestRice + 1 }, (_, width) => bytesWith(width));
        // The estimate leaves out what rounding to quotients adds: a hundredth at most.
        expect(bytesWith(bestRice(values, values.length).k)).toBeLessThanOrEqual(Math.min(...all) * 1.01 + 1);
      }),
      { numRuns: 50 },
    );
  });

  it('is zero for no gaps and for gaps of zero', () => {
    expect(bestRice(new Uint32Array(4), 0)).toEqual({ k: 0, bits: 0 });
    expect(bestRice(new Uint32Array(4), 4)).toEqual({ k: 0, bits: 4 });
  });
});

describe('bit reader › when bits end too early or too late', () => {
  it('says so, and reads zeros rather than what lies behind', () => {
    const reader = readerOf(Uint8Array.of(0b1010_0000));
    expect(reader.bits(8)).toBe(0b1010_0000);
    expect(codeOf(() => reader.check())).toBe('no error');
    reader.bits(1);
    expect(codeOf(() => reader.check())).toBe('search.block-damaged');
    expect(codeOf(() => reader.checkEnd())).toBe('search.block-damaged');
  });

  it('calls a whole byte left over damaged, filling bits not', () => {
    const reader = readerOf(Uint8Array.of(0b1000_0000, 0));
    reader.bits(8);
    expect(codeOf(() => reader.checkEnd())).toBe('search.block-damaged');
    reader.bits(1);
    expect(codeOf(() => reader.checkEnd())).toBe('no error');
  });

  it('calls a gamma code of nothing but zeros damaged', () => {
    expect(codeOf(() => readerOf(new Uint8Array(8)).gamma())).toBe('search.block-damaged');
  });
});
