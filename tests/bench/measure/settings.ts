// What can be chosen for a run of the benchmarks, from the environment.
import { type CorpusOptions, fullCorpus } from '../corpus/corpus.ts';
import { benchSeed } from '../corpus/random.ts';

const numberOf = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);

/** `MINGCHUANG_BENCH_RECORDS`, and `MINGCHUANG_BENCH_SEED`. */
export const corpusOptions: CorpusOptions = {
  records: numberOf('MINGCHUANG_BENCH_RECORDS', fullCorpus),
  seed: benchSeed,
};

/** `MINGCHUANG_BENCH_ROUNDS`. */
export const rounds = numberOf('MINGCHUANG_BENCH_ROUNDS', 5);

/** `MINGCHUANG_BENCH_SLOWED=0` leaves out what is measured on a quarter of a processor. */
export const isSlowedWanted = process.env.MINGCHUANG_BENCH_SLOWED !== '0';
