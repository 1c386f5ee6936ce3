// Queries with more matches than are counted: what is said of them is an estimate, close and called so.
import { beforeAll, describe, expect, it } from 'vitest';
import type { PublishableRecord } from '#shared/catalogue/record.ts';
import { recordKinds, validities } from '#shared/catalogue/record.ts';
import {
  type CatalogueReader,
  type FacetCount,
  type GeneralFacetField,
  generalFacetFields,
} from '#shared/search/types.ts';
import { makePublishable, makeQuery, openTestCatalogue } from '../../support/catalogue-records.ts';

const rankedMost = 200;

/** Whole numbers below a limit, mixed well and the same every time. */
function mixer(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const random = mixer(7);
const pick = <T>(values: readonly T[]): T => values[random(values.length)] as T;
const records: PublishableRecord[] = Array.from({ length: 12_000 }, (_, at) =>
  makePublishable({
    id: `r${at}`,
    title: at % 3 === 0 ? `第${at}号年报` : `第${at}号公告`,
    kind: pick(recordKinds),
    validity: pick(validities),
    agencyId: at % 150 === 1 ? 'rare' : pick(['g1', 'g2', 'g3']),
    topic: pick(['财政', '教育', '卫生', null]),
    date: `${2015 + random(8)}-0${1 + random(9)}-1${random(9)}`,
  }),
);

function valueIn(record: PublishableRecord['record'], field: GeneralFacetField): string | null {
  if (field === 'agency') return record.agencyId;
  return field === 'year' ? (record.date?.slice(0, 4) ?? null) : record[field];
}

function countsOf(all: readonly PublishableRecord[], field: GeneralFacetField): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { record } of all) {
    const value = valueIn(record, field);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

let reader: CatalogueReader;
beforeAll(async () => {
  ({ reader } = await openTestCatalogue([records], { rankedMost }));
});

function told(counts: readonly FacetCount[]): Map<string, number> {
  return new Map(counts.map(({ value, count }) => [value, count]));
}

/** How far the worst count of a field is off, as a share of the true one; a value few records have is left aside. */
function worstError(counts: readonly FacetCount[], truth: ReadonlyMap<string, number>): number {
  const estimates = told(counts);
  const many = [...truth].filter(([, count]) => count >= 200);
  return Math.max(...many.map(([value, count]) => Math.abs((estimates.get(value) ?? 0) - count) / count));
}

describe('counts › when more records match than are looked at', () => {
  const matching = records.filter(({ record }) => record.title.endsWith('公告'));

  it.each(generalFacetFields.map((field) => [field]))(
    'are close on evenly mixed records: %s',
    async (field) => {
      const { facets, facetsAreEstimates, totalIsLowerBound } = await reader.search(makeQuery('公告'));
      expect([facetsAreEstimates, totalIsLowerBound]).toEqual([true, true]);
      expect(worstError(facets[field], countsOf(matching, field))).toBeLessThan(0.2);
    },
  );

  it('are called estimates when only those of the filtered field are', async () => {
    const few = matching.filter(({ record }) => record.agencyId === 'rare');
    const rare = { filters: { agency: ['rare'] } };
    const { facets, total, ...answer } = await reader.search(makeQuery('公告', rare));
    expect([total, answer.totalIsLowerBound, answer.facetsAreEstimates]).toEqual([few.length, false, true]);
    expect(worstError(facets.agency, countsOf(matching, 'agency'))).toBeLessThan(0.2);
    expect(told(facets.agency).get('rare')).toBe(few.length); // what was chosen is known exactly
    expect(told(facets.kind)).toEqual(countsOf(few, 'kind'));
  });

  it.each([
    ['a year', { year: ['2017'] }],
    ['a kind', { kind: ['notice'] }],
    ['a year and a validity', { year: ['2018', '2019'], validity: ['in-force'] }],
  ])('are close within stretches that %s leaves', async (_what, filters) => {
    const { facets, totalIsLowerBound } = await reader.search(makeQuery('公告', { filters }));
    expect(totalIsLowerBound).toBe(true);
    const narrowed = matching.filter(({ record }) =>
      Object.entries(filters).every(([field, values]) =>
        values.includes(valueIn(record, field as GeneralFacetField) ?? ''),
      ),
    );
    expect(worstError(facets.agency, countsOf(narrowed, 'agency'))).toBeLessThan(0.25);
  });

  it('are close of a field that is filtered itself', async () => {
    const { facets } = await reader.search(makeQuery('公告', { filters: { agency: ['g2'] } }));
    expect(worstError(facets.agency, countsOf(matching, 'agency'))).toBeLessThan(0.2);
    const narrowed = matching.filter(({ record }) => record.agencyId === 'g2');
    expect(worstError(facets.topic, countsOf(narrowed, 'topic'))).toBeLessThan(0.2);
  });

  it('are exact for everything, of which nothing need be looked at', async () => {
    const { facets, facetsAreEstimates, total } = await reader.search(makeQuery(''));
    expect([facetsAreEstimates, total]).toEqual([false, 10_000]);
    for (const field of generalFacetFields)
      expect(told(facets[field]), field).toEqual(countsOf(records, field));
  });

  it('are exact where as many match as are looked at', async () => {
    const few = records.slice(0, rankedMost);
    const { reader: small } = await openTestCatalogue([few], { rankedMost });
    const { facets, facetsAreEstimates, totalIsLowerBound, total } = await small.search(makeQuery('号'));
    expect([facetsAreEstimates, totalIsLowerBound, total]).toEqual([false, false, rankedMost]);
    for (const field of generalFacetFields) expect(told(facets[field]), field).toEqual(countsOf(few, field));
  });
});

describe('hits › when more records match than are looked at', () => {
  it('still begin with the best fit, wherever it lies', async () => {
    const best = makePublishable({ id: 'best', title: '公告', kind: 'matter', validity: 'repealed' });
    const { reader: withBest } = await openTestCatalogue([[...records, best]], { rankedMost });
    const { hits } = await withBest.search(makeQuery('公告'));
    expect(hits[0]?.record.id).toBe('best');
  });

  it('are the newest of all when sorted by date', async () => {
    const { hits } = await reader.search(makeQuery('公告', { sort: 'date', limit: 50 }));
    const dates = records
      .filter(({ record }) => record.title.endsWith('公告'))
      .map(({ record }) => record.date);
    expect(hits.map(({ record }) => record.date)).toEqual(dates.sort().reverse().slice(0, 50));
  });
});
