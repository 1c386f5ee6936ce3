// Random catalogues and queries: the engine must answer exactly what a scan of all records answers.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makePublishable, openTestCatalogue } from '../support/catalogue-records.ts';
import { expectAnswer } from '../support/expect-answer.ts';
import { inOrdinalOrder, isShownAt, naiveSearch, type PlacedRecord } from '../support/naive-search.ts';
import {
  fuzzRuns,
  fuzzSeed,
  randomContent,
  randomQuery,
  randomTree,
  toQuery,
} from '../support/random-catalogue.ts';

/** Catalogues tried; MINGCHUANG_FUZZ_RUNS=8400 asks 100,800 queries. */
const runs = fuzzRuns(250);
const queriesEach = 12;

const catalogue = fc.record({
  segments: fc.array(fc.array(randomContent, { maxLength: 14, size: 'max' }), { maxLength: 3 }),
  deleted: fc.array(fc.nat(13), { maxLength: 6 }),
  queries: fc.array(randomQuery, { minLength: queriesEach, maxLength: queriesEach }),
  cacheBytes: fc.constantFrom(0, 400_000, 1_000_000),
  /** Few, so that catalogues of a dozen records have more matches than are ranked. */
  rankedMost: fc.constantFrom(1, 2, 4, 10_000, 10_000),
  /** With few, what two entries share has a list of its own. */
  fewestEntries: fc.constantFrom(0, 50_000),
});
type Catalogue = typeof catalogue extends fc.Arbitrary<infer T> ? T : never;

/** The records of each segment and which ordinals of it are dead. */
function fill({ segments, deleted }: Catalogue) {
  const lists = segments.map((list, segment) =>
    list.map(({ parts, body }, at) => makePublishable({ ...parts, id: `r${segment}.${at}` }, body)),
  );
  const dead = lists.map((list, segment) => {
    const ordinals = deleted.map((one) => one + segment).filter((one) => one < list.length);
    return [...new Set(ordinals)].sort((a, b) => a - b);
  });
  const living = lists.flatMap((list, segment) =>
    inOrdinalOrder(list)
      .map((published, ordinal): PlacedRecord => ({ published, segment, ordinal }))
      .filter(({ ordinal }) => !dead[segment]?.includes(ordinal)),
  );
  return { lists, dead, living };
}

/** Asks one catalogue all its queries and tells how many these were. */
async function askAll(random: Catalogue): Promise<number> {
  const { lists, dead, living } = fill(random);
  const { cacheBytes, rankedMost, fewestEntries } = random;
  let time = 0;
  const options = {
    deleted: dead,
    tree: randomTree,
    cacheBytes,
    rankedMost,
    phraseLimits: { fewestEntries },
    now: () => time,
  };
  const { reader } = await openTestCatalogue(lists, options);
  for (const parts of random.queries) {
    ({ time } = parts);
    const query = toQuery(parts, lists.flat());
    const truth = naiveSearch(living, query, randomTree, { rankedMost, time });
    expectAnswer(await reader.search(query), truth, query);
    expect(reader.size).toBe(living.filter(isShownAt(time)).length);
  }
  return random.queries.length;
}

describe('search › when catalogues and queries are random', () => {
  it('answers as a scan of every record does', { timeout: 3_600_000 }, async () => {
    let asked = 0;
    const ask = fc.asyncProperty(catalogue, async (random) => {
      asked += await askAll(random);
    });
    // Told beforehand, so that a run that hangs or is killed can be repeated too.
    console.info(`search fuzz: seed ${fuzzSeed}, ${runs} catalogues of ${queriesEach} queries each`);
    await fc.assert(ask, { numRuns: runs, seed: fuzzSeed });
    expect(asked).toBe(runs * queriesEach);
  });
});
