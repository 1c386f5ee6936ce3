// Who sent what, month by month; what waits for somebody's hand; where a record came from.
import { isPermitted } from '#shared/accounts/acts.ts';
import type {
  MonthStanding,
  TransferOrigin,
  TransferWaiting,
  TransferYear,
} from '#shared/protocol/transfers-api.ts';
import { chinaDay, monthsOf, shiftMonth } from '#shared/transfers/transfer-month.ts';
import type { Desk } from '../editorial/desk.ts';
import type { Actor } from '../http/actor.ts';
import type { Database } from '../store/tables.ts';
import { numberOf } from './stored-transfer.ts';

type Cell = TransferYear['agencies'][number]['months'][number];

/** Every agency that owes something (it has matters, an upload link, or transferred before) against twelve months. */
export async function loadTransferYear(desk: Desk, year: number, actor: Actor): Promise<TransferYear> {
  const months = monthsOf(year);
  const agencies = await loadOwingAgencies(desk.db, actor.agencyId);
  const batches = await desk.db
    .selectFrom('transfers')
    .select(['id', 'agency_id', 'month', 'state', 'is_empty'])
    .where('month', '>=', months[0] ?? '')
    .where('month', '<=', months.at(-1) ?? '')
    .execute();
  const counts = await countItems(
    desk.db,
    batches.filter(({ state }) => state === 'received').map(({ id }) => id),
  );
  const thisMonth = chinaDay(desk.now()).slice(0, 7);
  return {
    year,
    months: [...months],
    agencies: agencies.map(({ id: agencyId, name: agencyName, created_at: createdAt }) => {
      const own = batches.filter((batch) => batch.agency_id === agencyId);
      // Nobody owed anything before the desk knew of them.
      const since = chinaDay(Date.parse(createdAt)).slice(0, 7);
      const cells = months.map((month): Cell => {
        const ofMonth = own.filter((batch) => batch.month === month);
        const items = ofMonth.reduce((sum, { id }) => sum + (counts.get(id) ?? 0), 0);
        return { standing: standingOf(ofMonth, items, month >= thisMonth || month < since), items };
      });
      return { agencyId, agencyName, months: cells, items: cells.reduce((sum, { items }) => sum + items, 0) };
    }),
  };
}

function standingOf(
  batches: readonly { readonly state: string }[],
  items: number,
  isNotOwed: boolean,
): MonthStanding {
  if (batches.some(({ state }) => state === 'received')) return items > 0 ? 'received' : 'empty';
  if (batches.some(({ state }) => state === 'sent')) return 'waiting';
  if (batches.some(({ state }) => state === 'returned')) return 'returned';
  return isNotOwed ? 'upcoming' : 'missing';
}

async function countItems(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('transfer_items')
    .select((row) => ['transfer_id', row.fn.countAll<number>().as('items')])
    .where('transfer_id', 'in', ids)
    .groupBy('transfer_id')
    .execute();
  return new Map(rows.map(({ transfer_id, items }) => [transfer_id, items]));
}

function loadOwingAgencies(db: Database, agencyId: string | null) {
  let query = db
    .selectFrom('agencies')
    .select(['id', 'name', 'created_at'])
    .where((where) =>
      where.or([
        where(
          'id',
          'in',
          db
            .selectFrom('records')
            .select('agency_id')
            .where('kind', '=', 'matter')
            .where('state', '<>', 'withdrawn'),
        ),
        where('id', 'in', db.selectFrom('transfers').select('agency_id')),
        where('id', 'in', db.selectFrom('upload_links').select('agency_id')),
      ]),
    )
    .orderBy('sort_order')
    .orderBy('id');
  if (agencyId !== null) query = query.where('id', '=', agencyId);
  return query.execute();
}

/** What the screen of today says of transfers to these roles. */
export async function loadTransferWaiting(desk: Desk, actor: Actor): Promise<TransferWaiting> {
  const today = chinaDay(desk.now());
  const missingMonth = shiftMonth(today.slice(0, 7), -1);
  const count = async (states: readonly ('preparing' | 'sent' | 'returned')[]) => {
    let query = desk.db.selectFrom('transfers').where('state', 'in', states);
    if (actor.agencyId !== null) query = query.where('agency_id', '=', actor.agencyId);
    const { total } = await query
      .select((row) => row.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    return total;
  };
  const year = await loadTransferYear(desk, Number(missingMonth.slice(0, 4)), actor);
  const at = Number(missingMonth.slice(5, 7)) - 1;
  const missing = year.agencies.filter(({ months }) => months[at]?.standing === 'missing').length;
  return {
    toReceive: isPermitted(actor.roles, 'transfers.receive') ? await count(['sent']) : 0,
    toFinish: isPermitted(actor.roles, 'transfers.send') ? await count(['preparing', 'returned']) : 0,
    missingAgencies: missing,
    missingMonth,
  };
}

/** The batch a record came with last; null for records that came otherwise. */
export async function loadOrigin(
  db: Database,
  recordId: string,
  actor: Actor,
): Promise<TransferOrigin['origin']> {
  const row = await db
    .selectFrom('transfer_items as item')
    .innerJoin('transfers as transfer', 'transfer.id', 'item.transfer_id')
    .innerJoin('agencies as agency', 'agency.id', 'transfer.agency_id')
    .leftJoin('transfer_withdrawals as letter', 'letter.id', 'item.withdrawal_id')
    .select([
      'transfer.id',
      'transfer.number_year',
      'transfer.number_seq',
      'transfer.month',
      'transfer.decided_at',
    ])
    .select(['transfer.agency_id', 'agency.name', 'item.file_name', 'letter.letter_no'])
    .where('item.record_id', '=', recordId)
    .orderBy('transfer.decided_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined || (actor.agencyId !== null && actor.agencyId !== row.agency_id)) return null;
  return {
    transferId: row.id,
    number: numberOf(row) ?? '',
    month: row.month,
    agencyName: row.name,
    file: row.file_name,
    receivedAt: row.decided_at ?? '',
    letterNo: row.letter_no,
  };
}
