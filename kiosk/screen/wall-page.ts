// What one page of the wall is made of: one or two sheets, side by side or one above the other, and how long it stays.
import type { ChartModel } from '#shared/catalogue/chart-model.ts';
import type { AreaKind, HallFloor } from '#shared/catalogue/hall-plan.ts';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { RankingRow } from '#shared/catalogue/register.ts';
import type { AgencyFigures, PublicFigures } from '#shared/statistics/public-figures.ts';
import type { Counted, HallWindow, WallNotice } from './wall-content.ts';
import type { NoticeType, Split } from './wall-geometry.ts';

/** Words of a ranking or chart, by the keys of the message catalogues. */
export type CountedSubject = 'agencies' | 'topics' | 'guides' | 'years' | 'kinds' | 'allTopics';

export interface CountedSheet {
  readonly subject: CountedSubject;
  readonly lines: readonly Counted[];
  /** The year the counts are of; null for everything. */
  readonly year: string | null;
  readonly isEstimate: boolean;
}

/** A window, or several of one kind side by side, or a room, and what people go there for. */
export interface FloorPlace {
  readonly kind: AreaKind;
  /** The numbers over the windows; empty for rooms. */
  readonly numbers: readonly string[];
  readonly name: string;
  /** Agencies whose matters are handled there, else what staff noted; empty where nothing says. */
  readonly line: string;
  /** Guides of those agencies; 0 where nothing says. */
  readonly guides: number;
}

export type Sheet =
  | {
      readonly type: 'notice' | 'emergency';
      readonly notice: WallNotice;
      readonly paragraphs: readonly string[];
      /** From 1. */
      readonly part: number;
      readonly parts: number;
      /** There is more text than the wall pages through. */
      readonly isCut: boolean;
      readonly size: NoticeType;
    }
  | { readonly type: 'notice-side'; readonly notice: WallNotice }
  | { readonly type: 'newest'; readonly records: readonly CatalogueRecord[] }
  | ({ readonly type: 'ranking' | 'year-chart' | 'pane-chart' } & CountedSheet)
  | {
      readonly type: 'register-ranking';
      /** Tells the sheet from others of its kind. */
      readonly subject: string;
      readonly title: string;
      readonly period: string | null;
      readonly agency: string;
      readonly unit: string | null;
      readonly rows: readonly RankingRow[];
      /** How many places there are. */
      readonly all: number;
    }
  | {
      readonly type: 'register-chart';
      readonly subject: string;
      readonly agency: string;
      readonly chart: ChartModel;
    }
  | { readonly type: 'figures'; readonly figures: PublicFigures }
  | { readonly type: 'board'; readonly board: readonly AgencyFigures[]; readonly asOf: string }
  | {
      readonly type: 'floor-map';
      /** Tells the floor from others. */
      readonly subject: string;
      readonly floor: HallFloor;
      readonly part: number;
    }
  | {
      readonly type: 'floor-places';
      readonly title: string;
      readonly places: readonly FloorPlace[];
      readonly part: number;
      readonly parts: number;
    }
  | { readonly type: 'hall' | 'hall-days' | 'hall-side' | 'phone' | 'how' | 'nothing' }
  | {
      readonly type: 'windows';
      readonly windows: readonly HallWindow[];
      readonly part: number;
      readonly parts: number;
    }
  | {
      readonly type: 'agencies';
      readonly agencies: readonly { readonly name: string; readonly line: string }[];
      readonly part: number;
      readonly parts: number;
    };

export interface WallPage {
  readonly split: Split;
  readonly main: Sheet;
  readonly side: Sheet | null;
  /** How long it stays, in seconds. */
  readonly seconds: number;
}
