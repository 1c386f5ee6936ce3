// Registers (名录/查询库): what their columns mean, and how a register is shown to people.
import type { ChartModel } from './chart-model.ts';

/** What the cells of a column hold. */
export const columnTypes = [
  'text',
  'code', // a number or code that identifies something: credit code, item code
  'number',
  'money',
  'date',
  'choice', // one of few words: 登记状态, 主体类型
  'agency',
  'place',
  'record', // the title or number of a record in the catalogue
  'steps', // steps of a procedure in order, parted by → or line breaks
] as const;
export type ColumnType = (typeof columnTypes)[number];

/** How a cell is made unreadable before it is published. What is hidden never reaches a release. */
export const masks = ['none', 'id-number', 'phone', 'person-name', 'address', 'hidden'] as const;
export type Mask = (typeof masks)[number];

/** What a column is to its register, beyond being shown. */
export const columnRoles = [
  'title', // names the entry
  'identity', // with the other identity columns tells one entry from another
  'shown-from', // the entry is shown from this day on
  'shown-until', // and until the end of this day
  'value', // what rankings and charts compare
] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** One column as staff define it. */
export interface RegisterColumn {
  /** Stable within the register, 1 to 30 of `a-z0-9-`. */
  readonly key: string;
  /** The heading people see. */
  readonly title: string;
  readonly type: ColumnType;
  /** 万元, 件, 平方米; null where the type says enough. */
  readonly unit: string | null;
  readonly isSearchable: boolean;
  /** Shown on the entry's own screen; the first three also in lists. */
  readonly isShown: boolean;
  /** Results can be narrowed by it; at most three columns. */
  readonly isFacet: boolean;
  readonly isSortable: boolean;
  readonly mask: Mask;
  readonly roles: readonly ColumnRole[];
}

/** A column as a release carries it: what a page needs to name and align its cells. */
export type ShownColumn = Pick<RegisterColumn, 'key' | 'title' | 'type' | 'unit' | 'isShown'>;

/** How many columns of a register can narrow results: each has a place of its own in the index. */
export const facetPlaces = ['facet1', 'facet2', 'facet3'] as const;
export type FacetPlace = (typeof facetPlaces)[number];

/** One line of a ranking. */
export interface RankingRow {
  readonly place: number;
  readonly label: string;
  readonly value: number;
  /** Places gained (positive) or lost since the period before; null when it was not in it. */
  readonly movement: number | null;
}

/** A way staff chose to show a register, worked out when it is published: pages draw, they do not count. */
export type RegisterView =
  | { readonly view: 'look-up' }
  | {
      readonly view: 'ranking';
      readonly valueTitle: string;
      readonly unit: string | null;
      readonly rows: readonly RankingRow[];
    }
  | { readonly view: 'table' }
  | { readonly view: 'chart'; readonly chart: ChartModel };

/** Something about a register's figures that readers should know: a sum that does not add up, say. */
export interface RegisterNote {
  readonly text: string;
  readonly textEn: string;
  /** Whether figures are at odds; absent for what only explains them. */
  readonly isFault?: boolean;
}

/** The register as a record of the catalogue. Its table, where it is shown as one, is the record's body. */
export interface RegisterDetails {
  readonly type: 'register';
  /** The ready-made register it was made from; null when staff made it themselves. */
  readonly template: string | null;
  /** 2023年, 2024年第3周: what its figures are about; null when it simply holds as of its date. */
  readonly period: string | null;
  readonly columns: readonly ShownColumn[];
  readonly facets: readonly { readonly place: FacetPlace; readonly key: string; readonly title: string }[];
  readonly entries: number;
  readonly views: readonly RegisterView[];
  readonly notes: readonly RegisterNote[];
  /** Ids of entries that are part of another (其中, （1）), each with that other; absent where none are. */
  readonly subItems?: readonly (readonly [id: string, parent: string])[];
}

/** A row of a register as a record of the catalogue. */
export interface EntryDetails {
  readonly type: 'entry';
  /** The id of the register's own record. */
  readonly registerId: string;
  readonly registerTitle: string;
  /** What is shown, masked already, by the key of its column; empty cells are left out. */
  readonly cells: readonly (readonly [key: string, text: string])[];
  /** The value in each place results can be narrowed by; null where the entry has none. */
  readonly facets: readonly (string | null)[];
}
