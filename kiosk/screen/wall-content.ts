// What the wall knows of a release: gathered once, then shown page by page without asking again.
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { RegisterDetails } from '#shared/catalogue/register.ts';
import type { ReleaseManifest } from '#shared/release/manifest.ts';

export interface WallNotice {
  readonly record: CatalogueRecord;
  /** The text in plain paragraphs, at most `maxNoticeCharacters` long. */
  readonly paragraphs: readonly string[];
}

/** One line of a ranking or a chart. */
export interface Counted {
  readonly name: string;
  readonly count: number;
}

/** Counts of what was formed in one year. */
export interface YearCounts {
  readonly year: string;
  readonly agencies: readonly Counted[];
  readonly topics: readonly Counted[];
  readonly isEstimate: boolean;
}

/** A window of the hall, as the guides name it. */
export interface HallWindow {
  readonly name: string;
  readonly address: string | null;
  readonly agency: string;
  /** Guides handled there. */
  readonly guides: number;
}

/** A register's figures: what of it can be shown from afar. */
export interface WallRegister {
  readonly record: CatalogueRecord;
  readonly details: RegisterDetails;
}

export interface WallContent {
  readonly manifest: ReleaseManifest;
  /** The local day it was gathered for, `YYYY-MM-DD`. */
  readonly today: string;
  /** The most pressing first. */
  readonly notices: readonly WallNotice[];
  /** The newest documents and pages. */
  readonly newest: readonly CatalogueRecord[];
  /** The newest year anything was formed in; null when nothing has a date. */
  readonly year: YearCounts | null;
  /** Years ascending, the latest ten at most. */
  readonly years: readonly Counted[];
  readonly topics: readonly Counted[];
  readonly guideAgencies: readonly Counted[];
  readonly windows: readonly HallWindow[];
  /** Registers with a ranking or a chart, the latest first. */
  readonly registers: readonly WallRegister[];
  /** Counts over everything were estimated: shown as 约. */
  readonly isEstimate: boolean;
}
