// Rankings compare with the period before: its rows are kept when the next one begins.
import type { Desk } from '../editorial/desk.ts';
import type { Database } from '../store/tables.ts';
import type { Cells } from './entry-store.ts';
import type { RegisterForm, StoredRegister } from './stored-register.ts';

/** A ranking longer than this is none people read; only so many rows are kept. */
const mostRows = 2000;

/** Whether these rows are of another period than the ones a register holds, and take their place. */
export function beginsPeriod(before: StoredRegister, { definition, period }: RegisterForm): boolean {
  const isRanked = definition.views.some(({ view }) => view === 'ranking');
  return isRanked && before.period !== null && period !== null && before.period !== period;
}

/** Keeps the rows as they were in the period that ends: as approved, or as they stood when they never were. */
export async function keepPeriod(inside: Desk, before: StoredRegister, sinceVersion: number): Promise<void> {
  const version = before.approvedVersion === null ? 'entry.current_version' : 'entry.approved_version';
  const rows = await inside.db
    .selectFrom('register_entries as entry')
    .innerJoin('register_entry_versions as kept', (join) =>
      join.onRef('kept.entry_id', '=', 'entry.id').onRef('kept.version', '=', version),
    )
    .select('kept.cells_json')
    .where('entry.register_id', '=', before.id)
    .orderBy('entry.place')
    .orderBy('entry.id')
    .limit(mostRows)
    .execute();
  const rowsJson = `[${rows.map(({ cells_json }) => cells_json).join(',')}]`;
  await inside.db
    .insertInto('register_periods')
    .values({
      register_id: before.id,
      since_version: sinceVersion,
      period: before.period,
      rows_json: rowsJson,
    })
    .onConflict((conflict) => conflict.columns(['register_id', 'since_version']).doNothing())
    .execute();
}

/** The rows of the period before the one a revision is about; null when there was none. */
export async function rowsOfPeriodBefore(
  db: Database,
  registerId: string,
  version: number,
): Promise<readonly Cells[] | null> {
  const row = await db
    .selectFrom('register_periods')
    .select('rows_json')
    .where('register_id', '=', registerId)
    .where('since_version', '<=', version)
    .orderBy('since_version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : (JSON.parse(row.rows_json) as Cells[]);
}
