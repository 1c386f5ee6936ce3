// Picks by seed, while a corpus streams by, the records questions are later asked about.
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { CorpusPart } from './corpus.ts';
import { Chance } from './random.ts';

/** What a question needs to know of a record. */
export interface Sample {
  readonly part: CorpusPart;
  readonly id: string;
  readonly kind: CatalogueRecord['kind'];
  readonly title: string;
  readonly agencyName: string;
  readonly docNo: string | null;
  readonly indexNo: string | null;
  readonly summary: string;
}

/** `mixed` are from everywhere, in proportion; the others from one part each. */
export interface Samples {
  readonly mixed: readonly Sample[];
  readonly named: readonly Sample[];
  readonly villages: readonly Sample[];
  readonly companies: readonly Sample[];
}

const sizes = { mixed: 4_000, named: 10_000, villages: 1_000, companies: 1_000 };
type Pool = keyof typeof sizes;

const poolOfPart: Partial<Record<CorpusPart, Pool>> = {
  law: 'named',
  service: 'named',
  village: 'villages',
  company: 'companies',
};

/** Keeps each record with the same likelihood, without knowing how many will come. */
export class SampleCollector {
  readonly #chance: Chance;
  readonly #kept: Record<Pool, Sample[]> = { mixed: [], named: [], villages: [], companies: [] };
  readonly #seen: Record<Pool, number> = { mixed: 0, named: 0, villages: 0, companies: 0 };

  constructor(seed: number) {
    this.#chance = new Chance(`${seed}/samples`);
  }

  add(part: CorpusPart, record: CatalogueRecord): void {
    this.#offer('mixed', part, record);
    const pool = poolOfPart[part];
    if (pool !== undefined) this.#offer(pool, part, record);
  }

  finish(): Samples {
    for (const pool of Object.values(this.#kept)) this.#chance.shuffle(pool);
    return this.#kept;
  }

  #offer(pool: Pool, part: CorpusPart, record: CatalogueRecord): void {
    const kept = this.#kept[pool];
    const seen = this.#seen[pool]++;
    const place = seen < sizes[pool] ? seen : this.#chance.between(0, seen);
    if (place >= sizes[pool]) return;
    const { id, kind, title, agencyName, docNo, indexNo, summary } = record;
    kept[place] = { part, id, kind, title, agencyName, docNo, indexNo, summary };
  }
}
