// Gathers what is sorted, filtered and counted by: one number a record and column.
import { type CatalogueRecord, recordKinds, validities } from '../catalogue/record.ts';
import { type ColumnPlace, writeColumn } from './column-writer.ts';
import { type ColumnName, columnNames, longestTitleLength, noValue, sections } from './format.ts';
import { normalise } from './normalise.ts';
import { listingDate } from './record-date.ts';
import type { BlockSink } from './types.ts';

/** Takes records in order of arrival. */
export class ValueCollector {
  readonly agencies: (readonly [string, string])[] = [];
  readonly topics: string[] = [];
  readonly #agencyNumbers = new Map<string, number>();
  readonly #topicNumbers = new Map<string, number>();
  readonly #values = Object.fromEntries(columnNames.map((name) => [name, []])) as unknown as Record<
    ColumnName,
    number[]
  >;

  add(record: CatalogueRecord): void {
    this.#values.kind.push(Math.max(0, recordKinds.indexOf(record.kind)));
    this.#values.validity.push(Math.max(0, validities.indexOf(record.validity)));
    this.#values.agency.push(this.#agencyNumber(record.agencyId, record.agencyName));
    this.#values.topic.push(record.topic === null ? noValue : this.#topicNumber(record.topic));
    this.#values.date.push(listingDate(record));
    this.#values.titleLength.push(Math.min(longestTitleLength, normalise(record.title).text.length));
  }

  /** The listing dates in order of arrival. */
  get dates(): readonly number[] {
    return this.#values.date;
  }

  /** Writes all columns; `arrivals[ordinal]` is when the record came. */
  async write(sink: BlockSink, arrivals: Uint32Array): Promise<Record<ColumnName, ColumnPlace>> {
    const places: Partial<Record<ColumnName, ColumnPlace>> = {};
    for (const name of columnNames) {
      const values = this.#values[name];
      const ordered = arrivals.map((arrival) => values[arrival] as number);
      places[name] = await writeColumn(sink, sections.values, ordered);
    }
    return places as Record<ColumnName, ColumnPlace>;
  }

  #agencyNumber(id: string, name: string): number {
    const key = JSON.stringify([id, name]);
    const known = this.#agencyNumbers.get(key);
    if (known !== undefined) return known;
    this.agencies.push([id, name]);
    this.#agencyNumbers.set(key, this.agencies.length);
    return this.agencies.length;
  }

  #topicNumber(topic: string): number {
    const known = this.#topicNumbers.get(topic);
    if (known !== undefined) return known;
    this.topics.push(topic);
    this.#topicNumbers.set(topic, this.topics.length);
    return this.topics.length;
  }
}
