// The venue's display settings in the store: checked on the way in, defaults where nothing readable is kept.
import { findDisplayFaults, tidyDisplay } from '#shared/catalogue/display-rules.ts';
import { defaultDisplay, type VenueDisplay } from '#shared/catalogue/venue-display.ts';
import { parseDisplay } from '#shared/release/parse-display.ts';

/** What the column keeps of these settings. Throws the error of the first field that cannot stay. */
export function storeDisplay(given: VenueDisplay): string {
  const display = tidyDisplay(given);
  const [first] = findDisplayFaults(display);
  if (first !== undefined) throw first.error;
  return JSON.stringify(display);
}

/**
 * The settings a column holds, or the product's own: a column nobody can read must keep no hall from publishing.
 */
export function readDisplay(column: string | null): VenueDisplay {
  if (column === null) return defaultDisplay;
  try {
    return parseDisplay(JSON.parse(column));
  } catch {
    return defaultDisplay;
  }
}
