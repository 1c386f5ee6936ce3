// What counts of a segment: ordinals that have gone, joined of two lists.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinOrdinals, LiveRecords } from '#shared/search/live-records.ts';
import { codeOf } from '../../support/damage.ts';

const place = { segment: 's', section: 'deleted', block: 0 };
const ordinals = fc
  .uniqueArray(fc.nat(99), { maxLength: 30 })
  .map((list) => Uint32Array.from(list.sort((a, b) => a - b)));

it('live records › when two lists have gone › it counts what is in neither', () => {
  fc.assert(
    fc.property(ordinals, ordinals, (deleted, hidden) => {
      const live = new LiveRecords(joinOrdinals(deleted, hidden), 100, place);
      const gone = new Set([...deleted, ...hidden]);
      expect([...live.gone]).toEqual([...gone].sort((a, b) => a - b));
      expect(live.count).toBe(100 - gone.size);
      for (let ordinal = 0; ordinal < 100; ordinal++) expect(live.has(ordinal)).toBe(!gone.has(ordinal));
    }),
  );
});

it('live records › when one has gone that the segment has not › it is damaged', () => {
  expect(codeOf(() => new LiveRecords(Uint32Array.of(4), 4, place))).toBe('search.block-damaged');
});
