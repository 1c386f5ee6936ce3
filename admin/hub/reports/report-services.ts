// Ledgers, bulletins, reports and what terminals showed, as the hub's HTTP side asks for them.
import type { EntryCorrection, EntryInput, LedgerEntry, ShownTable } from '#shared/protocol/ledgers-api.ts';
import type { LedgerId } from '#shared/reports/ledgers.ts';
import type { ReportTable } from '#shared/reports/report-table.ts';
import type { Desk } from '../editorial/desk.ts';
import type { Actor } from '../http/actor.ts';
import type { DeepReadonly } from '../http/route.ts';
import type { LedgerScope } from './ledgers/ledger-scope.ts';
import { firstRows, ledgerTable } from './ledgers/ledger-tables.ts';
import { addEntry, correctEntry, loadEntry } from './ledgers/written-entries.ts';

/** Rows shown at the desk; the file has them all. */
const shownRows = 300;

export interface LedgerService {
  /** The first rows, for the screen. */
  shown(id: LedgerId, scope: LedgerScope): Promise<DeepReadonly<ShownTable>>;
  /** All of it; rows are read while they are walked. */
  table(id: LedgerId, scope: LedgerScope): Promise<ReportTable>;
  /** Throws `not-found`. */
  entry(id: string): Promise<LedgerEntry>;
  add(input: EntryInput, actor: Actor): Promise<LedgerEntry>;
  /** Throws `not-found`, or `report.entry-conflict` when another correction came first. */
  correct(id: string, correction: EntryCorrection, actor: Actor): Promise<LedgerEntry>;
}

export interface ReportServices {
  readonly ledgers: LedgerService;
}

export function createReportServices(desk: Desk): ReportServices {
  return { ledgers: createLedgerService(desk) };
}

function createLedgerService(desk: Desk): LedgerService {
  const table = (id: LedgerId, scope: LedgerScope) => ledgerTable(desk.db, id, scope, desk.now());
  return {
    table,
    shown: async (id, scope) => {
      const whole = await table(id, scope);
      const { title, remarks, columns } = whole;
      const { rows, isCut } = await firstRows(whole, shownRows);
      return {
        title,
        remarks,
        columns,
        rows: rows.map(({ link, ...row }) => (link ? { ...row, link } : row)),
        isCut,
      };
    },
    entry: (id) => loadEntry(desk.db, id),
    add: (input, actor) => addEntry(desk, input, actor),
    correct: (id, correction, actor) => correctEntry(desk, id, correction, actor),
  };
}
