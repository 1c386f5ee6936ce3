// Publishes the hub owes: written with the act that makes something public by itself, kept until one has carried it.
import type { ErrorCode } from '#shared/errors/app-error.ts';
import { recordAudit } from '../editorial/audit.ts';
import { type Desk, instant, withTransaction } from '../editorial/desk.ts';
import type { Database } from '../store/tables.ts';

export interface PublishOrder {
  readonly id: string;
  readonly who: string;
  readonly note: string;
}

/** Notes of a release are read in lists. */
const longestNote = 200;

/** Call inside the transaction of the act; returns the order's id. */
export async function orderPublish(
  inside: Desk,
  order: { readonly at: string; readonly who: string; readonly note: string },
): Promise<string> {
  const id = inside.newId('o');
  await inside.db
    .insertInto('publish_orders')
    .values({ id, ...order, note: order.note.slice(0, longestNote), done_at: null, problem: null, tries: 0 })
    .execute();
  return id;
}

/** Oldest first. */
export function openOrders(db: Database): Promise<PublishOrder[]> {
  return db
    .selectFrom('publish_orders')
    .select(['id', 'who', 'note'])
    .where('done_at', 'is', null)
    .orderBy('id')
    .execute();
}

/** A publish begun after these orders has carried them. */
export async function finishOrders(desk: Desk, ids: readonly string[]): Promise<void> {
  await desk.db
    .updateTable('publish_orders')
    .set({ done_at: instant(desk), problem: null })
    .where('id', 'in', ids)
    .execute();
}

/** The publish of these orders went wrong: it stays owed, and the trail says so once for every kind of failure. */
export function failOrders(desk: Desk, orders: readonly PublishOrder[], problem: ErrorCode): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const ids = orders.map(({ id }) => id);
    const told = await inside.db
      .selectFrom('publish_orders')
      .select('id')
      .where('id', 'in', ids)
      .where((where) => where.or([where('problem', 'is', null), where('problem', '<>', problem)]))
      .execute();
    await inside.db
      .updateTable('publish_orders')
      .set((table) => ({ problem, tries: table('tries', '+', 1) }))
      .where('id', 'in', ids)
      .execute();
    if (told.length === 0) return;
    const first = orders.find(({ id }) => id === told[0]?.id);
    const details = { problem, orders: told.length };
    await recordAudit(inside, {
      who: first?.who ?? '',
      action: 'release.fail',
      subject: first?.note ?? '',
      details,
    });
  });
}
