// Imports the table of a register: every row read, held against the store and reported, batch by batch.
import type { RegisterDefinition } from '#shared/registers/register-definition.ts';
import type { SheetRow } from '#shared/workbook/sheet-row.ts';
import { type AgencyIndex, loadAgencyIndex } from '../editorial/agencies.ts';
import { type Desk, instant, withTransaction } from '../editorial/desk.ts';
import type { ReportBuilder } from '../editorial/import/import-report.ts';
import { breathe } from '../ingest/breathe.ts';
import type { RowProblem } from '../ingest/draft.ts';
import type { RegisterTable } from '../ingest/register-sheet.ts';
import { type ChosenRegister, chooseRegister } from './choose-register.ts';
import {
  type EntryHeader,
  entriesAtOnce,
  findEntries,
  type IncomingEntry,
  insertEntries,
  lastPlace,
  moveEntries,
  removeEntries,
  updateEntries,
  walkEntries,
} from './entry-store.ts';
import { beginsPeriod, keepPeriod } from './periods.ts';
import {
  openTableReader,
  type ReadEntry,
  type RefusedRow,
  type TableRow,
  type TotalRow,
} from './read-table.ts';
import { registerCandidates } from './register-candidates.ts';
import { markApproved } from './review-register.ts';
import { createRegister, openRevision } from './revise-register.ts';
import { noteAuthor } from './revision-authors.ts';
import { withStaffsWord } from './staffs-word.ts';
import type { RegisterForm, StoredRegister } from './stored-register.ts';
import { formOf, isForeign, refuseTable, warnOfOlder } from './table-form.ts';
import { TableTotals } from './table-totals.ts';
import { tellColumns, tellRegister } from './tell-table.ts';

/** How tables are imported. */
export interface TableImport {
  /** What staff call the register; null to find it by the table. */
  readonly registerId: string | null;
  readonly agencyName: string | null;
  /** The rows are the whole register: what is not among them is removed. */
  readonly replaces: boolean;
  readonly approve: boolean;
  readonly who: string;
  /** The one agency whoever imports is bound to; null for all. */
  readonly scope: string | null;
  readonly isDryRun: boolean;
  /** True when the desk is inside a transaction that decides over everything at once. */
  readonly isAllOrNothing: boolean;
  /** Staff's own definition, for the register the table makes or changes. */
  readonly definition?: RegisterDefinition;
  /** Staff's corrections of the columns: position → key, or null to leave it out. */
  readonly columns?: Readonly<Record<number, string | null>>;
  readonly period?: string | null;
}

export interface TableSource {
  readonly table: RegisterTable;
  readonly fileName: string;
  readonly report: ReportBuilder;
  readonly signal: AbortSignal;
  readonly onRows: (rows: number) => void;
}

/** Rows held and committed together. */
const batchRows = 1000;

/** Rows the report counts are durably stored when the promise resolves, or, in a dry run, only counted. */
export async function importTable(desk: Desk, source: TableSource, options: TableImport): Promise<void> {
  const chosen = withStaffsWord(
    await chooseRegister(desk.db, source.table, options.registerId, source.fileName),
    source.table,
    options,
  );
  tellColumns(source, chosen);
  const agencies = await loadAgencyIndex(desk);
  const form = formOf(chosen, agencies, source.report, options);
  const replaces = options.replaces || (chosen.register !== null && beginsPeriod(chosen.register, form));
  warnOfOlder(source.report, chosen.register, form);
  const candidates = await registerCandidates(desk.db, source.table.headings, options.scope);
  tellRegister(source, chosen, form, { replaces, candidates });
  if (isForeign(chosen, form, options)) return refuseTable(source, chosen);
  await new TableWork(desk, source, options, { chosen, form, agencies }).run();
}

/** One table on its way into the store. */
class TableWork {
  private readonly desk: Desk;
  private readonly source: TableSource;
  private readonly options: TableImport;
  private readonly chosen: ChosenRegister;
  private readonly form: RegisterForm;
  private readonly agencies: AgencyIndex;
  private readonly beginsPeriod: boolean;
  /** Identity → the row that took it. */
  private readonly seen = new Map<string, number>();
  private readonly totals = new TableTotals();
  private register: StoredRegister | null;
  private isRevised = false;

  constructor(
    desk: Desk,
    source: TableSource,
    options: TableImport,
    plan: { readonly chosen: ChosenRegister; readonly form: RegisterForm; readonly agencies: AgencyIndex },
  ) {
    this.desk = desk;
    this.source = source;
    this.options = options;
    this.chosen = plan.chosen;
    this.form = plan.form;
    this.agencies = plan.agencies;
    this.register = plan.chosen.register;
    this.beginsPeriod = this.register !== null && beginsPeriod(this.register, plan.form);
  }

