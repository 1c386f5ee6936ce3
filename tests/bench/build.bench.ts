// What a publish costs the hub: everything at once, and a thousand changes afterwards.
import type { Bench, BenchRow } from '#scripts/bench.ts';
import { type PreparedCorpus, prepareCorpus, readCorpus } from './corpus/prepare-corpus.ts';
import { changesPerEdition } from './measure/corpus-source.ts';
import { forgetReleases, publishCorpus } from './measure/publish-corpus.ts';
import { corpusOptions } from './measure/settings.ts';

/** The floor of any build: reading and parsing the same records, and nothing else. */
async function secondsToRead(corpus: PreparedCorpus): Promise<number> {
  const started = performance.now();
  for await (const _ of readCorpus(corpus));
  return (performance.now() - started) / 1000;
}

async function run(): Promise<readonly BenchRow[]> {
  const corpus = await prepareCorpus(corpusOptions);
  const floor = { what: 'reading the records', value: await secondsToRead(corpus) };
  await forgetReleases(corpusOptions);
  const first = await publishCorpus(corpusOptions, 'first');
  const delta = await publishCorpus(corpusOptions, 'delta');
  const mb = (bytes: number) => bytes / 1e6;
  const whole = { what: 'first publish', value: first.seconds };
  return [
    {
      what: `publish of ${corpusOptions.records} records`,
      value: first.seconds,
      unit: 's',
      peer: floor,
      goal: 150,
    },
    { what: 'its peak memory', value: first.peakMb, unit: 'MB', peer: null, goal: 1_000 },
    { what: 'its release', value: mb(first.bytes), unit: 'MB', peer: null, goal: 200 },
    {
      what: `publish of ${changesPerEdition} changes`,
      value: delta.seconds,
      unit: 's',
      peer: whole,
      goal: 10,
    },
    { what: 'its peak memory', value: delta.peakMb, unit: 'MB', peer: null },
    {
      what: 'its new bytes',
      value: mb(delta.newBytes),
      unit: 'MB',
      peer: { what: 'the release, MB', value: mb(delta.bytes) },
      goal: mb(delta.bytes) * 0.02,
    },
  ];
}

export const bench: Bench = { name: 'build', run };
