// Keys of the dictionary, each written after the one before it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader } from '#shared/search/byte-reader.ts';
import { ByteWriter } from '#shared/search/byte-writer.ts';
import { readKey, sharedUnits, writeKey } from '#shared/search/term-keys.ts';
import { codeOf, somewhere } from '../../support/damage.ts';

function written(key: string, before = ''): Uint8Array {
  const out = new ByteWriter();
  writeKey(out, key, before);
  return out.take();
}

const unit = fc.oneof(
  fc.constantFrom('税', '务', 'a', '\u0001', '\u0002', '\u007f', '\u0080', '\u2fff', '\u3000', '\uafff'),
  fc.constantFrom('\ub000', '\ud842', '\udfb7', '\uffff', '\u0000'),
  fc.nat(0xffff).map((code) => String.fromCharCode(code)),
);
const key = fc.array(unit, { maxLength: 40 }).map((units) => units.join(''));
/** Keys that have much in common, as neighbours in a dictionary have. */
const neighbours = fc
  .tuple(key, fc.array(key, { maxLength: 12 }))
  .map(([stem, ends]) => ends.map((end) => stem + end));

describe('keys › when they follow one another', () => {
  it('read back as they were, of any units and any length', () => {
    fc.assert(
      fc.property(neighbours, (keys) => {
        const out = new ByteWriter();
        for (const [at, one] of keys.entries()) writeKey(out, one, keys[at - 1] ?? '');
        const reader = new ByteReader(out.take(), somewhere);
        let before = '';
        for (const one of keys) {
          before = readKey(reader, before);
          expect(before).toBe(one);
        }
        expect(reader.isAtEnd).toBe(true);
      }),
    );
  });

  it.each([14, 15, 16, 300, 5000])('read back when %d units are shared and as many are new', (count) => {
    const [before, after] = ['税'.repeat(count), `${'税'.repeat(count)}${'务'.repeat(count)}`];
    expect(readKey(new ByteReader(written(after, before), somewhere), before)).toBe(after);
    expect(readKey(new ByteReader(written(before, after), somewhere), after)).toBe(before);
  });

  it.each([
    ['control unit', '\u0002', 1],
    ['letter', 'a', 1],
    ['delete sign', '\u007f', 3],
    ['Chinese character', '税', 2],
    ['Korean syllable', '한', 3],
    ['surrogate', '\ud842', 3],
  ])('take for one %s as many bytes as the head of the file says', (_what, one, bytes) => {
    expect(written(one).length - written('').length).toBe(bytes);
  });

  it('take one byte when a chunk of the same key follows', () => {
    expect(written('税务\u0002', '税务\u0002')).toHaveLength(1);
  });
});

describe('keys › when bytes are wrong', () => {
  it.each([
    ['more is shared than the key before has', [0x30, 0x00]],
    ['more units are to come than bytes', [0x0e, 0x61]],
    ['a number of units is absurd', [0xff, 0x00, 0xff, 0xff, 0xff, 0xff, 0x0f]],
    ['a wide unit is cut in half', [0x01, 0x90]],
    ['there is nothing', []],
  ])('are damaged when %s', (_what, bytes) => {
    expect(codeOf(() => readKey(new ByteReader(Uint8Array.from(bytes), somewhere), '税务'))).toBe(
      'search.block-damaged',
    );
  });
});

describe('sharedUnits › when keys differ', () => {
  it('counts units, not characters', () => {
    expect(sharedUnits('\ud842\udfb7', '\ud842\udc00')).toBe(1);
    expect(sharedUnits('税', '税务')).toBe(1);
    expect(sharedUnits('', '税')).toBe(0);
  });
});