  async run(): Promise<void> {
    const { table, signal, onRows } = this.source;
    const before =
      this.register === null || this.replaces ? 0 : await lastPlace(this.desk.db, this.register.id);
    const today = instant(this.desk).slice(0, 10);
    const reader = openTableReader(table, this.form.definition, this.chosen.mapping, {
      today,
      firstPlace: before + 1,
    });
    for await (const rows of batches(table.rows())) {
      if (signal.aborted) return;
      await this.takeBatch(rows.map((row) => reader.read(row)).filter((row) => row !== null));
      onRows(rows.length);
      await breathe();
    }
    for (const problem of reader.wrongSums()) this.source.report.warned(problem);
    if (this.replaces) await this.removeMissing();
    await this.keepTotals();
    await this.approve();
  }

  /** A new period has rows of its own. */
  private get replaces(): boolean {
    return this.options.replaces || this.beginsPeriod;
  }

  private async takeBatch(rows: readonly TableRow[]): Promise<void> {
    const totals = rows.filter(isTotal);
    const claimed = rows.filter((row) => !isTotal(row) && this.claim(row));
    const fresh = claimed.filter((row): row is ReadEntry => 'place' in row);
    const known = await this.lookUp([...fresh, ...totals]);
    await this.write(fresh, known);
    await this.removeOld(totals.flatMap(({ identity }) => known.get(identity) ?? []));
    this.placeTotals(rows, new Set(fresh), known);
    this.tell(rows, new Set(fresh), known);
  }

  private placeTotals(
    rows: readonly TableRow[],
    fresh: ReadonlySet<TableRow>,
    known: ReadonlyMap<string, EntryHeader>,
  ): void {
    for (const row of rows) {
      if (isTotal(row)) this.totals.take(row.total);
      else if ('place' in row && fresh.has(row)) {
        const entry = known.get(row.identity);
        this.totals.pass(entry === undefined ? row.place : this.placed(row, entry).place);
      }
    }
  }

  /** A total that was once taken for an entry, or added as one by hand, is none any more. */
  private async removeOld(entries: readonly EntryHeader[]): Promise<void> {
    const ids = entries.filter(({ currentVersion }) => currentVersion !== null).map(({ id }) => id);
    if (ids.length === 0) return;
    this.source.report.removed(ids.length);
    if (this.options.isDryRun) return;
    await this.inTransaction(async (inside) => {
      await this.revise(inside);
      await removeEntries(inside, ids);
    });
  }

  private async keepTotals(): Promise<void> {
    const { register, options } = this;
    if (register === null || options.isDryRun || this.source.signal.aborted) return;
    const totals = this.totals.instead(register.totals, this.replaces);
    if (JSON.stringify(totals) === JSON.stringify(register.totals)) return;
    await this.inTransaction(async (inside) => {
      const revised = await this.revise(inside);
      this.register = await openRevision(inside, revised, options.who, { totals });
    });
  }

  /**
   * False when an earlier row of the file speaks of the same entry. A row that is refused claims its own too: it is
   * not gone, and what is stored of it stays as it is.
   */
  private claim({ identity, row }: ReadEntry | RefusedRow): boolean {
    if (identity === '' || this.seen.has(identity)) return false;
    this.seen.set(identity, row);
    return true;
  }

  private async lookUp(
    rows: readonly { readonly identity: string }[],
  ): Promise<ReadonlyMap<string, EntryHeader>> {
    const known = new Map<string, EntryHeader>();
    if (this.register === null) return known;
    for (let from = 0; from < rows.length; from += entriesAtOnce) {
      const identities = rows.slice(from, from + entriesAtOnce).map(({ identity }) => identity);
      for (const [identity, entry] of await findEntries(this.desk.db, this.register.id, identities)) {
        known.set(identity, entry);
      }
    }
    return known;
  }

  private async write(rows: readonly ReadEntry[], known: ReadonlyMap<string, EntryHeader>): Promise<void> {
    if (this.options.isDryRun) return;
    const created = rows.filter(({ identity }) => !known.has(identity));
    const met = rows.flatMap((incoming) => {
      const entry = known.get(incoming.identity);
      return entry === undefined ? [] : [{ entry, incoming: this.placed(incoming, entry) }];
    });
    const changed = met.filter(({ entry, incoming }) => isChanged(entry, incoming));
    const moved = met.filter(
      ({ entry, incoming }) => !isChanged(entry, incoming) && entry.place !== incoming.place,
    );
    const isDifferent = created.length + changed.length + moved.length > 0 || this.isFormChanged();
    if (!isDifferent) return;
    await this.inTransaction(async (inside) => {
      const register = await this.revise(inside);
      await insertEntries(inside, register.id, created, this.options.who);
      await updateEntries(inside, changed, this.options.who);
      await moveEntries(
        inside,
        moved.map(({ entry, incoming }) => ({ entry, place: incoming.place })),
      );
    });
  }

