// Counts findings by kind, agency, topic, year and validity, in one segment after the other.
import { recordKinds, validities } from '../catalogue/record.ts';
import { noValue } from './format.ts';
import { kindOfClass, type OrdinalRange, validityOfClass } from './ordinal-runs.ts';
import { yearNumber, yearText } from './record-date.ts';
import type { SegmentReader } from './segment-reader.ts';
import { type FacetCount, type FacetField, facetFields } from './types.ts';

/** Counts under construction for the whole catalogue; those from a sample weigh more than one. */
export class FacetCounter {
  readonly #counts = new Map<FacetField, Map<string, number>>(facetFields.map((field) => [field, new Map()]));

  add(field: FacetField, value: string, count: number): void {
    const counts = this.#counts.get(field);
    counts?.set(value, (counts.get(value) ?? 0) + count);
  }

  /** Adds what another counter has of a field, for some values. */
  addAll(other: FacetCounter, field: FacetField, isWanted: (value: string) => boolean): void {
    for (const [value, count] of other.#counts.get(field) ?? []) {
      if (isWanted(value)) this.add(field, value, count);
    }
  }

  /** Adds ordinals, ascending, to the counts of some fields. */
  async count(
    segment: SegmentReader,
    ordinals: Uint32Array,
    fields: readonly FacetField[],
    weight = 1,
  ): Promise<void> {
    this.#countRuns(segment, ordinals, fields, weight);
    const { agencies } = segment;
    const { topics } = segment.meta;
    const [agency, topic] = await Promise.all([
      fields.includes('agency') ? segment.column('agency', ordinals) : null,
      fields.includes('topic') ? segment.column('topic', ordinals) : null,
    ]);
    if (agency !== null) this.#addTally('agency', tally(agency), weight, (at) => agencies.all[at]?.id);
    if (topic !== null) this.#addTally('topic', tally(topic), weight, (at) => topics[at]?.[0]);
  }

  #addTally(
    field: FacetField,
    counts: ReadonlyMap<number, number>,
    weight: number,
    valueAt: (at: number) => string | undefined,
  ): void {
    for (const [number, count] of counts) {
      const value = number === noValue ? undefined : valueAt(number - 1);
      if (value !== undefined) this.add(field, value, count * weight);
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
    const counts = new RunCounts();
    let run = 0;
    for (let at = 0; at < ordinals.length; ) {
      run = runs.find(ordinals[at] as number, run);
      const to = runs.endOf(run);
      const from = at;
      while (at < ordinals.length && (ordinals[at] as number) < to) at++;
      counts.add(runs.classes[run] as number, runs.dates[run] as number, at - from);
    }
    this.#addRuns(counts, fields, weight);
  }

  #addRuns(counts: RunCounts, fields: readonly FacetField[], weight: number): void {
    counts.classes.forEach((count, classNumber) => {
      if (count === 0) return;
      if (fields.includes('kind')) {
        this.add('kind', recordKinds[kindOfClass(classNumber)] as string, count * weight);
      }
      if (fields.includes('validity')) {
        this.add('validity', validities[validityOfClass(classNumber)] as string, count * weight);
      }
    });
    if (!fields.includes('year')) return;
    for (const [year, count] of counts.years()) this.add('year', year, count * weight);
  }

  /** Adds what stretches of ordinals hold by kind, validity and year, when a share of their records counts. */
  countShare(
    { runs }: SegmentReader,
    ranges: readonly OrdinalRange[],
    fields: readonly FacetField[],
    share: number,
  ): void {
    const counts = new RunCounts();
    for (const [from, to] of ranges) {
      for (let run = runs.find(from); run < runs.length && (runs.firsts[run] as number) < to; run++) {
        const records = Math.min(to, runs.endOf(run)) - Math.max(from, runs.firsts[run] as number);
        counts.add(runs.classes[run] as number, runs.dates[run] as number, records);
      }
    }
    this.#addRuns(counts, fields, share);
  }

  /** Everything live of a segment: known without reading more than what has died. */
  async countAll(segment: SegmentReader): Promise<void> {
    const { runs, meta, deleted } = segment;
    const counts = new RunCounts();
    for (let run = 0; run < runs.length; run++) {
      const records = runs.endOf(run) - (runs.firsts[run] as number);
      counts.add(runs.classes[run] as number, runs.dates[run] as number, records);
    }
    this.#addRuns(counts, facetFields, 1);
    for (const { id, records } of segment.agencies.all) this.add('agency', id, records);
    for (const [topic, records] of meta.topics) this.add('topic', topic, records);
    if (deleted.length > 0) await this.count(segment, deleted, facetFields, -1);
  }

  /** Kinds and validities in their own order, years newest first, the others by count; of each at most so many. */
  finish(most = Number.POSITIVE_INFINITY): Record<FacetField, FacetCount[]> {
    const lists = facetFields.map((field) => {
      const counts = [...(this.#counts.get(field) ?? [])]
        .map(([value, count]) => ({ value, count: Math.round(count) }))
        .filter(({ count }) => count > 0);
      return [field, counts.sort((a, b) => compareFacets(field, a, b)).slice(0, most)];
    });
    return Object.fromEntries(lists) as Record<FacetField, FacetCount[]>;
  }
}

/** Sums of stretches, by class and by year. */
class RunCounts {
  readonly classes = new Float64Array(recordKinds.length * validities.length);
  readonly #byYear = new Map<number, number>();
  /** Stretches of one year mostly follow one another; they are gathered before the map is asked. */
  #year = 0;
  #ofYear = 0;

  add(classNumber: number, date: number, count: number): void {
    this.classes[classNumber] = (this.classes[classNumber] as number) + count;
    const year = yearNumber(date);
    if (year !== this.#year) this.#closeYear(year);
    this.#ofYear += count;
  }

  #closeYear(next: number): void {
    if (this.#ofYear !== 0) this.#byYear.set(this.#year, (this.#byYear.get(this.#year) ?? 0) + this.#ofYear);
    this.#year = next;
    this.#ofYear = 0;
  }

  /** Records of each year; those without a date are in none. */
  *years(): Generator<[year: string, count: number]> {
    this.#closeYear(0);
    for (const [year, count] of this.#byYear) if (year > 0) yield [yearText(year), count];
  }
}

function tally(numbers: Uint32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] as number;
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return counts;
}

function compareFacets(field: FacetField, a: FacetCount, b: FacetCount): number {
  const order: readonly string[] = field === 'kind' ? recordKinds : validities;
  if (field === 'kind' || field === 'validity') return order.indexOf(a.value) - order.indexOf(b.value);
  if (field === 'year') return a.value < b.value ? 1 : -1;
  return b.count - a.count || (a.value < b.value ? -1 : 1);
}
