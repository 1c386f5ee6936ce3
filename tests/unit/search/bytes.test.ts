// Integers as bytes, and what a reader says of bytes that cannot be integers.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader } from '#shared/search/byte-reader.ts';
import { ByteWriter, varintBytes } from '#shared/search/byte-writer.ts';
import { codeOf, somewhere } from '../../support/damage.ts';

describe('bytes › when integers are written', () => {
  it('read back, in as many bytes as foretold', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(300), fc.nat(0xffffffff))), (values) => {
        const out = new ByteWriter();
        for (const value of values) out.varint(value);
        expect(out.length).toBe(values.reduce((sum, value) => sum + varintBytes(value), 0));
        const reader = new ByteReader(out.take(), somewhere);
        expect(values.map(() => reader.varint())).toEqual(values);
        expect(reader.isAtEnd).toBe(true);
      }),
    );
  });
});

describe('byte reader › when bytes end or overflow', () => {
  it.each([
    ['an integer that does not end', [0x80, 0x80]],
    ['an integer above 32 bits', [0xff, 0xff, 0xff, 0xff, 0x1f]],
    ['an integer of six bytes', [0x80, 0x80, 0x80, 0x80, 0x80, 0x01]],
    ['nothing at all', []],
  ])('calls %s damaged', (_what, bytes) => {
    const reader = new ByteReader(Uint8Array.from(bytes), somewhere);
    expect(codeOf(() => reader.varint())).toBe('search.block-damaged');
  });

  it('never passes its end, though there are bytes behind', () => {
    const reader = new ByteReader(Uint8Array.of(1, 2, 3, 4), somewhere, 1, 3);
    expect(reader.u16()).toBe(0x0203);
    for (const read of [
      () => reader.u8(),
      () => reader.varint(),
      () => reader.skip(1),
      () => reader.units(1),
    ]) {
      expect(codeOf(read)).toBe('search.block-damaged');
    }
    expect(codeOf(() => new ByteReader(Uint8Array.of(1), somewhere, 0, 2))).toBe('search.block-damaged');
  });
});
