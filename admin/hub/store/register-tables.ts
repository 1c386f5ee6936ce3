// The tables of registers as Kysely sees them.
import type { Generated } from 'kysely';

/** A register at its newest version. A version is a revision: what is approved, or not, as a whole. */
export interface RegisterTable {
  id: string;
  /** What staff and scripts call it: the id of its definition; unique. */
  slug: string;
  code: string;
  title: string;
  title_key: string;
  /** The ready-made register it was made from. */
  template: string | null;
  agency_id: string;
  node_id: string | null;
  state: 'draft' | 'approved' | 'withdrawn';
  version: number;
  approved_version: number | null;
  approved_at: string | null;
  approved_by: string | null;
  withdrawn_at: string | null;
  published_version: number | null;
  created_at: string;
  updated_at: string;
  updated_by: string;
}

/** Every revision a register ever had. */
export interface RegisterVersionTable {
  register_id: string;
  version: number;
  definition_json: string;
  /** What its figures are about: 2023年, 2026年第47周. */
  period: string | null;
  agency_id: string;
  node_id: string | null;
  /** Digest of everything above that shows in each of its entries. */
  form_hash: string;
  /** Its total rows (合计, 小计), which are no entries; see `StoredTotal`. */
  totals_json: Generated<string>;
  at: string;
  who: string;
}

/** The header of every row: narrow, since approving and publishing write to all of them. */
export interface RegisterEntryTable {
  id: string;
  register_id: string;
  /** What tells it from the other rows; unique within the register. */
  identity: string;
  code: string;
  /** Where it stands in the table. */
  place: number;
  latest_version: number;
  /** The latest version, or null once the row was removed. */
  current_version: number | null;
  approved_version: number | null;
  published_version: number | null;
  /** Digest of the cells of the latest version. */
  content_hash: string;
}

/** Every version a row ever had. */
export interface RegisterEntryVersionTable {
  entry_id: string;
  version: number;
  cells_json: string;
  at: string;
  who: string;
}

/** The rows of a period that has been followed by another: what movement is counted from. */
export interface RegisterPeriodTable {
  register_id: string;
  /** The version of the register that began the next period. */
  since_version: number;
  period: string | null;
  rows_json: string;
}

/** A column rows can be listed by: its keys are written with every version from then on. */
export interface RegisterSortColumnTable {
  id: Generated<number>;
  register_id: string;
  column_key: string;
  /** How its cells are compared: a change of type begins anew. */
  kind: string;
  /** 0 while the keys of older rows are still being written. */
  is_complete: number;
}

/** Where a version of a row stands by one column; versions never change, so keys are only ever added. */
export interface RegisterSortKeyTable {
  sort_id: number;
  is_empty: number;
  sort_key: string | number;
  entry_id: string;
  version: number;
}
