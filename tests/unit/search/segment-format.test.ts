// The pieces of the segment format: lists, tables, groups, lookups, and what damage does to them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors/app-error.ts';
import { cutBody } from '#shared/search/body-pieces.ts';
import { ByteReader } from '#shared/search/byte-reader.ts';
import { ByteWriter } from '#shared/search/byte-writer.ts';
import { PostingArena } from '#shared/search/posting-arena.ts';
import { decodePostings, encodePostings, type PlacesWanted } from '#shared/search/posting-encoding.ts';
import { PostingBuilder, type PostingList } from '#shared/search/postings.ts';
import { blocksOfKey, TermBlock } from '#shared/search/term-reader.ts';
import { TermWriter } from '#shared/search/term-writer.ts';

const place = { segment: 's', section: 'terms', block: 0 };

function damage(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return error instanceof AppError ? error.code : `foreign: ${String(error)}`;
  }
  return 'no error';
}

function toList(entries: readonly (readonly [number, readonly number[]])[]): PostingList {
  const list = new PostingBuilder();
  for (const [doc, positions] of entries) {
    list.doc(doc);
    for (const position of positions) list.position(position);
  }
  return list.finish();
}

function throughBytes(list: PostingList, records: number, wanted: PlacesWanted = list.docs): PostingList {
  const into = new PostingBuilder();
  for (const chunk of encodePostings(list, new ByteWriter(), new ByteWriter())) {
    expect(chunk.docs.length + chunk.places.length).toBeLessThan(24_000);
    const docs = new ByteReader(chunk.docs, place);
    const places = new ByteReader(chunk.places, place);
    decodePostings(into, { ...chunk, docs, places }, wanted, records);
  }
  return into.finish();
}

describe('byte reader › when bytes end or overflow', () => {
  it('reads back every integer it was given', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 0xffffffff })), (values) => {
        const out = new ByteWriter();
        for (const value of values) out.varint(value);
        const reader = new ByteReader(out.take(), place);
        expect(values.map(() => reader.varint())).toEqual(values);
        expect(reader.isAtEnd).toBe(true);
      }),
    );
  });

  it.each([
    ['an integer that does not end', [0x80, 0x80]],
    ['an integer above 32 bits', [0xff, 0xff, 0xff, 0xff, 0x1f]],
    ['an integer of six bytes', [0x80, 0x80, 0x80, 0x80, 0x80, 0x01]],
    ['nothing at all', []],
  ])('calls %s damaged', (_what, bytes) => {
    expect(damage(() => new ByteReader(Uint8Array.from(bytes), place).varint())).toBe('search.block-damaged');
  });
});

describe('postings › when a list is long, crowded or joined', () => {
  it('come back as they were, in chunks that fit a block', () => {
    const entry = fc.tuple(fc.nat(2000), fc.uniqueArray(fc.nat(100_000), { minLength: 1, maxLength: 8 }));
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: ([doc]) => doc, maxLength: 1500 }), (entries) => {
        const sorted = entries
          .map(([doc, positions]) => [doc, [...positions].sort((a, b) => a - b)] as const)
          .sort(([a], [b]) => a - b);
        const list = toList(sorted);
        expect(throughBytes(list, 2001)).toEqual(list);
      }),
      { numRuns: 40 },
    );
  });

  it('give only the first places, none, or those of chosen records when that is wanted', () => {
    const list = toList([
      [1, [5, 300, 301]],
      [3, [7]],
      [600, [0, 9]],
    ]);
    expect([...throughBytes(list, 700, 'first').positions]).toEqual([5, 7, 0]);
    expect([...throughBytes(list, 700, 'none').docs]).toEqual([1, 3, 600]);
    const chosen = throughBytes(list, 700, Uint32Array.of(0, 1, 600, 601));
    expect([[...chosen.docs], [...chosen.positions]]).toEqual([
      [1, 600],
      [5, 300, 301, 0, 9],
    ]);
  });

  it('carry a record whose places fill several chunks', () => {
    const many = Array.from({ length: 60_000 }, (_, at) => at * 3);
    const list = toList([
      [1, [5]],
      [7, many],
      [9, [0, 400]],
    ]);
    expect(throughBytes(list, 10)).toEqual(list);
  });

  it('are put in order when terms are joined', () => {
    const list = toList([
      [4, [9]],
      [2, [1]],
      [4, [3, 9]],
      [4, [2]],
    ]);
    expect([...list.docs]).toEqual([2, 4]);
    expect([...list.positions]).toEqual([1, 2, 3, 9]);
    expect([...list.starts]).toEqual([0, 1, 4]);
  });

  it('refuse an ordinal the segment does not have', () => {
    const [chunk] = [...encodePostings(toList([[5, [0]]]), new ByteWriter(), new ByteWriter())];
    const read = (records: number) => {
      const docs = new ByteReader(chunk?.docs ?? new Uint8Array(), place);
      const places = new ByteReader(chunk?.places ?? new Uint8Array(), place);
      decodePostings(
        new PostingBuilder(),
        { firstDoc: chunk?.firstDoc ?? 0, count: 1, docs, places },
        'none',
        records,
      );
    };
    expect(damage(() => read(6))).toBe('no error');
    expect(damage(() => read(5))).toBe('search.block-damaged');
  });
});

