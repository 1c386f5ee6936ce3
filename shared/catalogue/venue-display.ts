// How a venue's screens look and when they are awake: its colour and emblem, its hours, the wall screen's plan.
import type { VenueProfile } from './venue.ts';

/** Days of the week as ISO 8601 counts them: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A span of the local day on some days of the week, `HH:MM` to `HH:MM`; `to` before `from` runs past midnight. */
export interface DaySpan {
  readonly days: readonly Weekday[];
  readonly from: string;
  readonly to: string;
}

/** What the wall screen can fill itself with. */
export const wallLayouts = ['mixed', 'notices', 'rankings', 'charts', 'guide', 'hall'] as const;
export type WallLayout = (typeof wallLayouts)[number];

/** One entry of the wall screen's plan: the first whose span holds now is shown. */
export interface WallPlanEntry {
  readonly layout: WallLayout;
  /** Null for always. */
  readonly span: DaySpan | null;
}

export interface VenueDisplay {
  /** Takes the place of the window colour, `#rrggbb`; null keeps the product's own. Contrast is checked on saving. */
  readonly accent: string | null;
  /** One or two characters for the emblem beside the venue's name; null keeps the product's window. */
  readonly emblem: string | null;
  /** When the hall is open; empty when staff have not said. */
  readonly opening: readonly DaySpan[];
  /** Whether terminals say by when something must be, or should have been, updated; not so when absent. */
  readonly showsDue?: boolean | undefined;
  /** When screens are to be dark and silent; a touch wakes them. */
  readonly quiet: readonly DaySpan[];
  readonly wall: {
    readonly plan: readonly WallPlanEntry[];
    /** How long one page stays, in seconds, 5 to 120. */
    readonly pageSeconds: number;
  };
}

export const defaultDisplay: VenueDisplay = {
  accent: null,
  emblem: null,
  opening: [],
  quiet: [],
  wall: { plan: [{ layout: 'mixed', span: null }], pageSeconds: 12 },
};

/** What the venue set, or the product's own where it set nothing. */
export function displayOf(venue: VenueProfile | null | undefined): VenueDisplay {
  return venue?.display ?? defaultDisplay;
}
