// The seal of a block: it opens as it was and where it was only, in this layout and the ones before.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openBlock, sealBlock } from '#shared/search/block-seal.ts';
import { readableFormats } from '#shared/search/format.ts';
import { codeOf, somewhere } from '../../support/damage.ts';

const content = fc.uint8Array({ maxLength: 70 });
const format = fc.constantFrom(...readableFormats);

/** The block once more, at an address where no number of four bytes may lie. */
function elsewhere(block: Uint8Array): Uint8Array {
  const room = new Uint8Array(block.length + 1);
  room.set(block, 1);
  return room.subarray(1);
}

describe('block › when it was sealed', () => {
  it('opens as it was, wherever it lies in memory', () => {
    fc.assert(
      fc.property(content, format, (bytes, layout) => {
        const sealed = sealBlock(bytes, somewhere, layout);
        expect(openBlock(sealed, somewhere, layout)).toEqual(bytes);
        expect(openBlock(elsewhere(sealed), somewhere, layout)).toEqual(bytes);
      }),
    );
  });

  it('does not open with any bit changed', () => {
    fc.assert(
      fc.property(content, format, fc.nat(), (bytes, layout, place) => {
        const sealed = sealBlock(bytes, somewhere, layout);
        const bit = place % (sealed.length * 8);
        const byte = bit >>> 3;
        sealed[byte] = (sealed[byte] as number) ^ (1 << (bit & 7));
        expect(codeOf(() => openBlock(sealed, somewhere, layout))).toBe('search.block-damaged');
      }),
    );
  });

  it('does not open with words exchanged, at another place, or cut short', () => {
    const bytes = Uint8Array.from({ length: 64 }, (_, at) => at);
    const sealed = sealBlock(bytes, somewhere);
    for (let word = 1; word < 16; word++) {
      const turned = sealed.slice();
      turned.set(sealed.subarray(0, 4), word * 4);
      turned.set(sealed.subarray(word * 4, word * 4 + 4), 0);
      expect(codeOf(() => openBlock(turned, somewhere))).toBe('search.block-damaged');
    }
    const next = { ...somewhere, block: somewhere.block + 1 };
    expect(codeOf(() => openBlock(sealed, next))).toBe('search.block-damaged');
    expect(codeOf(() => openBlock(sealed.subarray(0, 3), somewhere))).toBe('search.block-damaged');
  });

  it('opens in its own layout only', () => {
    const bytes = Uint8Array.from({ length: 64 }, (_, at) => at);
    expect(codeOf(() => openBlock(sealBlock(bytes, somewhere, 3), somewhere))).toBe('search.block-damaged');
    expect(codeOf(() => openBlock(sealBlock(bytes, somewhere), somewhere, 3))).toBe('search.block-damaged');
  });
});
