// Every ledger as a table for a period and an agency, whatever its rows are made from.
import type { LedgerId } from '#shared/reports/ledgers.ts';
import { ledgerColumns, ledgerTitle } from '#shared/reports/ledgers.ts';
import type { ReportRow, ReportTable } from '#shared/reports/report-table.ts';
import type { Database } from '../../store/tables.ts';
import { requestCells, voiceCells } from './case-cells.ts';
import { type CaseFact, type CaseSource, noCases } from './case-source.ts';
import { entryRows } from './entry-rows.ts';
import { type LedgerScope, remarksOf } from './ledger-scope.ts';
import { type DatedRow, mergedByDay } from './merge-rows.ts';
import { publicationRows } from './publication-ledger.ts';
import { type ReviewSource, reviewsOfStore } from './review-source.ts';
import { type TransferSource, transfersOfStore } from './transfer-source.ts';

/** What ledgers are made from that other parts of the hub keep. */
export interface LedgerSources {
  readonly reviews: ReviewSource;
  readonly transfers: TransferSource;
  readonly cases: CaseSource;
}

export const storeSources: LedgerSources = {
  reviews: reviewsOfStore,
  transfers: transfersOfStore,
  cases: noCases,
};

/** The rows are read while they are walked, and only then. */
export async function ledgerTable(
  db: Database,
  id: LedgerId,
  scope: LedgerScope,
  nowMs: number,
  sources: LedgerSources = storeSources,
): Promise<ReportTable> {
  return {
    title: ledgerTitle(id, scope.language),
    remarks: await remarksOf(db, scope, nowMs),
    columns: ledgerColumns(id, scope.language),
    rows: rowsOf(db, id, scope, sources),
  };
}

function rowsOf(
  db: Database,
  id: LedgerId,
  scope: LedgerScope,
  { reviews, transfers, cases }: LedgerSources,
): AsyncIterable<readonly ReportRow[]> {
  switch (id) {
    case 'publications':
      return publicationRows(db, scope);
    case 'reviews':
      return numbered(
        reviews(db, scope),
        ({ at, agency, title, version, step, decision, opinion, who, recordId }) => ({
          cells: [at, agency, title, version, step, decision, opinion, who],
          link: { kind: 'record', id: recordId },
        }),
      );
    case 'transfers':
      return numbered(transfers(db, scope), (fact) => ({
        cells: [
          ...[fact.number, fact.agency, fact.month, fact.title, fact.docNo, fact.indexNo, fact.date],
          ...[fact.state, fact.sentAt, fact.receivedAt, fact.receivedBy, fact.note],
        ],
        link: fact.recordId === null ? undefined : { kind: 'record', id: fact.recordId },
      }));
    case 'requests':
      return numbered(cases('formal', scope), (fact) => ({
        cells: requestCells(fact, scope.language),
        link: { kind: 'case', id: fact.row.id },
      }));
    case 'opinions':
      return mergedByDay(entryRows(db, id, scope), voiceRows(cases('voices', scope), scope));
    case 'meetings':
      return mergedByDay(entryRows(db, id, scope), noRows());
  }
}

/** Opinions and the like that came as cases, in the columns of the register written by hand. */
async function* voiceRows(
  batches: AsyncIterable<readonly CaseFact[]>,
  { language }: LedgerScope,
): AsyncGenerator<DatedRow[]> {
  for await (const facts of batches) {
    yield facts.map((fact) => ({
      day: fact.row.received_on,
      cells: voiceCells(fact, language),
      link: { kind: 'case', id: fact.row.id },
    }));
  }
}

async function* noRows(): AsyncGenerator<DatedRow[]> {}

async function* numbered<Fact>(
  batches: AsyncIterable<readonly Fact[]>,
  rowOf: (fact: Fact) => ReportRow,
): AsyncGenerator<ReportRow[]> {
  let serial = 0;
  for await (const facts of batches) {
    yield facts.map((fact) => {
      serial += 1;
      const row = rowOf(fact);
      return { ...row, cells: [serial, ...row.cells] };
    });
  }
}

/** The first rows of a table, and whether there are more. */
export async function firstRows(
  table: ReportTable,
  most: number,
): Promise<{ readonly rows: readonly ReportRow[]; readonly isCut: boolean }> {
  const rows: ReportRow[] = [];
  for await (const batch of table.rows) {
    rows.push(...batch);
    if (rows.length > most) return { rows: rows.slice(0, most), isCut: true };
  }
  return { rows, isCut: false };
}
