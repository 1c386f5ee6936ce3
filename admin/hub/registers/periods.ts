// Figures are compared with the period before: its rows are kept when the next one begins.
import { comparePeriods } from '#shared/registers/periods.ts';
import { templateOf } from '#shared/registers/templates.ts';
import type { Desk } from '../editorial/desk.ts';
import type { Database } from '../store/tables.ts';
import type { Cells } from './entry-store.ts';
import type { RegisterForm, StoredRegister } from './stored-register.ts';

/** Figures of more rows than this are none people read; only so many are kept. */
const mostRows = 2000;

/**
 * Whether these rows are of another period than the ones a register holds, and take their place: figures of two
 * years or weeks in one ranking, chart or sum would be those of neither. Lists to look things up in go on growing.
 */
export function beginsPeriod(before: StoredRegister, { definition, period }: RegisterForm): boolean {
  const isFigures =
    (templateOf(definition.template)?.years ?? null) !== null ||
    definition.views.some(
      (view) => view.view === 'ranking' || (view.view === 'chart' && view.values.length > 0),
    );
  return isFigures && before.period !== null && period !== null && before.period !== period;
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

/** Rows of an earlier period. */
export interface EarlierRows {
  readonly period: string | null;
  readonly rows: readonly Cells[];
}

/**
 * The rows of the period before the one a revision is about; null when there was none. Tables come out of turn: one of
 * last year after this year's is compared with nothing later than itself.
 */
export async function rowsOfPeriodBefore(
  db: Database,
  registerId: string,
  { version, period }: { readonly version: number; readonly period: string | null },
): Promise<EarlierRows | null> {
  const kept = await db
    .selectFrom('register_periods')
    .select(['since_version', 'period'])
    .where('register_id', '=', registerId)
    .where('since_version', '<=', version)
    .orderBy('since_version', 'desc')
    .execute();
  const isEarlier = (other: string | null) =>
    other === null || period === null || (comparePeriods(other, period) ?? -1) < 0;
  const last = kept.find((one) => isEarlier(one.period));
  if (last === undefined) return null;
  const { rows_json } = await db
    .selectFrom('register_periods')
    .select('rows_json')
    .where('register_id', '=', registerId)
    .where('since_version', '=', last.since_version)
    .executeTakeFirstOrThrow();
  return { period: last.period, rows: JSON.parse(rows_json) as Cells[] };
}
