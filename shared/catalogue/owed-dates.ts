// By when matters with periods must next be updated, or something be told ahead of an event, as a release tells it where the venue lets it be shown.

/** Matters whose next update is due on one day. */
export interface OwedDate {
  /** `YYYY-MM-DD` */
  readonly on: string;
  readonly matters: readonly string[];
  /** What is due is told ahead of an event, instead of being an update. */
  readonly isEvent?: true;
}

/** More matters with periods than any catalogue has. */
export const mostOwedMatters = 50_000;

/** What a matter's next update is due on, and whether that day is over; null where the release does not say. */
export function owedDateOf(
  dates: readonly OwedDate[] | undefined,
  matterId: string | null,
  today: string,
): { readonly on: string; readonly isPast: boolean; readonly isEvent: boolean } | null {
  if (matterId === null || dates === undefined) return null;
  const found = dates.find(({ matters }) => matters.includes(matterId));
  return found === undefined
    ? null
    : { on: found.on, isPast: found.on < today, isEvent: found.isEvent === true };
}
