// A prepared corpus as the store publishing reads from: every record approved, and editions with some changed.
import { createHash } from 'node:crypto';
import type { ApprovedEntry, PublishSource } from '#hub/publish/publish-source.ts';
import type { PublishableRecord } from '#shared/catalogue/record.ts';
import { corpusTree } from '../corpus/draft.ts';
import { arrivalOf, recordId } from '../corpus/ids.ts';
import { type PreparedCorpus, readRecords } from '../corpus/prepare-corpus.ts';
import { Chance } from '../corpus/random.ts';

/** Records that differ between the first edition and the second. */
export const changesPerEdition = 1_000;

/** @param edition 1, or 2 with `changesPerEdition` records changed from all over the corpus */
export function corpusSource(corpus: PreparedCorpus, edition: 1 | 2): PublishSource {
  const changed = edition === 1 ? new Set<number>() : chooseChanged(corpus);
  return {
    venue: async () => ({
      name: '明川市档案馆查阅大厅',
      region: '明川市',
      address: null,
      phone: null,
      hours: null,
      supervisionPhone: null,
    }),
    agencies: async () =>
      [...corpus.agencies].map(([id, name], order) => ({
        id,
        name,
        shortName: null,
        address: null,
        phone: null,
        hours: null,
        leader: null,
        functions: null,
        order,
      })),
    tree: async () => corpusTree,
    synonyms: async () => [],
    approved: async function* (): AsyncGenerator<ApprovedEntry> {
      for (let arrival = 0; arrival < corpus.records; arrival++) {
        const version = changed.has(arrival) ? edition : 1;
        yield { id: recordId(arrival), version, contentHash: hashOf(`${arrival}/${version}`) };
      }
    },
    load: async function* (ids) {
      for await (const published of readRecords(corpus, ids.map(arrivalOf))) {
        yield changed.has(arrivalOf(published.record.id)) ? amend(published, edition) : published;
      }
    },
    attachmentPath: () => '',
    markPublished: async (_release, published) => {
      for await (const _ of published);
    },
  };
}

function hashOf(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}

function chooseChanged({ records, seed }: PreparedCorpus): Set<number> {
  const chance = new Chance(`${seed}/changes`);
  const changed = new Set<number>();
  while (changed.size < Math.min(changesPerEdition, records / 2)) changed.add(chance.between(0, records - 1));
  return changed;
}

function amend(published: PublishableRecord, version: number): PublishableRecord {
  const { record } = published;
  return { ...published, record: { ...record, version, title: `${record.title}（更正）` } };
}
