// The corpus of the benchmarks: any number of records by seed, one at a time, real ones first where they are at hand.
import type { PublishableRecord } from '#shared/catalogue/record.ts';
import { hasSharedData } from '../../support/shared-data.ts';
import { archiveEntry } from './archive-entries.ts';
import { completeDraft, type Draft } from './draft.ts';
import { madeCompanies, madePlaces, madeServices } from './made-sources.ts';
import { keepShare } from './read-rows.ts';
import { realLaws, realReports } from './real-laws.ts';
import { realSchools, realTowns, realVillages } from './real-places.ts';
import { realCompanies } from './real-register.ts';
import { realServices } from './real-services.ts';

/** An archive of a prefecture: what the engine is promised for. */
export const fullCorpus = 1_350_000;
/** From this size on all laws and service items are in; the long lists are in whole at `fullCorpus`. */
const smallestWithAllLaws = 20_000;

export interface CorpusOptions {
  readonly records: number;
  readonly seed: number;
}

/** Which part of the corpus a record belongs to. */
export const corpusParts = [
  'law',
  'report',
  'service',
  'town',
  'village',
  'school',
  'company',
  'archive',
] as const;
export type CorpusPart = (typeof corpusParts)[number];

export interface CorpusRecord {
  readonly part: CorpusPart;
  readonly published: PublishableRecord;
}

type Source = readonly [part: CorpusPart, drafts: AsyncIterable<Draft> | Iterable<Draft>];

/** The records in the order they would have been imported; exactly as many as asked for. */
export async function* streamCorpus({ records, seed }: CorpusOptions): AsyncGenerator<CorpusRecord> {
  let arrival = 0;
  for (const [part, drafts] of hasSharedData ? realSources(records) : madeSources(records, seed)) {
    for await (const draft of drafts) {
      if (arrival >= records) return;
      yield { part, published: completeDraft(draft, arrival++) };
    }
  }
  for (let number = 0; arrival < records; number++) {
    yield { part: 'archive', published: completeDraft(archiveEntry(number, seed), arrival++) };
  }
}

function realSources(records: number): Source[] {
  const few = keepShare(Math.min(1, records / smallestWithAllLaws));
  const many = keepShare(Math.min(1, records / fullCorpus));
  return [
    ['law', realLaws(few)],
    ['report', realReports(few)],
    ['service', realServices(few)],
    ['town', realTowns(many)],
    ['village', realVillages(many)],
    ['school', realSchools(many)],
    ['company', realCompanies(many)],
  ];
}

/** The same shares of kinds as in the real corpus. */
function madeSources(records: number, seed: number): Source[] {
  return [
    ['service', madeServices(Math.min(1_135, Math.floor(records / 18)), seed)],
    ['village', madePlaces(Math.floor(records * 0.5), seed)],
    ['company', madeCompanies(Math.floor(records * 0.22), seed)],
  ];
}
