// Which layout is due: the one the address asks for, else the first entry of the venue's plan that holds now.
import { holdsMoment, momentOf } from '#shared/catalogue/day-span.ts';
import { type VenueDisplay, type WallLayout, wallLayouts } from '#shared/catalogue/venue-display.ts';

/** `?layout=charts` of the address, for trying; null when it names none. */
export function askedLayout(search: string): WallLayout | null {
  const asked = new URLSearchParams(search).get('layout');
  return wallLayouts.find((layout) => layout === asked) ?? null;
}

/** A plan of which nothing holds shows `mixed`: a wall is never without a layout. */
export function chooseLayout(display: VenueDisplay, at: Date, asked: WallLayout | null): WallLayout {
  const due = display.wall.plan.find(({ span }) => span === null || holdsMoment(span, momentOf(at)));
  return asked ?? due?.layout ?? 'mixed';
}
