// Numbers, units and keys as they lie in memory come back as they were; what is cut short or out of order is damaged.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader } from '#shared/search/byte-reader.ts';
import { ByteWriter } from '#shared/search/byte-writer.ts';
import { JoinedKeys, readKeys, writeKeys } from '#shared/search/joined-keys.ts';
import {
  readNumbers,
  readUnitArray,
  requireAscending,
  textOfUnits,
  writeNumbers,
  writeUnits,
} from '#shared/search/raw-arrays.ts';
import { codeOf, somewhere } from '../../support/damage.ts';

const unit = fc.nat(0xffff).map((code) => String.fromCharCode(code));
const text = fc.array(unit, { maxLength: 12 }).map((units) => units.join(''));
const inOrder = (keys: string[]) => keys.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

function written(write: (out: ByteWriter) => void, offset = 0): ByteReader {
  const out = new ByteWriter();
  out.bytes(new Uint8Array(offset));
  write(out);
  return new ByteReader(out.take(), somewhere, offset);
}

describe('raw arrays › when they are read', () => {
  it('hold the numbers and units that were written, wherever they lie', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2 ** 32 - 1)), text, fc.nat(7), (numbers, units, offset) => {
        const reader = written((out) => {
          writeNumbers(out, numbers);
          writeUnits(out, [units]);
        }, offset);
        expect([...readNumbers(reader, numbers.length)]).toEqual(numbers);
        expect(textOfUnits(readUnitArray(reader, units.length), units.length)).toBe(units);
        expect(reader.isAtEnd).toBe(true);
      }),
    );
  });

  it('are damaged when there are fewer', () => {
    const reader = () => written((out) => writeNumbers(out, [1, 2]));
    expect(codeOf(() => readNumbers(reader(), 3))).toBe('search.block-damaged');
    expect(codeOf(() => readUnitArray(reader(), 5))).toBe('search.block-damaged');
  });

  it.each([
    [[0, 1, 9], 'no error'],
    [[], 'no error'],
    [[1, 2], 'search.block-damaged'],
    [[0, 5, 5], 'search.block-damaged'],
    [[0, 5, 4], 'search.block-damaged'],
  ])('%j ascend from 0: %s', (numbers, code) => {
    const check = () =>
      requireAscending(
        Uint32Array.from(numbers),
        written(() => {}),
      );
    expect(codeOf(check)).toBe(code);
  });
});

describe('joined keys › when they are read', () => {
  it('stand in order and are found among the others', () => {
    fc.assert(
      fc.property(fc.array(text).map(inOrder), text, (keys, wanted) => {
        const read = readKeys(
          written((out) => writeKeys(out, keys)),
          keys.length,
        );
        expect(keys.map((_, at) => read.at(at))).toEqual(keys);
        expect(read.countBelow(wanted)).toBe(keys.filter((key) => key < wanted).length);
        expect(JoinedKeys.of(keys).countBelow(wanted)).toBe(read.countBelow(wanted));
      }),
    );
  });

  it('are damaged when any is out of order', () => {
    // Few different units, so that neighbours often begin alike.
    const close = fc
      .array(fc.constantFrom('a', 'b', '\uffff'), { maxLength: 4 })
      .map((units) => units.join(''));
    fc.assert(
      fc.property(fc.array(close, { maxLength: 5 }), (keys) => {
        const isInOrder = keys.every((key, at) => at === 0 || key >= (keys[at - 1] as string));
        const read = () =>
          readKeys(
            written((out) => writeKeys(out, keys)),
            keys.length,
          );
        expect(codeOf(read)).toBe(isInOrder ? 'no error' : 'search.block-damaged');
      }),
    );
  });

  it('are damaged when they end before they begin', () => {
    const backwards = written((out) => {
      writeNumbers(out, [3, 1]);
      writeUnits(out, ['abc']);
    });
    expect(codeOf(() => readKeys(backwards, 2))).toBe('search.block-damaged');
  });
});
