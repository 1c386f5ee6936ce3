// Phrases of titles that are too frequent to count: which are known, and what questions make of it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CrowdedCounter, TitleSample } from '#shared/search/crowded-phrases.ts';
import { makePublishable, makeQuery, openTestCatalogue } from '../../support/catalogue-records.ts';

/** What titles hold more than so many times, counted one by one. */
function countedPlainly(titles: readonly string[], moreThan: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const title of titles) {
    const found = new Set<string>();
    for (let from = 0; from < title.length; from++) {
      for (let to = from + 3; to <= Math.min(title.length, from + 8); to++) {
        const phrase = title.slice(from, to);
        if (/^\p{Script=Han}+$/u.test(phrase)) found.add(phrase);
      }
    }
    for (const phrase of found) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  }
  return new Map([...counts].filter(([, count]) => count > moreThan));
}

function countedBySample(titles: readonly string[], moreThan: number): Map<string, number> {
  const sample = new TitleSample();
  for (const title of titles) sample.add(() => title);
  const counter = new CrowdedCounter(sample.choose(moreThan));
  for (const title of titles) counter.add(title);
  return new Map(counter.finish(moreThan));
}

const title = fc.array(fc.constantFrom('村', '民', '委', '员', '会', 'a', '1'), { maxLength: 12 });

describe('phrases that very many titles hold', () => {
  it('are those a count of every title gives, with as many titles', () => {
    fc.assert(
      fc.property(fc.array(title, { maxLength: 60 }), fc.integer({ min: 1, max: 8 }), (parts, moreThan) => {
        const titles = parts.map((one) => one.join(''));
        expect(countedBySample(titles, moreThan)).toEqual(countedPlainly(titles, moreThan));
      }),
    );
  });

  it('are none where there are not as many titles', () => {
    expect(countedBySample(['村民委员会', '村民委员会'], 2)).toEqual(new Map());
  });

  it('are chosen from a sample of many titles, and counted in all of them', () => {
    const titles = Array.from({ length: 40_000 }, (_, at) =>
      at % 4 === 0 ? `第${at}村民委员会` : `第${at}号`,
    );
    const found = countedBySample(titles, 5_000);
    expect(found.get('村民委员会')).toBe(10_000);
    expect(found.get('民委员')).toBe(10_000);
  });
});

describe('a question that is such a phrase', () => {
  const records = Array.from({ length: 60 }, (_, at) =>
    makePublishable({ id: `r${at}`, title: `第${at}村民委员会` }),
  );

  it('is answered as one with too many to count, others are counted', async () => {
    const { reader } = await openTestCatalogue([records], { rankedMost: 40 });
    const crowded = await reader.search(makeQuery('村民委员会', { limit: 5 }));
    expect(crowded).toMatchObject({ total: 40, totalIsLowerBound: true });
    expect(crowded.hits).toHaveLength(5);
    expect(await reader.search(makeQuery('7村民委员会'))).toMatchObject({
      total: 1,
      totalIsLowerBound: false,
    });
    const narrowed = await reader.search(makeQuery('村民委员会', { filters: { agency: ['agency-2'] } }));
    expect(narrowed).toMatchObject({ total: 0, totalIsLowerBound: false });
  });

  it('is counted where enough of its records are superseded', async () => {
    const deleted = [Array.from({ length: 30 }, (_, at) => at * 2)];
    const { reader } = await openTestCatalogue([records], { rankedMost: 40, deleted });
    expect(await reader.search(makeQuery('村民委员会'))).toMatchObject({
      total: 30,
      totalIsLowerBound: false,
    });
  });
});
