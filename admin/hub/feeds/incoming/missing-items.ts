// Notices what a portal no longer has. It is said to staff and nothing else is done: the hall decides what it shows.
import { type Desk, instant } from '../../editorial/desk.ts';
import { itemKey } from '../arrive.ts';

export interface SeenItems {
  readonly origin: string;
  /** Ids of all the answer had. */
  readonly ids: readonly string[];
  /** Ids the portal says it deleted. */
  readonly deleted: readonly string[];
  /** True when the list always holds everything. */
  readonly isWhole: boolean;
  /** The day of the oldest item of a feed that holds only the newest; null where that cannot be told. */
  readonly oldest: string | null;
}

const atOnce = 500;

/**
 * A feed shows its newest items only, so what is older than its oldest has merely moved on; what is younger and not
 * there was removed. Call inside the transaction that stored the answer.
 */
export async function markMissing(inside: Pick<Desk, 'db' | 'now'>, seen: SeenItems): Promise<void> {
  const present = new Set(seen.ids.map(itemKey));
  const gone = new Set(seen.deleted.map(itemKey).filter((key) => !present.has(key)));
  if (seen.isWhole || seen.oldest !== null) {
    let query = inside.db
      .selectFrom('arrivals')
      .select('item_key')
      .where('origin', '=', seen.origin)
      .where('missing_since', 'is', null);
    if (!seen.isWhole) query = query.where('published_on', '>', seen.oldest);
    for (const { item_key } of await query.execute()) if (!present.has(item_key)) gone.add(item_key);
  }
  const keys = [...gone];
  for (let from = 0; from < keys.length; from += atOnce) {
    await inside.db
      .updateTable('arrivals')
      .set({ missing_since: instant(inside) })
      .where('origin', '=', seen.origin)
      .where('missing_since', 'is', null)
      .where('item_key', 'in', keys.slice(from, from + atOnce))
      .execute();
  }
}

/** The oldest day of a feed, when every item has a whole day; null otherwise. */
export function oldestDay(days: readonly (string | null)[]): string | null {
  const whole = days.filter((day) => day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day));
  if (whole.length === 0 || whole.length < days.length) return null;
  return whole.toSorted()[0] ?? null;
}