  /** Rows that were there keep their place unless the file is the whole register. */
  private placed(incoming: ReadEntry, entry: EntryHeader): ReadEntry {
    return this.replaces || entry.currentVersion === null ? incoming : { ...incoming, place: entry.place };
  }

  private isFormChanged(): boolean {
    const { register, form } = this;
    if (register === null || this.isRevised) return false;
    return (
      register.period !== form.period ||
      register.agencyId !== form.agencyId ||
      JSON.stringify(register.definition) !== JSON.stringify(form.definition)
    );
  }

  /** The register, made or with its revision opened before the first change goes into it. */
  private async revise(inside: Desk): Promise<StoredRegister> {
    if (this.register !== null && this.isRevised) return this.register;
    await this.agencies.flush(inside);
    const { who } = this.options;
    if (this.register === null) this.register = await createRegister(inside, this.form, who);
    else {
      const before = this.register;
      this.register = await openRevision(inside, before, who, this.form);
      await noteAuthor(inside, this.register, who);
      if (this.beginsPeriod) await keepPeriod(inside, before, this.register.version);
    }
    this.isRevised = true;
    return this.register;
  }

  private inTransaction<T>(work: (inside: Desk) => Promise<T>): Promise<T> {
    return this.options.isAllOrNothing ? work(this.desk) : withTransaction(this.desk, work);
  }

  private tell(
    rows: readonly TableRow[],
    fresh: ReadonlySet<TableRow>,
    known: ReadonlyMap<string, EntryHeader>,
  ): void {
    const { report } = this.source;
    for (const row of rows) {
      const shown = { row: row.row, title: row.title, agency: '', kind: null };
      if (isTotal(row)) {
        report.total();
        for (const problem of row.warnings) report.warned(problem);
      } else if ('problems' in row) report.rejected(shown, row.problems);
      else if (!fresh.has(row)) report.rejected(shown, [this.duplicate(row)]);
      else report.stored(shown, actionOf(row, known.get(row.identity)), row.warnings);
    }
  }

  private duplicate({ row, identity }: ReadEntry): RowProblem {
    return {
      row,
      column: null,
      code: 'register.row-twice',
      details: { row: this.seen.get(identity) ?? row },
    };
  }

  private async removeMissing(): Promise<void> {
    const { register, source } = this;
    if (register === null) return;
    for await (const entries of walkEntries(this.desk.db, register.id)) {
      const missing = entries.filter(({ identity }) => !this.seen.has(identity));
      if (missing.length === 0) continue;
      source.report.removed(missing.length);
      if (this.options.isDryRun) continue;
      await this.inTransaction(async (inside) => {
        await this.revise(inside);
        await removeEntries(
          inside,
          missing.map(({ id }) => id),
        );
      });
    }
  }

  private async approve(): Promise<void> {
    const { register } = this;
    if (!this.options.approve || this.options.isDryRun || register === null) return;
    // Somebody withdrew it on purpose: an import does not make it public again.
    if (register.state === 'withdrawn') {
      const details = { title: register.definition.title };
      this.source.report.warned({ row: null, column: null, code: 'store.import-still-withdrawn', details });
      return;
    }
    await this.inTransaction((inside) => markApproved(inside, register, this.options.who));
  }
}

function isTotal(row: TableRow): row is TotalRow {
  return 'total' in row;
}

function actionOf(row: ReadEntry, entry: EntryHeader | undefined): 'create' | 'update' | 'unchanged' {
  if (entry === undefined || entry.currentVersion === null) return 'create';
  return isChanged(entry, row) ? 'update' : 'unchanged';
}

function isChanged(entry: EntryHeader, row: IncomingEntry): boolean {
  return entry.currentVersion === null || entry.contentHash !== row.contentHash;
}

async function* batches(rows: AsyncIterable<readonly SheetRow[]>): AsyncGenerator<readonly SheetRow[]> {
  let batch: SheetRow[] = [];
  for await (const some of rows) {
    for (const row of some) {
      batch.push(row);
      if (batch.length < batchRows) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
