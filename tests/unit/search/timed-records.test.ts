// Spans in which records are shown: written and read back, hidden by a clock that may go either way.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ShownSpan } from '#shared/catalogue/record.ts';
import { decodeTimed, largestTimed, TimedCollector } from '#shared/search/timed-records.ts';
import { makePublishable, makeQuery, openTestCatalogue } from '../../support/catalogue-records.ts';
import { codeOf } from '../../support/damage.ts';

const place = { segment: 's', section: 'shown', block: 0 };
const instant = fc
  .date({ min: new Date('1971-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const orNull = fc.option(instant, { nil: null });
const spans = fc.array(fc.option(fc.record({ from: orNull, until: orNull }), { nil: null }), {
  maxLength: 40,
});

function encode(all: readonly (ShownSpan | null)[]): Uint8Array {
  const collector = new TimedCollector();
  for (const [ordinal, span] of all.entries()) collector.add(span, ordinal);
  return collector.finish();
}

function isHidden(span: ShownSpan | null, time: number): boolean {
  const from = span?.from ?? null;
  const until = span?.until ?? null;
  return (from !== null && time < Date.parse(from)) || (until !== null && time >= Date.parse(until));
}

describe('timed records › when they are written and read', () => {
  it('hides what a look at every span hides, at its very ends too', () => {
    fc.assert(
      fc.property(spans, (all) => {
        const bytes = encode(all);
        expect(bytes.length).toBeLessThanOrEqual(largestTimed(all.length));
        if (bytes.length === 0) return;
        const timed = decodeTimed(bytes, all.length, place);
        const ends = all.flatMap((span) => [span?.from, span?.until].filter((end) => end !== null));
        const times = ends.map((end) => Date.parse(end as string)).filter((time) => time > 0);
        for (const time of times.flatMap((one) => [one - 1, one])) {
          const hidden = all.flatMap((span, ordinal) => (isHidden(span, time) ? [ordinal] : []));
          expect([...timed.hiddenAt(time)]).toEqual(hidden);
          const later = times.filter((one) => one > time);
          expect(timed.nextChange(time)).toBe(Math.min(...later));
          expect(timed.lastChange(time)).toBe(Math.max(0, ...times.filter((one) => one <= time)));
        }
      }),
    );
  });

  it('takes no byte when nothing is limited', () => {
    expect(encode([null, { from: null, until: null }])).toHaveLength(0);
  });

  it('refuses an end that is no time', () => {
    expect(() => encode([{ from: 'soon', until: null }])).toThrow(RangeError);
  });

  it('calls bytes damaged that cannot be those of so many records', () => {
    const bytes = encode([null, { from: null, until: '2026-01-01T00:00:00Z' }]);
    expect(codeOf(() => decodeTimed(bytes, 1, place))).toBe('search.block-damaged');
    expect(codeOf(() => decodeTimed(bytes.subarray(0, -1), 2, place))).toBe('search.block-damaged');
    expect(codeOf(() => decodeTimed(Uint8Array.of(...bytes, 0), 2, place))).toBe('search.block-damaged');
  });
});

describe('catalogue › when records are shown for a time only', () => {
  const start = '2026-05-01T01:00:00Z';
  const end = '2026-05-08T16:00:00Z';
  const all = [
    makePublishable({ id: 'notice', title: '公示名单', shown: { from: start, until: end } }, '正文'),
    makePublishable({ id: 'law', title: '公示办法' }),
  ];

  async function open(at: string) {
    let now = Date.parse(at);
    let changes = 0;
    const { reader } = await openTestCatalogue([all], {
      now: () => now,
      onShownChange: () => {
        changes++;
      },
    });
    const move = (to: string | number) => {
      now = typeof to === 'string' ? Date.parse(to) : to;
    };
    return { reader, move, changes: () => changes };
  }
  type Open = Awaited<ReturnType<typeof open>>;

  async function shown({ reader }: Open): Promise<string[]> {
    const listed = await reader.search(makeQuery(''));
    const found = await reader.search(makeQuery('公示'));
    const ids = found.hits.map(({ record }) => record.id).sort();
    expect(listed.hits.map(({ record }) => record.id).sort()).toEqual(ids);
    for (const { total, facets } of [listed, found]) {
      expect([total, facets.kind[0]?.count, reader.size]).toEqual([ids.length, ids.length, ids.length]);
    }
    const isThere = ids.includes('notice');
    expect((await reader.record('notice')) !== null).toBe(isThere);
    expect((await reader.recordByCode('Cnotice')) !== null).toBe(isThere);
    const body = await reader.bodyPart('notice', 0).catch(() => null);
    expect(body !== null).toBe(isThere);
    const walked: string[] = [];
    for await (const { id } of reader.records()) walked.push(id);
    expect(walked.sort()).toEqual(ids);
    return ids;
  }

  it('shows them from the first instant on and not at the last one', async () => {
    const catalogue = await open('2026-05-01T00:59:59.999Z');
    expect(await shown(catalogue)).toEqual(['law']);
    catalogue.move(start);
    expect(await shown(catalogue)).toEqual(['law', 'notice']);
    catalogue.move(Date.parse(end) - 1);
    expect(await shown(catalogue)).toEqual(['law', 'notice']);
    catalogue.move(end);
    expect(await shown(catalogue)).toEqual(['law']);
  });

  it('tells each change once, the boundary to come, and the one last passed', async () => {
    const catalogue = await open('2026-04-01T00:00:00Z');
    const { reader, move, changes } = catalogue;
    expect([reader.showNow(), reader.shownSince, changes()]).toEqual([Date.parse(start), 0, 0]);
    move(start);
    await shown(catalogue);
    expect([reader.showNow(), reader.shownSince, changes()]).toEqual([Date.parse(end), Date.parse(start), 1]);
    move('2026-06-01T00:00:00Z');
    expect([reader.showNow(), reader.shownSince, changes()]).toEqual([
      Number.POSITIVE_INFINITY,
      Date.parse(end),
      2,
    ]);
  });

  it('keeps the span of a record, and nothing of one without limits', async () => {
    const { reader } = await open(start);
    expect(await reader.record('notice')).toEqual(all[0]?.record);
    expect(await reader.record('law')).not.toHaveProperty('shown');
  });

  it('offers no word of a hidden title on the keypad', async () => {
    const catalogue = await open(start);
    const words = async () => (await catalogue.reader.keypad('公示')).words.map(({ text }) => text);
    const before = await words();
    catalogue.move(end);
    const after = await words();
    expect([before, after].map((all) => all.some((word) => word.includes('名单')))).toEqual([true, false]);
  });

  it('counts all without a clock', async () => {
    const { reader } = await openTestCatalogue([all]);
    expect([reader.size, (await reader.search(makeQuery('公示'))).total]).toEqual([2, 2]);
  });
});
