// The tables of ledgers, bulletins, reports and of what terminals showed, as Kysely sees them.

/** One row for every release that brought, changed or took out a record. Written with the marks of publishing. */
export interface PublicationTable {
  /** A record or a register. */
  item_id: string;
  release_version: number;
  /** The version the release carries from then on; null when it no longer carries any. */
  version: number | null;
  /** Who approved that version, and when; null where another one had been approved by then. */
  approved_by: string | null;
  approved_at: string | null;
}

/** One row, `id` 1: from which release on `publications` tells everything a release carried. */
export interface PublicationStartTable {
  id: number;
  since_release: number;
}

export type WrittenLedger = 'opinions' | 'meetings';

/** An entry of a ledger written by hand, at its newest version. Never removed. */
export interface LedgerEntryTable {
  id: string;
  ledger: WrittenLedger;
  /** 登记号: the year it was registered in and its place in it; stays with it. */
  number: string;
  /** The day it is filed under. */
  date: string;
  agency_id: string | null;
  version: number;
  is_void: number;
  created_at: string;
}

/** Append-only: the store refuses to change or delete a row. */
export interface LedgerEntryVersionTable {
  entry_id: string;
  version: number;
  content_json: string;
  is_void: number;
  /** Why it was corrected or declared void; empty for the first version. */
  reason: string;
  at: string;
  who: string;
}

/** One row, `id` 1, once staff have changed the rules. */
export interface ScoreRulesTable {
  id: number;
  rules_json: string;
  updated_at: string;
  updated_by: string;
}

/** A bulletin. A final one keeps its figures and rules as they were. */
export interface BulletinTable {
  id: string;
  /** `2026-03` or `2026-Q1`. */
  period: string;
  title: string;
  state: 'draft' | 'final';
  text_json: string;
  /** Scores and facts with the rules they were worked out by; null until it is final. */
  figures_json: string | null;
  revision: number;
  created_at: string;
  created_by: string;
  updated_at: string;
  updated_by: string;
  finalised_at: string | null;
  finalised_by: string | null;
}

/** A statutory annual report of one agency, or of the whole government for null. */
export interface AnnualReportTable {
  id: string;
  year: number;
  agency_id: string | null;
  state: 'draft' | 'final';
  content_json: string;
  /** What the system knew when it was made final; null before. */
  figures_json: string | null;
  revision: number;
  /** The page of the catalogue made of it. */
  record_id: string | null;
  created_at: string;
  created_by: string;
  updated_at: string;
  updated_by: string;
  finalised_at: string | null;
  finalised_by: string | null;
}

/** Which release a terminal reported, from when on; a new row when the version changes. */
export interface TerminalVersionTable {
  terminal_id: string;
  /** When the hub first heard of it. */
  reported_at: string;
  /** When the hub last heard the same. */
  heard_at: string;
  version: number | null;
  /** When the terminal installed it, by its own clock. */
  installed_at: string | null;
}
