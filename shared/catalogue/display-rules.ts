// What a venue's display settings may hold, and what is wrong with them: the same on the admin page and the hub.
import { AppError } from '../errors/app-error.ts';
import { accentContrast, isColour, leastTextContrast } from './contrast.ts';
import { isClockTime } from './day-span.ts';
import type { DaySpan, VenueDisplay, WallPlanEntry } from './venue-display.ts';

/** Spans of opening or quiet hours. */
export const mostSpans = 14;
export const mostPlanEntries = 20;
export const leastPageSeconds = 5;
export const mostPageSeconds = 120;

/** The settings a fault can lie in, in the order of the form. */
export type DisplayField = 'accent' | 'emblem' | 'opening' | 'quiet' | 'plan' | 'pageSeconds';

/** Something that cannot stay: in which field, and the error that says what is wrong with it. */
export interface DisplayFault {
  readonly field: DisplayField;
  readonly error: AppError;
}

/** Settings as people type them, without blanks, in one spelling, days in their order. */
export function tidyDisplay(display: VenueDisplay): VenueDisplay {
  const accent = display.accent?.trim().toLowerCase() ?? '';
  const emblem = display.emblem?.trim() ?? '';
  return {
    accent: accent === '' ? null : accent,
    emblem: emblem === '' ? null : emblem,
    ...(display.showsDue === true ? { showsDue: true } : {}),
    opening: display.opening.map(tidySpan),
    quiet: display.quiet.map(tidySpan),
    wall: {
      plan: display.wall.plan.map(({ layout, span }) => ({ layout, span: span && tidySpan(span) })),
      pageSeconds: display.wall.pageSeconds,
    },
  };
}

function tidySpan({ days, from, to }: DaySpan): DaySpan {
  return { days: [...new Set(days)].sort((a, b) => a - b), from: from.trim(), to: to.trim() };
}

/** The faults of tidy settings, at most one a field, in the order of the form. */
export function findDisplayFaults({ accent, emblem, opening, quiet, wall }: VenueDisplay): DisplayFault[] {
  const found: readonly (readonly [DisplayField, AppError | null])[] = [
    ['accent', accentError(accent)],
    ['emblem', emblemError(emblem)],
    ['opening', spansError('opening', opening, mostSpans)],
    ['quiet', spansError('quiet', quiet, mostSpans)],
    ['plan', planError(wall.plan)],
    ['pageSeconds', pageError(wall.pageSeconds)],
  ];
  return found.flatMap(([field, error]) => (error === null ? [] : [{ field, error }]));
}

function accentError(accent: string | null): AppError | null {
  if (accent === null) return null;
  if (!isColour(accent)) return new AppError('venue.accent-form');
  const contrast = accentContrast(accent);
  if (contrast >= leastTextContrast) return null;
  // Rounded down: a colour just too pale must not seem to reach what is needed.
  const ratio = Math.floor(contrast * 100) / 100;
  return new AppError('venue.accent-contrast', { accent, ratio, least: leastTextContrast });
}

/** Letters, characters or digits: a sign alone says nothing beside a name. */
function emblemError(emblem: string | null): AppError | null {
  const isFine = emblem === null || /^[\p{L}\p{N}]{1,2}$/u.test(emblem);
  return isFine ? null : new AppError('venue.emblem-form');
}

function planError(plan: readonly WallPlanEntry[]): AppError | null {
  if (plan.length === 0) return new AppError('venue.plan-none');
  const spans = plan.map(({ span }) => span);
  return spansError('plan', spans, mostPlanEntries);
}

function spansError(
  field: 'opening' | 'quiet' | 'plan',
  spans: readonly (DaySpan | null)[],
  most: number,
): AppError | null {
  if (spans.length > most) return new AppError(`venue.${field}-too-many`, { most });
  for (const [at, span] of spans.entries()) {
    if (span === null) continue;
    if (span.days.length === 0) return new AppError(`venue.${field}-days`, { row: at + 1 });
    const isTimed = isClockTime(span.from) && isClockTime(span.to);
    if (!isTimed) return new AppError(`venue.${field}-time`, { row: at + 1 });
  }
  return null;
}

function pageError(seconds: number): AppError | null {
  const isFine = Number.isInteger(seconds) && seconds >= leastPageSeconds && seconds <= mostPageSeconds;
  return isFine
    ? null
    : new AppError('venue.page-seconds', { least: leastPageSeconds, most: mostPageSeconds });
}
