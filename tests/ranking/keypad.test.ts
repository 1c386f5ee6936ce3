// The keypad over real titles: how many touches it takes to reach a record one knows the title of.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSpeller } from '#hub/publish/speller.ts';
import type { PreloadingReader } from '#shared/search/open-catalogue.ts';
import { makePublishable, openTestCatalogue } from '#tests/support/catalogue-records.ts';
import { type Visit, visitByKeypad } from '#tests/support/keypad-visitor.ts';
import { hasSharedData, sharedData, sharedDataReason } from '#tests/support/shared-data.ts';

const visits = 200;
const seed = 20261125;
/** Every so many schools and villages are taken. */
const everySchool = 10;
const everyVillage = 200;

function readLines(name: string): string[] {
  const bytes = readFileSync(sharedData(name));
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').trim().split('\n');
}

/** Laws, service items, schools and village committees: some ten thousand titles, each once. */
function readTitles(): string[] {
  const laws = readLines('laws.jsonl.gz').map((line) => JSON.parse(line).title as string);
  const items = readLines('service_items_guangan.csv').slice(1);
  const schools = readLines('schools_real.tsv.gz').slice(1);
  const villages = readLines('villages_real.tsv.gz').slice(1);
  return [
    ...new Set([
      ...laws,
      ...items.map((line) => line.split(',')[2] ?? ''),
      ...schools.filter((_, at) => at % everySchool === 0).map((line) => (line.split('\t')[0] ?? '').trim()),
      ...villages
        .filter((_, at) => at % everyVillage === 0)
        .map((line) => {
          const [, village = '', town = '', county = ''] = line.split('\t');
          return county + town + village;
        }),
    ]),
  ].filter((title) => title !== '');
}

function seeded(start: number): (limit: number) => number {
  let state = start;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] as number;

describe.skipIf(!hasSharedData)(
  `keypad › when ten thousand real titles are held (${sharedDataReason})`,
  () => {
    let reader: PreloadingReader;
    let titles: string[];
    const speller = createSpeller();

    beforeAll(async () => {
      titles = readTitles();
      const records = titles.map((title, at) => makePublishable({ id: `r${at}`, title }));
      ({ reader } = await openTestCatalogue([records], { speller }));
    });

    it.each([
      ['who leave out the words that hundreds of titles begin with', true],
      ['who type titles from the first character', false],
    ])(
      'it brings visitors %s to the record in 6 touches at the median, without a dead end',
      async (_, isDirect) => {
        const random = seeded(seed);
        const made: Visit[] = [];
        for (let number = 0; number < visits; number++) {
          const at = random(titles.length);
          made.push(
            await visitByKeypad(reader, { id: `r${at}`, title: titles[at] as string }, speller, isDirect),
          );
        }
        expect(
          median(made.map(({ taps, isFound }) => (isFound ? taps : Number.POSITIVE_INFINITY))),
        ).toBeLessThanOrEqual(6);
        expect(made.flatMap(({ deadEnds }) => deadEnds)).toEqual([]);
        expect(made.filter(({ isFound }) => isFound).length).toBeGreaterThanOrEqual(visits * 0.95);
      },
    );
  },
);
