// Walking over long lists: any row of steps lands where a filter of the whole list lands.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { end, wait } from '#shared/search/doc-cursor.ts';
import { fieldLetters } from '#shared/search/format.ts';
import { ListCursor } from '#shared/search/list-cursor.ts';
import { type OpenTerms, step, toList, writeTerms } from '../../support/search-blocks.ts';

const records = 300_000;
const hasMany = (doc: number) => doc % 3 !== 0 && Math.floor(doc / 5000) % 4 !== 3;
const entries = Array.from({ length: records }, (_, doc) => ({ doc, places: [doc % 7, 9 + (doc % 4000)] }));
const many = entries.filter(({ doc }) => hasMany(doc));
const few = [5, 6, 40_000, 299_999].map((doc) => ({ doc, places: [doc % 7, 9 + (doc % 4000)] }));
const lists = new Map([
  ['一', toList(few)],
  ['丁', toList(many)],
  // Written otherwise, since so many summaries have it.
  [`丁${fieldLetters.summary}`, toList(many)],
  ['七', toList(few.map(({ doc }) => ({ doc })))],
]);

let terms: OpenTerms;
beforeAll(async () => {
  terms = await writeTerms(lists, records);
});

/** The first of ascending records not below a target. */
function naive(docs: Uint32Array, target: number): number {
  let low = 0;
  let high = docs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((docs[middle] as number) < target) low = middle + 1;
    else high = middle;
  }
  return docs[low] ?? end;
}

describe('list cursor › when it steps to any targets', () => {
  // Small steps stay in a chunk, large ones pass over blocks; a step back must stay where it is.
  const hop = fc.oneof(fc.nat(3), fc.nat(600), fc.nat(90_000), fc.constant(-5));

  it.each([...lists.keys()])('lands where a filter of the list lands, with its places: %s', async (key) => {
    const list = lists.get(key) as ReturnType<typeof toList>;
    await fc.assert(
      fc.asyncProperty(fc.array(hop, { maxLength: 40 }), async (hops) => {
        const window = terms.newWindow();
        const cursor = new ListCursor(terms.section, window, key);
        let doc = -1;
        for (const by of hops) {
          const target = Math.max(0, Math.min(records, doc) + by);
          const expected = doc >= target ? doc : naive(list.docs, target);
          doc = await step(cursor, target, window);
          expect([doc, cursor.doc]).toEqual([expected, expected]);
          if (doc === end) break;
          const { positions, from, to } = cursor.places();
          const places = list.places === null ? [] : [doc % 7, 9 + (doc % 4000)];
          expect([...positions.subarray(from, to)]).toEqual(places);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('goes over every record of a list of many blocks', async () => {
    const window = terms.newWindow();
    const cursor = new ListCursor(terms.section, window, '丁');
    const [from, to] = terms.section.blocksOf('丁');
    expect(to - from).toBeGreaterThan(4);
    const docs: number[] = [];
    for (let doc = await step(cursor, 0, window); doc !== end; doc = await step(cursor, doc + 1, window)) {
      docs.push(doc);
    }
    expect(Uint32Array.from(docs)).toEqual(lists.get('丁')?.docs);
  });
});

describe('list cursor › when blocks are not in memory', () => {
  it('waits and stays where it was, until they are', async () => {
    const window = terms.newWindow();
    const cursor = new ListCursor(terms.section, window, '丁');
    expect([cursor.advance(100_000), cursor.advance(100_000), cursor.doc]).toEqual([wait, wait, -1]);
    await window.load();
    const found = naive(lists.get('丁')?.docs as Uint32Array, 100_000);
    expect([cursor.advance(100_000), cursor.doc]).toEqual([found, found]);
  });

  it('jumps without reading the blocks in between', async () => {
    const window = terms.newWindow();
    const cursor = new ListCursor(terms.section, window, '丁');
    const { blocks } = terms.written;
    const before = blocks.blocksRead;
    await step(cursor, 0, window);
    await step(cursor, 290_000, window);
    expect(blocks.blocksRead - before).toBeLessThanOrEqual(4);
  });

  it('reads several at once when it goes from block to block', async () => {
    const window = terms.newWindow();
    const cursor = new ListCursor(terms.section, window, '丁');
    const { blocks } = terms.written;
    const before = { reads: blocks.reads, blocks: blocks.blocksRead };
    for (let doc = await step(cursor, 0, window); doc !== end; ) doc = await step(cursor, doc + 1, window);
    expect(blocks.blocksRead - before.blocks).toBeGreaterThan((blocks.reads - before.reads) * 1.5);
  });

  it('needs no further step to wait for what was read ahead', async () => {
    const window = terms.newWindow();
    const cursor = new ListCursor(terms.section, window, '丁');
    cursor.prefetch(200_000);
    await window.load();
    expect(cursor.advance(200_000)).toBe(naive(lists.get('丁')?.docs as Uint32Array, 200_000));
  });
});

describe('list cursor › when it is asked how long its list is', () => {
  it('knows it once the beginning of the list is in memory', async () => {
    const window = terms.newWindow();
    const cursors = ['丁', '七', '丄'].map((key) => new ListCursor(terms.section, window, key));
    for (const cursor of cursors) await step(cursor, 0, window);
    const [manyOf, fewOf, none] = cursors.map((cursor) => cursor.estimate());
    expect([fewOf, none]).toEqual([few.length, 0]);
    // The list may begin in the block before, behind another key: then its length is estimated.
    expect(manyOf).toBeGreaterThan(many.length / 2);
  });
});
