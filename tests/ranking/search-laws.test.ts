// Real laws: exact titles come first, and three words of a title find it, sampled by seed.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PublishableRecord } from '#shared/catalogue/record.ts';
import { normalise } from '#shared/search/normalise.ts';
import type { CatalogueReader } from '#shared/search/types.ts';
import { makePublishable, makeQuery, openTestCatalogue } from '../support/catalogue-records.ts';
import { hasSharedData, sharedData, sharedDataReason } from '../support/shared-data.ts';

const samples = 250;
const seed = 20190515;

interface Law {
  readonly title: string;
  readonly date: string | null;
  readonly issuer: string | null;
  readonly docNo: string | null;
  readonly category: string;
  readonly body: string;
}

function readLaws(): Law[] {
  const text = gunzipSync(readFileSync(sharedData('laws.jsonl.gz'))).toString('utf8');
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Law]));
}

function toRecord(law: Law, at: number): PublishableRecord {
  const { title, date, docNo, category: topic } = law;
  const agencyName = law.issuer ?? '未知';
  return makePublishable(
    { id: `law-${at}`, title, date, docNo, topic, agencyName, agencyId: agencyName },
    law.body,
  );
}

/** A generator of whole numbers below `limit`, the same for the same seed. */
function seeded(start: number): (limit: number) => number {
  let state = start;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Three different words of a title of at least two characters each, in random order; null when it has fewer. */
function threeWords(title: string, random: (limit: number) => number): string[] | null {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const words = [...segmenter.segment(title)].map(({ segment }) => normalise(segment).text);
  const usable = [...new Set(words.filter((word) => word.length >= 2))];
  if (usable.length < 3) return null;
  return Array.from({ length: 3 }, () => usable.splice(random(usable.length), 1)[0] as string);
}

describe.skipIf(!hasSharedData)(`ranking › when the catalogue is 2,917 laws (${sharedDataReason})`, () => {
  let reader: CatalogueReader;
  let titles: string[];
  let random: (limit: number) => number;

  beforeAll(async () => {
    const laws = readLaws();
    titles = [...new Set(laws.map((law) => law.title))];
    random = seeded(seed);
    ({ reader } = await openTestCatalogue([laws.map(toRecord)]));
  }, 180_000);

  const sample = () => Array.from({ length: samples }, () => titles[random(titles.length)] as string);
  const rankOf = async (text: string, title: string) => {
    const { hits } = await reader.search(makeQuery(text));
    return hits.findIndex(({ record }) => normalise(record.title).text === normalise(title).text);
  };

  it('puts every exact title first', async () => {
    const missed: string[] = [];
    for (const title of sample()) if ((await rankOf(title, title)) !== 0) missed.push(title);
    expect(missed).toEqual([]);
  });

  it('puts a title into the top three for three of its words, wherever at most three titles hold them', async () => {
    const plain = titles.map((title) => normalise(title).text);
    const missed: string[] = [];
    let asked = 0;
    for (const title of sample()) {
      const words = threeWords(title, random);
      if (words === null || plain.filter((one) => words.every((word) => one.includes(word))).length > 3)
        continue;
      asked++;
      for (const typed of [words.join(' '), words.join('')]) {
        const rank = await rankOf(typed, title);
        if (rank < 0 || rank > 2) missed.push(`${typed} → ${rank} for ${title}`);
      }
    }
    expect(asked).toBeGreaterThan(100);
    expect(missed).toEqual([]);
  });

  it('finds as many among the first three as there are to find when more titles hold the words', async () => {
    let asked = 0;
    let found = 0;
    let possible = 0;
    for (const title of sample()) {
      const words = threeWords(title, random);
      if (words === null) continue;
      asked++;
      const rank = await rankOf(words.join(' '), title);
      if (rank >= 0 && rank <= 2) found++;
      if (holdersByLength(words).indexOf(normalise(title).text) < 3) possible++;
    }
    expect(asked).toBeGreaterThan(150);
    expect(found).toBeGreaterThanOrEqual(possible * 0.97);
  });

  /** The titles that hold all words, shortest first: knowing only the words, the likeliest is the shortest. */
  function holdersByLength(words: readonly string[]): string[] {
    const holders = titles.map((title) => normalise(title).text);
    return holders
      .filter((one) => words.every((word) => one.includes(word)))
      .sort((a, b) => a.length - b.length);
  }
});
