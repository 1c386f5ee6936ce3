// Gathers what is filtered and counted by beside class and date: one number a record and column.
import type { CatalogueRecord } from '../catalogue/record.ts';
import { type ColumnPlace, writeColumn } from './column-writer.ts';
import { FacetCollector, type FacetTables } from './facet-collector.ts';
import { type ColumnName, columnNames, longestTitleLength, noValue, sections } from './format.ts';
import type { BlockSink } from './types.ts';

/** Takes records by ascending ordinal. */
export class ValueCollector {
  readonly #columns: Record<ColumnName, Uint32Array>;
  readonly #agencies = new Map<string, { number: number; id: string; name: string; records: number }>();
  readonly #topics = new Map<string, { number: number; records: number }>();
  readonly #facets = new FacetCollector();

  constructor(records: number) {
    this.#columns = {
      agency: new Uint32Array(records),
      topic: new Uint32Array(records),
      titleLength: new Uint32Array(records),
    };
  }

  /** `title` is the record's, normalised. */
  add(record: CatalogueRecord, ordinal: number, title: string): void {
    this.#columns.agency[ordinal] = this.#agencyNumber(record.agencyId, record.agencyName);
    this.#columns.topic[ordinal] = record.topic === null ? noValue : this.#topicNumber(record.topic);
    this.#columns.titleLength[ordinal] = Math.min(longestTitleLength, title.length);
    this.#facets.add(record);
  }

  /** Each agency with how many records it has, by number. */
  agencies(): { readonly id: string; readonly name: string; readonly records: number }[] {
    return [...this.#agencies.values()].map(({ id, name, records }) => ({ id, name, records }));
  }

  topics(): [topic: string, records: number][] {
    return [...this.#topics].map(([topic, { records }]) => [topic, records]);
  }

  /** Writes what entries of registers are counted by. */
  writeFacets(sink: BlockSink): Promise<FacetTables> {
    return this.#facets.write(sink);
  }

  /** Writes all other columns, once: what is written is let go. */
  async write(sink: BlockSink): Promise<Record<ColumnName, ColumnPlace>> {
    const places: Partial<Record<ColumnName, ColumnPlace>> = {};
    for (const name of columnNames) {
      places[name] = await writeColumn(sink, sections.values, this.#columns[name]);
      this.#columns[name] = new Uint32Array(0);
    }
    return places as Record<ColumnName, ColumnPlace>;
  }

  #agencyNumber(id: string, name: string): number {
    const key = `${id}\u0000${name}`;
    const known = this.#agencies.get(key) ?? { number: this.#agencies.size + 1, id, name, records: 0 };
    known.records++;
    this.#agencies.set(key, known);
    return known.number;
  }

  #topicNumber(topic: string): number {
    const known = this.#topics.get(topic) ?? { number: this.#topics.size + 1, records: 0 };
    known.records++;
    this.#topics.set(topic, known);
    return known.number;
  }
}
