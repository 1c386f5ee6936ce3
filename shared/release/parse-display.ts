// Bounded parsing of how a venue's screens look and when they are awake: in a manifest, and in a store's column.
import { isColour } from '../catalogue/contrast.ts';
import { isClockTime } from '../catalogue/day-span.ts';
import { leastPageSeconds, mostPageSeconds, mostPlanEntries, mostSpans } from '../catalogue/display-rules.ts';
import {
  type DaySpan,
  type VenueDisplay,
  type WallLayout,
  type WallPlanEntry,
  type Weekday,
  wallLayouts,
} from '../catalogue/venue-display.ts';
import {
  asArray,
  asInteger,
  asNullableString,
  asObject,
  asString,
  field,
  ShapeError,
} from './bounded-json.ts';

/** Throws ShapeError for anything a hub of ours would not have saved; layouts of later programs are passed over. */
export function parseDisplay(value: unknown): VenueDisplay {
  const raw = asObject(value, 'display');
  const wall = asObject(field(raw, 'wall'), 'wall');
  return {
    accent: parseAccent(field(raw, 'accent')),
    emblem: asNullableString(field(raw, 'emblem'), 8, 'emblem'),
    ...(field(raw, 'showsDue') === true ? { showsDue: true } : {}),
    opening: asArray(field(raw, 'opening'), mostSpans, 'opening').map(parseSpan),
    quiet: asArray(field(raw, 'quiet'), mostSpans, 'quiet').map(parseSpan),
    wall: {
      plan: asArray(field(wall, 'plan'), mostPlanEntries, 'plan').flatMap(parsePlanEntry),
      pageSeconds: asInteger(field(wall, 'pageSeconds'), leastPageSeconds, mostPageSeconds, 'pageSeconds'),
    },
  };
}

function parseAccent(value: unknown): string | null {
  const accent = asNullableString(value, 7, 'accent');
  if (accent !== null && !isColour(accent)) throw new ShapeError('accent is no colour');
  return accent;
}

function parsePlanEntry(value: unknown): WallPlanEntry[] {
  const raw = asObject(value, 'plan entry');
  const layout = asString(field(raw, 'layout'), 40, 'layout');
  const span = field(raw, 'span');
  const entry = { layout: layout as WallLayout, span: span === null ? null : parseSpan(span) };
  return wallLayouts.includes(entry.layout) ? [entry] : [];
}

function parseSpan(value: unknown): DaySpan {
  const raw = asObject(value, 'span');
  const days = asArray(field(raw, 'days'), 7, 'days').map((day) => asInteger(day, 1, 7, 'day') as Weekday);
  return { days, from: parseTime(field(raw, 'from')), to: parseTime(field(raw, 'to')) };
}

function parseTime(value: unknown): string {
  const time = asString(value, 5, 'time');
  if (!isClockTime(time)) throw new ShapeError('time has the wrong form');
  return time;
}
