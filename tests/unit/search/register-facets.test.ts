// Entries of registers: narrowed to their register and its places, counted there only.
import { describe, expect, it } from 'vitest';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { mostFacetValues } from '#shared/search/format.ts';
import type { FilterField } from '#shared/search/types.ts';
import { makePublishable, makeQuery, openTestCatalogue } from '../../support/catalogue-records.ts';

function entry(
  id: string,
  registerId: string,
  facets: (string | null)[],
  part: Partial<CatalogueRecord> = {},
) {
  const details = { type: 'entry', registerId, registerTitle: '名录', cells: [], facets } as const;
  return makePublishable({ id, kind: 'entry', title: `${id}公司`, details, ...part });
}

const entries = [
  entry('e1', 'r1', ['存续', '农业', null]),
  entry('e2', 'r1', ['存续', '工业']),
  entry('e3', 'r1', ['注销', '工业', '']),
  entry('e4', 'r2', ['存续']),
  // Another validity lies in another stretch of ordinals.
  entry('e5', 'r1', ['注销', null, '东区'], { validity: 'in-force' }),
];
const others = Array.from({ length: 50 }, (_, at) => makePublishable({ id: `d${at}`, title: `${at}号公司` }));

async function ask(filters: Partial<Record<FilterField, string[]>>, text = '') {
  const { reader } = await openTestCatalogue([[...others, ...entries]]);
  const { hits, facets, total } = await reader.search(makeQuery(text, { filters }));
  const counts = [facets.facet1, facets.facet2, facets.facet3].map((list) =>
    list.map(({ value, count }) => `${value} ${count}`),
  );
  return { ids: hits.map(({ record }) => record.id).sort(), counts, total };
}

describe('register › when results are narrowed to it', () => {
  it('finds its entries and counts what each place has', async () => {
    for (const text of ['', '公司']) {
      expect(await ask({ register: ['r1'] }, text)).toEqual({
        ids: ['e1', 'e2', 'e3', 'e5'],
        counts: [['存续 2', '注销 2'], ['工业 2', '农业 1'], ['东区 1']],
        total: 4,
      });
    }
  });

  it('narrows by places, and none by its own counts', async () => {
    expect(await ask({ register: ['r1'], facet1: ['存续'], facet2: ['工业'] })).toEqual({
      ids: ['e2'],
      counts: [['存续 1', '注销 1'], ['农业 1', '工业 1'], []],
      total: 1,
    });
  });

  it('counts no place of all registers together, but narrows by one', async () => {
    expect(await ask({ facet1: ['存续'] })).toEqual({
      ids: ['e1', 'e2', 'e4'],
      counts: [[], [], []],
      total: 3,
    });
  });

  it('finds nothing of a register that is not there', async () => {
    expect(await ask({ register: ['r9'] })).toEqual({ ids: [], counts: [[], [], []], total: 0 });
  });
});

describe('register › when nothing is narrowed to it', () => {
  it('reads no column of places, and without entries there is none', async () => {
    const { segments } = await openTestCatalogue([others]);
    const withEntries = await openTestCatalogue([[...others, ...entries]]);
    const [plain, more] = [segments, withEntries.segments].map(([one]) => one?.header.sections.values ?? 0);
    expect([plain, more]).toEqual([3, 6]);
    withEntries.blocks.segments.get('segment-0')?.get('values')?.splice(3);
    expect((await withEntries.reader.search(makeQuery('公司'))).total).toBe(55);
    const narrowed = withEntries.reader.search(makeQuery('公司', { filters: { register: ['r1'] } }));
    await expect(narrowed).rejects.toThrow();
  });
});

describe('register › when a place has more values than are counted', () => {
  it('counts the most frequent, and narrows by all', async () => {
    const many = Array.from({ length: mostFacetValues + 20 }, (_, at) => entry(`m${at}`, 'r', [`值${at}`]));
    const frequent = [entry('f1', 'r', ['末']), entry('f2', 'r', ['末'])];
    const { reader } = await openTestCatalogue([[...many, ...frequent]]);
    const { facets } = await reader.search(makeQuery('', { filters: { register: ['r'] } }));
    expect(facets.facet1).toHaveLength(mostFacetValues);
    expect(facets.facet1[0]).toEqual({ value: '末', count: 2 });
    const rare = `值${mostFacetValues + 19}`;
    expect((await reader.search(makeQuery('', { filters: { facet1: [rare] } }))).total).toBe(1);
  });
});
