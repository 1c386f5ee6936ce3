// A section of terms over many blocks: every key is found where the fences say, and nothing else is.
import { beforeAll, describe, expect, it } from 'vitest';
import { ChunkDecoder } from '#shared/search/chunk-decoder.ts';
import { blockBytes, postingEncoding } from '#shared/search/format.ts';
import type { PostingList } from '#shared/search/posting-encoding.ts';
import { TermBlock } from '#shared/search/term-block.ts';
import { codeOf, somewhere } from '../../support/damage.ts';
import { type OpenTerms, toList, writeTerms } from '../../support/search-blocks.ts';

const records = 200_000;
const every = (step: number) => Array.from({ length: records / step }, (_, at) => ({ doc: at * step }));

/** Thousands of rare keys around one whose list goes on through several blocks. */
const lists = new Map<string, PostingList>([
  ...Array.from({ length: 15_000 }, (_, at): [string, PostingList] => [
    `税${String.fromCharCode(0x4e00 + at)}`,
    toList([{ doc: at, places: at % 2 === 0 ? [at % 50] : [at % 50, 90] }]),
  ]),
  ['甲单', toList([{ doc: 7 }])],
  ['甲常', toList(every(1).map(({ doc }) => ({ doc, places: [doc % 3] })))],
  ['甲疏', toList(every(40))],
]);

let terms: OpenTerms;
let blocks: Uint8Array[];

beforeAll(async () => {
  terms = await writeTerms(lists, records);
  const count = terms.written.count('terms');
  blocks = await terms.written.open(records).read('terms', [...Array(count).keys()]);
});

const blockAt = (at: number) => new TermBlock(blocks[at] as Uint8Array, { ...somewhere, block: at });

/** All records of a key, read chunk by chunk. */
function docsOf(key: string): number[] {
  const docs: number[] = [];
  const decoder = new ChunkDecoder();
  const [from, to] = terms.section.blocksOf(key);
  for (let at = from; at < to; at++) {
    const block = blockAt(at);
    const chunks = block.chunksOf(key);
    for (const chunk of chunks.firstDocs.keys()) {
      block.decode(chunks, chunk, decoder, records);
      expect(decoder.count).toBe(chunks.counts[chunk]);
      docs.push(...decoder.docs());
    }
  }
  return docs;
}

describe('term blocks › when terms fill many of them', () => {
  it('are no larger than they may be', () => {
    expect(blocks.length).toBeGreaterThan(5);
    for (const block of blocks) expect(block.length).toBeLessThanOrEqual(blockBytes + 1024);
  });

  it('give back every list, however long', () => {
    for (const [key, list] of lists) {
      const docs = docsOf(key);
      expect(docs.length, key).toBe(list.length);
      expect(Uint32Array.from(docs), key).toEqual(list.docs);
    }
  });

  it('give nothing for keys before, between and behind those that are there', () => {
    for (const key of ['', '一', '甲', '甲常\u0000', '税', '税\u4dff', '龥'])
      expect(docsOf(key), key).toEqual([]);
  });

  it('tell the length of a list of several chunks where it begins, and only there', () => {
    const [from, to] = terms.section.blocksOf('甲常');
    const totals = Array.from({ length: to - from }, (_, at) => blockAt(from + at).chunksOf('甲常').total);
    expect(totals.filter((total) => total !== null)).toEqual([records]);
    expect(blockAt(terms.section.blocksOf('甲单')[0]).chunksOf('甲单').total).toBeNull();
  });

  it('list every key with a beginning from the blocks the fences name', () => {
    const [from, to] = terms.section.blocksOfPrefix('甲');
    const keys = new Set<string>();
    for (let at = from; at < to; at++) {
      blockAt(at).walk('甲', ({ key }) => {
        if (key.startsWith('甲')) keys.add(key);
        return key.startsWith('甲') || key < '甲';
      });
    }
    expect([...keys]).toEqual(['甲单', '甲常', '甲疏']);
  });
});

describe('term block › when its head or order cannot be', () => {
  const entry = (shared: string, doc: number) => [shared.length, ...Buffer.from(shared), 0, doc];
  const block = (encoding: number, entries: number, restarts: number, ...body: number[]) =>
    Uint8Array.of(encoding, entries, restarts, ...Array(restarts * 2).fill(0), ...body);
  const find = (bytes: Uint8Array) => codeOf(() => new TermBlock(bytes, somewhere).chunksOf('b'));

  it('is read when it is sound', () => {
    expect(find(block(postingEncoding, 2, 1, ...entry('a', 1), ...entry('b', 1)))).toBe('no error');
  });

  it.each([
    ['another encoding', block(1, 2, 1, ...entry('a', 1), ...entry('b', 1))],
    ['no entries', block(postingEncoding, 0, 0)],
    ['too few restarts', block(postingEncoding, 2, 0, ...entry('a', 1), ...entry('b', 1))],
    ['keys that go back', block(postingEncoding, 2, 1, ...entry('b', 1), ...entry('a', 1))],
    ['a list that goes back', block(postingEncoding, 2, 1, ...entry('b', 4), ...entry('b', 3))],
    ['fewer entries than it says', block(postingEncoding, 2, 1, ...entry('a', 1))],
    ['a chunk longer than the block', block(postingEncoding, 1, 1, 1, 98, 10, 0, 99)],
    ['nothing', new Uint8Array(0)],
  ])('is damaged with %s', (_what, bytes) => {
    expect(find(bytes)).toBe('search.block-damaged');
  });
});
