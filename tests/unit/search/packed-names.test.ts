// Ids and codes in few bytes: names of any shape come back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader } from '#shared/search/byte-reader.ts';
import { ByteWriter } from '#shared/search/byte-writer.ts';
import { readName, writeName } from '#shared/search/packed-names.ts';
import { codeOf, somewhere } from '../../support/damage.ts';

function packed(name: string): Uint8Array {
  const out = new ByteWriter();
  writeName(out, name);
  return out.take();
}

const crockford = [...'0123456789abcdefghjkmnpqrstvwxyz'];
const symbols = fc.string({ unit: fc.constantFrom(...crockford), maxLength: 40 });
const name = fc.oneof(
  symbols,
  symbols.map((one) => one.toUpperCase()),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.uuid(),
);

describe('packed names › when they are written one after the other', () => {
  it('read back as they were', () => {
    fc.assert(
      fc.property(fc.array(name), (names) => {
        const out = new ByteWriter();
        for (const one of names) writeName(out, one);
        const reader = new ByteReader(out.take(), somewhere);
        expect(names.map(() => readName(reader))).toEqual(names);
        expect(reader.isAtEnd).toBe(true);
      }),
    );
  });

  it.each([
    ['01HXZ7R9K3M5P8QA', 11],
    ['01hxz7r9k3m5p8qa', 11],
    ['7K3M5P8Q', 6],
    ['mixedCASE', 10],
    ['with-l-i-o-u', 13],
    ['档案', 7],
    ['', 1],
  ])('%s takes %i bytes', (one, bytes) => {
    expect(packed(one)).toHaveLength(bytes);
  });
});

describe('packed names › when bytes are wrong', () => {
  it.each([
    ['an unknown shape', [0x07, 1, 2]],
    ['fewer symbols than it says', [0x20, 1]],
    ['text that is no UTF-8', [0x0a, 0xff, 0xff]],
    ['an absurd length', [0xff, 0xff, 0xff, 0x7f]],
  ])('calls %s damaged', (_what, bytes) => {
    expect(codeOf(() => readName(new ByteReader(Uint8Array.from(bytes), somewhere)))).toBe(
      'search.block-damaged',
    );
  });
});