describe('posting arena › when many terms grow at once', () => {
  it('gives every list back, renumbered', () => {
    const arena = new PostingArena();
    const truth = new Map<string, [number, number[]][]>();
    const records = 700;
    for (let doc = 0; doc < records; doc++) {
      for (let place = 0; place < 40; place++) {
        const term = ['税务', '公', '=\u0004abcd', '𠮷'][(doc * 7 + place * 3) % 4] as string;
        arena.add(term, doc, place * 200);
        const list = truth.get(term) ?? [];
        truth.set(term, list);
        if (list.at(-1)?.[0] !== doc) list.push([doc, []]);
        list.at(-1)?.[1].push(place * 200);
      }
    }
    const reversed = Uint32Array.from({ length: records }, (_, doc) => records - 1 - doc);
    expect(arena.sortedTerms()).toEqual([...truth.keys()].sort());
    for (const [term, list] of truth) {
      const expected = toList(list.map(([doc, places]) => [records - 1 - doc, places] as const).reverse());
      expect(arena.postings(term, reversed)).toEqual(expected);
    }
  });
});

describe('term table › when terms fill many blocks', () => {
  it('finds every term and every range of terms, and nothing else', async () => {
    const blocks: Uint8Array[] = [];
    const sink = { write: async (_section: string, block: Uint8Array) => blocks.push(block) - 1 };
    const writer = new TermWriter(sink, 'terms');
    const terms = Array.from({ length: 9000 }, (_, at) => `t${String(at * 7).padStart(6, '0')}`);
    for (const [at, term] of terms.entries()) await writer.add(term, toList([[at, [at % 50]]]));
    await writer.add('u', toList(Array.from({ length: 40_000 }, (_, doc) => [doc, [0]] as const)));
    await writer.finish();
    expect(blocks.length).toBeGreaterThan(4);
    for (const block of blocks) expect(block.length).toBeLessThanOrEqual(48 * 1024);
    const find = (key: string, isPrefix: boolean) => {
      const into = new PostingBuilder();
      const [from, to] = blocksOfKey(writer.fences, { key, isPrefix });
      for (let at = from; at < to; at++) {
        new TermBlock(blocks[at] as Uint8Array, place).collect({ key, isPrefix }, 'none', into, 40_000);
      }
      return [...into.finish().docs];
    };
    for (let at = 0; at < terms.length; at += 37) expect(find(terms[at] as string, false)).toEqual([at]);
    expect(find('t000001', false)).toEqual([]);
    expect(find('a', false)).toEqual([]);
    expect(find('z', false)).toEqual([]);
    expect(find('t0100', true)).toEqual(terms.flatMap((term, at) => (term.startsWith('t0100') ? [at] : [])));
    expect(find('t', true)).toHaveLength(9000);
    expect(find('u', false)).toHaveLength(40_000);
  });
});

describe('cutBody › when HTML and plain text are paired', () => {
  it('loses no character of either, however badly they agree', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 5 }),
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        (parts, text) => {
          const pieces = cutBody(parts, text);
          expect(pieces.map(({ html }) => html).filter((html) => html !== '')).toEqual(
            parts.filter((part) => part !== ''),
          );
          expect(pieces.map((piece) => piece.text).join('')).toBe(text);
          expect(pieces.length).toBeGreaterThanOrEqual(parts.length);
        },
      ),
    );
  });

  it('puts the words of a part beside it', () => {
    const parts = ['<p>第一条 为了<b>公开</b></p>', '<p>第二条 &lt;本&gt;</p>'];
    const pieces = cutBody(parts, '第一条 为了公开\n\n第二条 <本>');
    expect(pieces.map(({ text }) => text)).toEqual(['第一条 为了公开\n\n', '第二条 <本>']);
  });
});
