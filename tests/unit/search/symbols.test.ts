// Texts by a table of their frequent pieces: any text comes back, and the same sample gives the same table.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteWriter } from '#shared/search/byte-writer.ts';
import {
  decodeSymbols,
  encodeSymbols,
  longestSymbol,
  mostSymbols,
  SymbolEncoder,
  SymbolTable,
} from '#shared/search/symbol-table.ts';
import { trainSymbols } from '#shared/search/train-symbols.ts';
import { codeOf, somewhere } from '../../support/damage.ts';

const unit = fc.oneof(
  fc.constantFrom(
    '税',
    '务',
    '公开',
    '{"kind":"document"',
    'a',
    '\ud842\udfb7',
    '\ud800',
    '\udfff',
    '\u0000',
  ),
  fc.nat(0xffff).map((code) => String.fromCharCode(code)),
);
const text = fc.array(unit, { maxLength: 60 }).map((units) => units.join(''));

function encode(symbols: readonly string[], texts: readonly string[]): Uint8Array[] {
  const encoder = new SymbolEncoder(symbols);
  const out = new ByteWriter();
  return texts.map((one) => {
    encoder.encode(one, out);
    return out.take();
  });
}

const titles = Array.from(
  { length: 600 },
  (_, at) => `[{"kind":"document","title":"关于公开第${at}号税务信息的通知","topic":"主题${at % 9}"}]`,
);

describe('symbols › when texts are written with them', () => {
  it('any text comes back, whatever the table was learnt from', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 30 }), fc.array(text, { maxLength: 8 }), (sample, texts) => {
        const symbols = trainSymbols([...sample, ...sample, ...sample]);
        const table = SymbolTable.of(symbols);
        for (const [at, bytes] of encode(symbols, texts).entries()) {
          expect(table.decode(bytes, 0, bytes.length, somewhere)).toBe(texts[at]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('texts like those of the sample take a small part of their bytes, and each is read alone', () => {
    const symbols = trainSymbols(titles);
    const [bytes = new Uint8Array()] = encode(symbols, [titles[77] as string]);
    expect(bytes.length).toBeLessThan((titles[77] as string).length / 4);
    const within = Uint8Array.of(9, ...bytes, 9);
    expect(SymbolTable.of(symbols).decode(within, 1, 1 + bytes.length, somewhere)).toBe(titles[77]);
  });

  it('codes of one byte and of two are told apart', () => {
    const symbols = ['', ...Array.from({ length: 1000 }, (_, at) => String.fromCharCode(0x4e00 + at))];
    const texts = symbols.slice(1);
    const encoded = encode(symbols, texts);
    expect(encoded.map(({ length }) => length)).toEqual(texts.map((_, at) => (at + 1 < 112 ? 1 : 2)));
    const table = SymbolTable.of(symbols);
    expect(encoded.map((bytes) => table.decode(bytes, 0, bytes.length, somewhere))).toEqual(texts);
  });

  it('a text may be longer than any room it is first given', () => {
    const long = '税务信息公开'.repeat(9000);
    const symbols = ['', '税务信息公开'];
    const [bytes = new Uint8Array()] = encode(symbols, [`${long}x`]);
    expect(SymbolTable.of(symbols).decode(bytes, 0, bytes.length, somewhere)).toBe(`${long}x`);
  });

  it('takes the longest piece that stands at a place', () => {
    expect(encode(['', 'ab', 'abcd', 'c'], ['abc', 'abcd']).map((bytes) => [...bytes])).toEqual([
      [1, 3],
      [2],
    ]);
  });
});

describe('trainSymbols › when it learns', () => {
  it('gives the same table for the same sample, the commonest pieces first', () => {
    const symbols = trainSymbols(titles);
    expect(trainSymbols([...titles])).toEqual(symbols);
    const uses = new Map<number, number>();
    const encoder = new SymbolEncoder(symbols);
    for (const title of titles) encoder.split(title, (code) => uses.set(code, (uses.get(code) ?? 0) + 1));
    const counts = symbols.slice(1).map((_, at) => uses.get(at + 1) ?? 0);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts.at(-1)).toBeGreaterThan(0);
  });

  it('makes no more and no longer pieces than it may', () => {
    const symbols = trainSymbols([...titles, 'a'.repeat(9000)], 40);
    expect(symbols.length).toBeLessThanOrEqual(40);
    expect(Math.max(...symbols.map(({ length }) => length))).toBeLessThanOrEqual(longestSymbol);
  });

  it('gives a table that writes anything for no sample at all', () => {
    expect(trainSymbols([])).toEqual(['']);
    expect(encode([''], ['税'])).toEqual([Uint8Array.of(0, 0x7a, 0x0e)]);
  });
});

describe('symbols › when codes or tables are damaged', () => {
  const table = SymbolTable.of(['', '税务', '公开']);

  it.each([
    ['a code that stands for nothing', [3]],
    ['a two-byte code that stands for nothing', [200, 1]],
    ['an escape cut short', [1, 0, 0x7a]],
    ['a two-byte code cut short', [1, 112]],
  ])('calls %s damaged', (_what, bytes) => {
    // Behind the text lies more, which must not be taken for its end.
    const all = Uint8Array.of(...bytes, 1, 1, 1);
    expect(codeOf(() => table.decode(all, 0, bytes.length, somewhere))).toBe('search.block-damaged');
  });

  it('reads a table back', () => {
    const symbols = trainSymbols(titles);
    const table = decodeSymbols(encodeSymbols(symbols), somewhere);
    const read = encode(symbols, titles).map((bytes) => table.decode(bytes, 0, bytes.length, somewhere));
    expect(read).toEqual(titles);
  });

  it('refuses a table that is cut, goes on, or is too large', () => {
    const bytes = encodeSymbols(['', '税务']);
    const tooMany = Uint8Array.of(0x71, 0x90, 0, 0, ...new Uint8Array(mostSymbols + 1));
    const tooLong = Uint8Array.of(1, 0, 0, 0, longestSymbol + 1, ...new Uint8Array(longestSymbol * 2 + 2));
    for (const wrong of [bytes.slice(0, -1), Uint8Array.of(...bytes, 0), tooMany, tooLong]) {
      expect(codeOf(() => decodeSymbols(wrong, somewhere))).toBe('search.block-damaged');
    }
  });
});
