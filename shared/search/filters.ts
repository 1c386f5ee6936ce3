// Narrows findings by the visitor's filters: kind, validity and year as stretches of ordinals, the rest as lists.
import { recordKinds, validities } from '../catalogue/record.ts';
import { type FacetPlace, facetPlaces } from '../catalogue/register.ts';
import type { TreeNode } from '../catalogue/venue.ts';
import { type DocCursor, emptyCursor, RangeCursor } from './doc-cursor.ts';
import { agencyKey } from './fields.ts';
import { idMarks } from './format.ts';
import { ListCursor } from './list-cursor.ts';
import { anyOf } from './many-cursors.ts';
import { kindOfClass, validityOfClass } from './record-classes.ts';
import { yearText } from './record-date.ts';
import { countedValue } from './register-fields.ts';
import {
  type FacetField,
  type FilterField,
  facetFields,
  generalFacetFields,
  type SearchQuery,
} from './types.ts';
import type { SearchContext } from './word-cursor.ts';
import type { OrdinalRange, YearRuns } from './year-runs.ts';

export type Filters = SearchQuery['filters'];

/** A node and everything under it, for each of the nodes asked for. */
export function withDescendants(nodes: readonly string[], tree: readonly TreeNode[]): string[] {
  const children = Map.groupBy(tree, (node) => node.parentId ?? '');
  const found = new Set<string>();
  const open = [...nodes];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (found.has(node)) continue;
    found.add(node);
    for (const child of children.get(node) ?? []) open.push(child.id);
  }
  return [...found];
}

/** Filters that have values, with the nodes under the nodes asked for, and of long values what counts. */
export function activeFilters(filters: Filters, tree: readonly TreeNode[]): Filters {
  const active = Object.fromEntries(
    Object.entries(filters)
      .filter(([, values]) => values.length > 0)
      .map(([field, values]) => [field, isFacetPlace(field) ? values.map(countedValue) : values]),
  ) as Filters;
  return active.node === undefined ? active : { ...active, node: withDescendants(active.node, tree) };
}

/** The places of registers: each means something else from register to register. */
export function isFacetPlace(field: string): field is FacetPlace {
  return (facetPlaces as readonly string[]).includes(field);
}

/** The fields that are counted under some filters: places of registers only where these narrow to registers. */
export function countedFields(filters: Filters): readonly FacetField[] {
  return filters.register === undefined ? generalFacetFields : facetFields;
}

/** The filters without one of them: what its own counts are narrowed by. */
export function withoutFilter(filters: Filters, field: FacetField): Filters {
  const { [field]: _own, ...others } = filters;
  return others;
}

/** Filters that are lists of records; the others are stretches of ordinals. */
const listedFields = ['agency', 'topic', 'node', 'matter', 'register', ...facetPlaces] as const;

/** Cursors every record must be in to pass the filters. */
export function narrowingCursors(filters: Filters, context: SearchContext): DocCursor[] {
  const cursors = listedFields
    .filter((field) => filters[field] !== undefined)
    .map((field) => cursorOfValues(field, filters[field] ?? [], context));
  const ranges = rangesOf(filters, context.segment.runs);
  if (ranges !== null) cursors.push(new RangeCursor(ranges));
  return cursors;
}

/** The stretches of ordinals that pass the filters of kind, validity and year; null when none of these is set. */
export function rangesOf({ kind, validity, year }: Filters, runs: YearRuns): OrdinalRange[] | null {
  if (kind === undefined && validity === undefined && year === undefined) return null;
  return runs.ranges(
    (classNumber, yearNumber) =>
      isAmong(kind, recordKinds[kindOfClass(classNumber)] ?? null) &&
      isAmong(validity, validities[validityOfClass(classNumber)] ?? null) &&
      isAmong(year, yearNumber === 0 ? null : yearText(yearNumber)),
  );
}

function isAmong(wanted: readonly string[] | undefined, value: string | null): boolean {
  return wanted === undefined || (value !== null && wanted.includes(value));
}

function cursorOfValues(
  field: FilterField,
  values: readonly string[],
  { segment, window }: SearchContext,
): DocCursor {
  const keys = values.flatMap((value) => {
    if (field === 'node') return [idMarks.node + value];
    if (field === 'matter') return [idMarks.matter + value];
    if (field === 'topic') return [idMarks.topic + value];
    if (field === 'register') return [idMarks.register + value];
    if (isFacetPlace(field)) return [idMarks[field] + value];
    return segment.agencies.withId(value).map(({ id, name }) => agencyKey(id, name));
  });
  if (keys.length === 0) return emptyCursor;
  return anyOf([...new Set(keys)].map((key) => new ListCursor(segment.terms, window, key)));
}
