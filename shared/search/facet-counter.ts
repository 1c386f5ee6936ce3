// Counts findings by kind, agency, topic, year and validity, in one segment after the other.
import { recordKinds, validities } from '../catalogue/record.ts';
import { kindOfClass, validityOfClass } from './ordinal-runs.ts';
import { yearOf } from './record-date.ts';
import type { SegmentReader } from './segment-reader.ts';
import { type FacetCount, type FacetField, facetFields } from './types.ts';

/** Counts under construction for the whole catalogue; those from a sample weigh more than one. */
export class FacetCounter {
  readonly #counts = new Map<FacetField, Map<string, number>>(facetFields.map((field) => [field, new Map()]));

  add(field: FacetField, value: string, count: number): void {
    const counts = this.#counts.get(field);
    counts?.set(value, (counts.get(value) ?? 0) + count);
  }

  /** Adds ordinals, ascending, to the counts of some fields. */
  async count(
    segment: SegmentReader,
    ordinals: Uint32Array,
    fields: readonly FacetField[],
    weight = 1,
  ): Promise<void> {
    this.#countRuns(segment, ordinals, fields, weight);
    const { agencies, topics } = segment.meta;
    const [agency, topic] = await Promise.all([
      fields.includes('agency') ? segment.column('agency', ordinals) : null,
      fields.includes('topic') ? segment.column('topic', ordinals) : null,
    ]);
    if (agency !== null)
      this.#addTally('agency', tally(agency, agencies.length), weight, (at) => agencies[at]?.[0]);
    if (topic !== null) this.#addTally('topic', tally(topic, topics.length), weight, (at) => topics[at]?.[0]);
  }

  #addTally(
    field: FacetField,
    counts: Uint32Array,
    weight: number,
    valueAt: (at: number) => string | undefined,
  ): void {
    for (let number = 1; number < counts.length; number++) {
      const value = counts[number] === 0 ? undefined : valueAt(number - 1);
      if (value !== undefined) this.add(field, value, (counts[number] as number) * weight);
    }
  }

  /** Kind, validity and year stand in the stretches: the ordinals of each are counted together. */
  #countRuns(
    segment: SegmentReader,
    ordinals: Uint32Array,
    fields: readonly FacetField[],
    weight: number,
  ): void {
    const { runs } = segment;
    for (let at = 0; at < ordinals.length; ) {
      const run = runs.find(ordinals[at] as number);
      const to = runs.endOf(run);
      const from = at;
      while (at < ordinals.length && (ordinals[at] as number) < to) at++;
      this.addRun(segment, run, (at - from) * weight, fields);
    }
  }

  /** Adds records of one stretch to kind, validity and year, as far as these are counted. */
  addRun(segment: SegmentReader, run: number, count: number, fields: readonly FacetField[]): void {
    const { classes, dates } = segment.runs;
    const classNumber = classes[run] as number;
    const year = yearOf(dates[run] as number);
    if (fields.includes('kind')) this.add('kind', recordKinds[kindOfClass(classNumber)] as string, count);
    if (fields.includes('validity'))
      this.add('validity', validities[validityOfClass(classNumber)] as string, count);
    if (fields.includes('year') && year !== null) this.add('year', year, count);
  }

  /** Everything live of a segment: known without reading more than what has died. */
  async countAll(segment: SegmentReader): Promise<void> {
    const { runs, meta, deleted } = segment;
    for (let run = 0; run < runs.length; run++) {
      this.addRun(segment, run, runs.endOf(run) - (runs.firsts[run] as number), facetFields);
    }
    for (const [id, , records] of meta.agencies) this.add('agency', id, records);
    for (const [topic, records] of meta.topics) this.add('topic', topic, records);
    if (deleted.length > 0) await this.count(segment, deleted, facetFields, -1);
  }

  /** Kinds and validities in their own order, years newest first, the others by count. */
  finish(): Record<FacetField, FacetCount[]> {
    const lists = facetFields.map((field) => {
      const counts = [...(this.#counts.get(field) ?? [])]
        .map(([value, count]) => ({ value, count: Math.round(count) }))
        .filter(({ count }) => count > 0);
      return [field, counts.sort((a, b) => compareFacets(field, a, b))];
    });
    return Object.fromEntries(lists) as Record<FacetField, FacetCount[]>;
  }
}

function tally(numbers: Uint32Array, most: number): Uint32Array {
  const counts = new Uint32Array(most + 1);
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] as number;
    counts[number] = (counts[number] as number) + 1;
  }
  return counts;
}

function compareFacets(field: FacetField, a: FacetCount, b: FacetCount): number {
  const order: readonly string[] = field === 'kind' ? recordKinds : validities;
  if (field === 'kind' || field === 'validity') return order.indexOf(a.value) - order.indexOf(b.value);
  if (field === 'year') return a.value < b.value ? 1 : -1;
  return b.count - a.count || (a.value < b.value ? -1 : 1);
}
