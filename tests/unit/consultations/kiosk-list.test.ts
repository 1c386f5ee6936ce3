// The terminal's list of consultations: found behind however many notices, and in the order people need them.
import { describe, expect, it } from 'vitest';
import { findConsultations, sortConsultations } from '#kiosk/state/consultation-list.ts';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { SearchQuery } from '#shared/search/types.ts';
import { makePublishable } from '#tests/support/catalogue-records.ts';

/** Every fiftieth notice asks; the days of its period are told by its number. */
const notices: readonly CatalogueRecord[] = Array.from({ length: 250 }, (_, at) => {
  const day = (offset: number) => new Date(Date.UTC(2026, 10, 1 + offset)).toISOString().slice(0, 10);
  const asks = { kind: 'comment', points: [], hearing: null, draftId: null, affectsBusiness: false } as const;
  const ways = { post: null, email: null, phone: null, place: null };
  const details = {
    type: 'notice',
    level: 'ordinary',
    startsOn: day((at % 7) * 10 - 20),
    endsOn: day((at % 7) * 10 - 5),
    contact: null,
    ...(at % 50 === 0 ? { consultation: { ...asks, ...ways, resultIds: [] } } : {}),
  } as const;
  return makePublishable({ id: `n${at}`, kind: 'notice', title: `公告${at}`, details }).record;
});

const engine = {
  search: async ({ offset, limit }: SearchQuery) => ({
    total: notices.length,
    totalIsLowerBound: false,
    hits: notices.slice(offset, offset + limit).map((record) => ({ record, score: 0, marks: [] })),
    facets: { kind: [], agency: [], topic: [], year: [], validity: [], facet1: [], facet2: [], facet3: [] },
    facetsAreEstimates: false,
    alsoSearched: [],
  }),
};

describe('the terminal’s list of consultations › of 250 notices', () => {
  it('those that ask › are all found, and nothing else', async () => {
    const found = await findConsultations(engine as never);
    expect(found.map(({ record }) => record.id)).toEqual(['n0', 'n50', 'n100', 'n150', 'n200']);
  });

  it('at any day › each stands in one group, what ends first at the head of its own', async () => {
    const found = await findConsultations(engine as never);
    for (let day = -40; day < 80; day += 1) {
      const sorted = sortConsultations(found, Date.UTC(2026, 10, 1 + day, 4));
      const { open, planned, over } = sorted;
      expect([...open, ...planned, ...over]).toHaveLength(found.length);
      const ends = open.map(({ details }) => details.endsOn ?? '');
      expect(ends).toEqual([...ends].sort());
      expect(open.every(({ standing }) => standing.daysLeft !== null)).toBe(true);
      const past = over.map(({ details }) => details.endsOn ?? '');
      expect(past).toEqual([...past].sort().reverse());
    }
  });
});
