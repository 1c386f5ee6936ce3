// What a register would publish that somebody has to answer for first, looked for in every row that is new or changed.
import { sql } from 'kysely';
import { AppError } from '#shared/errors/app-error.ts';
import { type RegisterFinding, RowLinter } from '#shared/registers/lint-rows.ts';
import { breathe } from '../ingest/breathe.ts';
import type { Database } from '../store/tables.ts';
import { parseCells } from './entry-store.ts';
import { formHash, loadForm, loadRegister, type StoredRegister } from './stored-register.ts';
import { totalKey } from './stored-totals.ts';

const rowsAtOnce = 1000;

export interface RegisterFindings {
  /** The revision that was read. */
  readonly version: number;
  readonly findings: readonly RegisterFinding[];
  /** Keys of findings somebody answered for when the register was approved last. */
  readonly confirmedBefore: readonly string[];
}

/**
 * Reads what differs from the approved rows, or every row where the set-up changed: a mask may have been taken off.
 * Gives way to other work; some ten seconds for hundreds of thousands. Throws `not-found`.
 */
export async function findInRegister(db: Database, id: string): Promise<RegisterFindings> {
  const register = await loadRegister(db, id);
  const { definition, version } = register;
  const everyRow = sql<boolean>`true`;
  const isRead = (await isSetUpAsApproved(db, register)) ? isWaiting : everyRow;
  const linter = new RowLinter(definition);
  let [place, last] = [-1, ''];
  for (;;) {
    const rows = await db
      .selectFrom('register_entries as entry')
      .innerJoin('register_entry_versions as current', (join) =>
        join
          .onRef('current.entry_id', '=', 'entry.id')
          .onRef('current.version', '=', 'entry.current_version'),
      )
      .select(['entry.id', 'entry.place', 'current.cells_json'])
      .where('entry.register_id', '=', id)
      .where(isRead)
      .where(({ eb, refTuple, tuple }) => eb(refTuple('entry.place', 'entry.id'), '>', tuple(place, last)))
      .orderBy('entry.place')
      .orderBy('entry.id')
      .limit(rowsAtOnce)
      .execute();
    for (const row of rows) {
      linter.add(parseCells(row.cells_json), row.place);
      await breathe();
    }
    const end = rows.at(-1);
    if (end === undefined || rows.length < rowsAtOnce) break;
    [place, last] = [end.place, end.id];
  }
  for (const { after, cells } of await changedTotals(db, register)) linter.add(cells, after);
  return { version, findings: linter.findings(), confirmedBefore: await loadConfirmed(db, id) };
}

const isWaiting = sql<boolean>`entry.approved_version is not entry.current_version`;

async function isSetUpAsApproved(db: Database, register: StoredRegister): Promise<boolean> {
  if (register.approvedVersion === null) return false;
  return formHash(await loadForm(db, register.id, register.approvedVersion)) === formHash(register);
}

/** Total rows that are not as they were approved: they stand in the published table as well. */
async function changedTotals(db: Database, { id, approvedVersion, totals }: StoredRegister) {
  const approved = approvedVersion === null ? [] : (await loadForm(db, id, approvedVersion)).totals;
  const known = new Set(approved.map(totalKey));
  return totals.filter((total) => !known.has(totalKey(total)));
}

/** The trail keeps what was answered for with each approval. */
async function loadConfirmed(db: Database, id: string): Promise<readonly string[]> {
  const row = await db
    .selectFrom('audit_entries')
    .select('details')
    .where('action', '=', 'register.approve')
    .where(sql<boolean>`json_extract(details, '$.id') = ${id}`)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const confirmed: unknown = row === undefined ? [] : JSON.parse(row.details).confirmed;
  return Array.isArray(confirmed) ? confirmed.filter((key) => typeof key === 'string') : [];
}

/** Throws `register.findings-open` naming the columns nobody answered for. */
export function requireAnswered({ findings }: RegisterFindings, confirmed: readonly string[]): void {
  const open = findings.filter(({ key }) => !confirmed.includes(key));
  if (open.length === 0) return;
  const columns = [...new Set(open.map(({ columnTitle }) => columnTitle))].join('、');
  throw new AppError('register.findings-open', { count: open.length, columns: columns.slice(0, 300) });
}
