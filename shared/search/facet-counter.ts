// Counts findings by kind, agency, topic, year and validity, and entries by the places of their register, in one
// segment after the other.
import { recordKinds, validities } from '../catalogue/record.ts';
import { type FacetPlace, facetPlaces } from '../catalogue/register.ts';
import { isFacetPlace } from './filters.ts';
import { noValue } from './format.ts';
import type { LiveRecords } from './live-records.ts';
import { classCount, kindOfClass, validityOfClass } from './record-classes.ts';
import { yearText } from './record-date.ts';
import type { SegmentReader } from './segment-reader.ts';
import { type FacetCount, type FacetField, facetFields, generalFacetFields } from './types.ts';
import type { OrdinalRange, YearRuns } from './year-runs.ts';

/** What is counted by the numbers of a column. */
type ColumnField = 'agency' | 'topic' | FacetPlace;
const columnFields: readonly ColumnField[] = ['agency', 'topic', ...facetPlaces];

/** Whether a field is counted by a column, not by the stretches records lie in. */
export function isInColumn(field: FacetField): field is ColumnField {
  return (columnFields as readonly FacetField[]).includes(field);
}

/** Sums of one segment's values, by their numbers. */
type SegmentSums = Readonly<Record<ColumnField, Float64Array>>;

/** Counts under construction for the whole catalogue; those from a sample weigh more than one. */
export class FacetCounter {
  readonly #kinds = new Float64Array(recordKinds.length);
  readonly #validities = new Float64Array(validities.length);
  readonly #years = new Map<number, number>();
  /** Numbers are summed and named at the end: a name costs more than a sum. */
  readonly #sums = new Map<SegmentReader, SegmentSums>();
  readonly #more = new Map<FacetField, Map<string, number>>();

  /** Adds what another counter has of a field, for some values. */
  addAll(other: FacetCounter, field: FacetField, isWanted: (value: string) => boolean): void {
    const counts = this.#more.get(field) ?? new Map<string, number>();
    this.#more.set(field, counts);
    for (const [value, count] of other.#named(field)) {
      if (isWanted(value)) counts.set(value, (counts.get(value) ?? 0) + count);
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
    const sums = this.#sumsOf(segment);
    await Promise.all(
      fields.filter(isInColumn).map(async (field) => {
        const column = isFacetPlace(field) ? segment.facets[field] : segment.columns[field];
        tally(await column.read(ordinals), sums[field], weight);
      }),
    );
  }

  #sumsOf(segment: SegmentReader): SegmentSums {
    const known = this.#sums.get(segment);
    if (known !== undefined) return known;
    const { facet1, facet2, facet3 } = segment.facets;
    const sums = {
      agency: segment.agencySums.take(),
      topic: new Float64Array(segment.meta.topics.length + 1),
      facet1: new Float64Array(facet1.values.length + 1),
      facet2: new Float64Array(facet2.values.length + 1),
      facet3: new Float64Array(facet3.values.length + 1),
    };
    this.#sums.set(segment, sums);
    return sums;
  }

