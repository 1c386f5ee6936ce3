// Gathers what a register's entries have in the three places they are counted by: one number an entry and place.
import type { CatalogueRecord } from '../catalogue/record.ts';
import { type FacetPlace, facetPlaces } from '../catalogue/register.ts';
import { type ColumnPlace, writeColumn } from './column-writer.ts';
import { mostFacetValues, noValue, sections } from './format.ts';
import { facetValueOf } from './register-fields.ts';
import type { BlockSink } from './types.ts';

/** A place as `meta` tells it: the values by their numbers, which count from 1, and where the column lies. */
export interface FacetTable {
  readonly values: readonly string[];
  readonly column: ColumnPlace;
}
export type FacetTables = Readonly<Record<FacetPlace, FacetTable>>;

/** Takes records by ascending ordinal. A column has a row for each record of the kind `entry`, and none for others. */
export class FacetCollector {
  readonly #places = facetPlaces.map((place) => ({
    place,
    numbers: new Map<string, number>(),
    rows: [] as number[],
  }));

  add(record: CatalogueRecord): void {
    if (record.kind !== 'entry') return;
    for (const { place, numbers, rows } of this.#places) {
      const value = facetValueOf(record, place);
      if (value === null) {
        rows.push(noValue);
        continue;
      }
      const number = numbers.get(value) ?? numbers.size + 1;
      numbers.set(value, number);
      rows.push(number);
    }
  }

  /** Writes the columns; one without a value takes no block. */
  async write(sink: BlockSink): Promise<FacetTables> {
    const tables: Partial<Record<FacetPlace, FacetTable>> = {};
    for (const { place, numbers, rows } of this.#places) {
      const { values, renumbered } = mostFrequent([...numbers.keys()], rows);
      const column = await writeColumn(
        sink,
        sections.values,
        values.length === 0 ? new Uint32Array(0) : renumbered,
      );
      tables[place] = { values, column };
    }
    return tables as FacetTables;
  }
}

/** Keeps the most frequent values, numbered by how frequent they are; what is rarer counts as none. */
function mostFrequent(
  values: readonly string[],
  rows: readonly number[],
): { readonly values: readonly string[]; readonly renumbered: Uint32Array } {
  const counts = new Uint32Array(values.length + 1);
  for (const number of rows) counts[number] = (counts[number] as number) + 1;
  const kept = Array.from(values.keys(), (at) => at + 1)
    .sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b)
    .slice(0, mostFacetValues);
  const places = new Uint32Array(values.length + 1);
  kept.forEach((number, at) => {
    places[number] = at + 1;
  });
  return {
    values: kept.map((number) => values[number - 1] as string),
    renumbered: Uint32Array.from(rows, (number) => places[number] as number),
  };
}
