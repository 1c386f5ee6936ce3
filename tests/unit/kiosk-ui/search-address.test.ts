// The address of a search: what is written can be read again, whatever stands in it.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isEmptySearch,
  parseSearchAddress,
  searchUrl,
  toggleFilter,
  withFilter,
} from '#kiosk/state/search-address.ts';
import { filterFields } from '#shared/search/types.ts';

const values = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 5 });
const wellFormed = (text: string) => text.isWellFormed();
const search = fc.record({
  text: fc.string({ maxLength: 100 }).filter(wellFormed),
  filters: fc.record(
    Object.fromEntries(filterFields.map((field) => [field, values.filter((list) => list.every(wellFormed))])),
    { requiredKeys: [] },
  ),
  sort: fc.constantFrom('relevance' as const, 'date' as const),
});

test('search address › when any search is written › it reads back the same', () => {
  fc.assert(
    fc.property(search, (wanted) => {
      expect(parseSearchAddress(searchUrl(wanted))).toEqual(wanted);
    }),
  );
});

test('search address › when a filter is toggled twice › it is as before', () => {
  const before = withFilter({ text: '低保', filters: {}, sort: 'date' }, 'kind', ['guide']);
  const on = toggleFilter(before, 'agency', 'a1');
  expect(on.filters).toEqual({ kind: ['guide'], agency: ['a1'] });
  expect(toggleFilter(on, 'agency', 'a1')).toEqual(before);
});

test('search address › when it carries rubbish › it keeps to the bounds', () => {
  const long = 'a'.repeat(5_000);
  const many = Array.from({ length: 500 }, (_, index) => `&year=${index}`).join('');
  const parsed = parseSearchAddress(`/search?q=${long}&kind=${long}&nonsense=1&sort=up${many}`);
  expect(parsed.text).toHaveLength(100);
  expect(parsed.filters.kind).toBeUndefined();
  expect(parsed.filters.year).toHaveLength(20);
  expect(parsed.sort).toBe('relevance');
  expect(isEmptySearch(parseSearchAddress('/search?q=%20'))).toBe(true);
});
