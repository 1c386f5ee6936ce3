// Counts of a field that is filtered itself: what its own filter hides is counted all the same.
import { describe, expect, it } from 'vitest';
import { makePublishable, makeQuery, openTestCatalogue } from '../../support/catalogue-records.ts';

const records = [
  makePublishable({ id: 'body', title: '年报', validity: 'in-force', date: '2024' }, '条例12'),
  makePublishable({ id: 'parts', title: '第1号', summary: '条例', validity: 'in-force', date: '2023' }),
  makePublishable({ id: 'other', title: '公告', validity: 'repealed', date: '2023' }),
];

describe('search › when a filter hides all that match as typed, and others match in parts', () => {
  it('counts both for the field of the filter', async () => {
    const { reader } = await openTestCatalogue([records]);
    const open = await reader.search(makeQuery('条例1'));
    expect([open.matched, open.total]).toEqual(['scattered', 2]);
    const filtered = await reader.search(makeQuery('条例1', { filters: { validity: ['repealed'] } }));
    expect([filtered.matched, filtered.total]).toEqual(['scattered', 0]);
    expect(filtered.facets.validity).toEqual([{ value: 'in-force', count: 2 }]);
  });
});

describe('search › when a filter hides all hits', () => {
  it('does not turn the answer into a loose one', async () => {
    const { reader } = await openTestCatalogue([records]);
    const { matched, total, facets } = await reader.search(
      makeQuery('公告', { filters: { year: ['2024'] } }),
    );
    expect([matched, total, facets.year]).toEqual(['whole', 0, [{ value: '2023', count: 1 }]]);
  });
});