  /** Kind, validity and year stand in the stretches: the ordinals of each are counted together. */
  #countRuns(
    segment: SegmentReader,
    ordinals: Uint32Array,
    fields: readonly FacetField[],
    weight: number,
  ): void {
    const runs = segment.runs;
    const counts = new RunCounts();
    let run = 0;
    for (let at = 0; at < ordinals.length; ) {
      run = runs.find(ordinals[at] as number, run);
      const to = runs.endOf(run);
      const from = at;
      while (at < ordinals.length && (ordinals[at] as number) < to) at++;
      counts.add(runs, run, at - from);
    }
    this.#addRuns(counts, fields, weight);
  }

  #addRuns(counts: RunCounts, fields: readonly FacetField[], weight: number): void {
    counts.classes.forEach((count, classNumber) => {
      if (count === 0) return;
      if (fields.includes('kind')) addTo(this.#kinds, kindOfClass(classNumber), count * weight);
      if (fields.includes('validity')) {
        addTo(this.#validities, validityOfClass(classNumber), count * weight);
      }
    });
    if (!fields.includes('year')) return;
    for (const [year, count] of counts.years) {
      if (year > 0) this.#years.set(year, (this.#years.get(year) ?? 0) + count * weight);
    }
  }

  /** Adds what stretches of ordinals hold by kind, validity and year, when a share of their records counts. */
  countShare(
    segment: SegmentReader,
    ranges: readonly OrdinalRange[],
    fields: readonly FacetField[],
    share: number,
  ): void {
    const runs = segment.runs;
    const counts = new RunCounts();
    for (const [from, to] of ranges) {
      for (let run = runs.find(from); run < runs.length && (runs.firsts[run] as number) < to; run++) {
        const records = Math.min(to, runs.endOf(run)) - Math.max(from, runs.firsts[run] as number);
        counts.add(runs, run, records);
      }
    }
    this.#addRuns(counts, fields, share);
  }

  /** Everything live of a segment: known without reading more than what has gone. */
  async countAll(segment: SegmentReader, { gone }: LiveRecords): Promise<void> {
    const { meta } = segment;
    this.countShare(segment, [[0, segment.records]], generalFacetFields, 1);
    const { agency, topic } = this.#sumsOf(segment);
    segment.agencies.records().forEach((records, at) => {
      addTo(agency, at + 1, records);
    });
    meta.topics.forEach(([, records], at) => {
      addTo(topic, at + 1, records);
    });
    if (gone.length > 0) await this.count(segment, gone, generalFacetFields, -1);
  }

  /** Kinds and validities in their own order, years newest first, the others by count; of each at most so many. */
  finish(most = Number.POSITIVE_INFINITY): Record<FacetField, FacetCount[]> {
    const lists = facetFields.map((field) => {
      const counts = [...this.#named(field)]
        .map(([value, count]) => ({ value, count: Math.round(count) }))
        .filter(({ count }) => count > 0);
      const order = (a: FacetCount, b: FacetCount) => compareFacets(field, a, b);
      return [field, mostFrequent(counts, most).sort(order).slice(0, most)];
    });
    return Object.fromEntries(lists) as Record<FacetField, FacetCount[]>;
  }

  /** The sums of a field by the names of its values. */
  #named(field: FacetField): Map<string, number> {
    const named = new Map(this.#more.get(field));
    const add = (value: string | undefined, count: number) => {
      if (value !== undefined && count !== 0) named.set(value, (named.get(value) ?? 0) + count);
    };
    if (field === 'kind')
      this.#kinds.forEach((count, at) => {
        add(recordKinds[at], count);
      });
    else if (field === 'validity')
      this.#validities.forEach((count, at) => {
        add(validities[at], count);
      });
    else if (field === 'year') for (const [year, count] of this.#years) add(yearText(year), count);
    else if (isInColumn(field)) this.#nameSums(field, add);
    return named;
  }

  #nameSums(field: ColumnField, add: (value: string | undefined, count: number) => void): void {
    for (const [segment, sums] of this.#sums) {
      const counts = sums[field];
      for (let number = noValue + 1; number < counts.length; number++) {
        const count = counts[number] as number;
        if (count === 0) continue;
        add(nameOf(segment, field, number - 1), count);
      }
    }
  }
}

/** What a number of a column stands for, counted from 0. */
function nameOf(segment: SegmentReader, field: ColumnField, number: number): string | undefined {
  if (field === 'agency') return segment.agencies.idOf(number);
  return field === 'topic' ? segment.meta.topics[number]?.[0] : segment.facets[field].values[number];
}

function addTo(sums: Float64Array, at: number, count: number): void {
  sums[at] = (sums[at] as number) + count;
}

/** Adds a weight to the sum of each number; numbers a damaged column may hold beside the known ones are left out. */
function tally(numbers: Uint32Array, sums: Float64Array, weight: number): void {
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] as number;
    if (number < sums.length) sums[number] = (sums[number] as number) + weight;
  }
}

/** Those of a long list that can be among the `most` with the highest counts. */
function mostFrequent(counts: FacetCount[], most: number): FacetCount[] {
  if (counts.length <= most) return counts;
  const sorted = new Float64Array(counts.length);
  counts.forEach(({ count }, at) => {
    sorted[at] = count;
  });
  sorted.sort();
  const least = sorted[sorted.length - most] as number;
  return counts.filter(({ count }) => count >= least);
}

/** Sums of stretches, by class and by year; records without a date are of year 0. */
class RunCounts {
  readonly classes = new Float64Array(classCount);
  readonly years = new Map<number, number>();

  add({ classes, years }: YearRuns, run: number, count: number): void {
    addTo(this.classes, classes[run] as number, count);
    const year = years[run] as number;
    this.years.set(year, (this.years.get(year) ?? 0) + count);
  }
}

function compareFacets(field: FacetField, a: FacetCount, b: FacetCount): number {
  const order: readonly string[] = field === 'kind' ? recordKinds : validities;
  if (field === 'kind' || field === 'validity') return order.indexOf(a.value) - order.indexOf(b.value);
  if (field === 'year') return a.value < b.value ? 1 : -1;
  return b.count - a.count || (a.value < b.value ? -1 : 1);
}
