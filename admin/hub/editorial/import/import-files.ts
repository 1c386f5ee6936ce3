// Imports files: reads them, stores their rows batch by batch, and reports on every row.

import { AppError, toAppError } from '#shared/errors/app-error.ts';
import { parseDefinition } from '#shared/registers/register-definition.ts';
import type { ImportedFileReport, ImportRequest, ImportSource } from '../../http/hub-services.ts';
import type { IngestEvent, IngestedFile } from '../../ingest/draft.ts';
import { ingestFile } from '../../ingest/ingest-file.ts';
import type { RegisterTable } from '../../ingest/register-sheet.ts';
import { importTable, type TableImport } from '../../registers/import-table.ts';
import { refuseApproval } from '../../workflow/import-approval.ts';
import { type Desk, instant, withTransaction } from '../desk.ts';
import type { Authorship } from '../write-version.ts';
import { beginBatch, finishBatch } from './batch-record.ts';
import { prepareDraft } from './draft-content.ts';
import { type ReportBuilder, reportOn } from './import-report.ts';
import {
  type ImportSession,
  openImportSession,
  openRehearsal,
  type PreparedRow,
  type SourceClaims,
} from './import-session.ts';
import { batchEvents } from './row-batches.ts';

/** A request, and what only programs ask for. */
export interface FileImport extends ImportRequest {
  /** Every row or none: one refusal leaves the store as it was. */
  readonly isStrict?: boolean;
  readonly origin?: Authorship['origin'];
  /** Problems listed a file; 500 by default. */
  readonly listedProblems?: number;
}

export interface FileImportResult {
  readonly files: readonly ImportedFileReport[];
  /** True when a strict import was refused; the reports then say why, and nothing was stored. */
  readonly isRefused: boolean;
}

/**
 * Rows a report counts as created, updated or unchanged are durably stored when the promise resolves. Cancelling
 * stops between batches; what was stored until then stays and is reported.
 * Throws only what concerns the whole import: `store.busy`, `store.disk-full` and the like, and
 * `workflow.import-approval` before anything is stored.
 */
export async function importFiles(desk: Desk, request: FileImport): Promise<FileImportResult> {
  if (request.approve && !request.isDryRun) await refuseApproval(desk, request.actor);
  if (request.isDryRun) return { files: await rehearse(desk, request), isRefused: false };
  if (request.isStrict !== true) return { files: await importInto(desk, request, false), isRefused: false };
  const rehearsed = await rehearse(desk, request);
  if (rehearsed.some((report) => report.rejectedCount > 0)) {
    return { files: rehearsed.map(withoutEffect), isRefused: true };
  }
  const files = await withTransaction(desk, (inside) => importInto(inside, request, true));
  return { files, isRefused: false };
}

async function rehearse(desk: Desk, request: FileImport): Promise<readonly ImportedFileReport[]> {
  const session = await openRehearsal(desk, request.actor.agencyId);
  return importSources(session, desk, request, { isDryRun: true, isAllOrNothing: false });
}

async function importInto(
  desk: Desk,
  request: FileImport,
  isAllOrNothing: boolean,
): Promise<readonly ImportedFileReport[]> {
  const { approve, actor, origin = 'import' } = request;
  const batchId = await beginBatch(desk, request, isAllOrNothing);
  const author = { who: actor.name, origin, batchId };
  const session = await openImportSession(desk, { author, approve, isAllOrNothing, scope: actor.agencyId });
  const reports = await importSources(session, desk, request, { isDryRun: false, isAllOrNothing });
  if (isAllOrNothing && reports.some((report) => report.rejectedCount > 0)) {
    throw new AppError('store.import-strict', { rejected: sum(reports, 'rejectedCount') });
  }
  await finishBatch(desk, batchId, reports);
  return reports;
}

async function importSources(
  session: ImportSession,
  desk: Desk,
  request: FileImport,
  mode: Pick<TableImport, 'isDryRun' | 'isAllOrNothing'>,
): Promise<readonly ImportedFileReport[]> {
  const reports: ImportedFileReport[] = [];
  const progress = { rows: 0, files: 0, totalFiles: request.sources.length };
  for (const source of request.sources) {
    const claims: SourceClaims = new Map();
    for await (const file of ingestFile(source, ingestOptions(desk, source, request))) {
      if (request.signal.aborted) return reports;
      const report = reportOn(file.name, request.listedProblems);
      const onRows = (rows: number) => {
        progress.rows += rows;
        request.onProgress({ ...progress });
      };
      const takeTable = (table: RegisterTable) =>
        importTable(
          desk,
          { table, fileName: file.name, report, signal: request.signal, onRows },
          { ...mode, ...tableOptions(source, file.name, request) },
        );
      await importFile(file, { report, session, claims, signal: request.signal, onRows, takeTable });
      reports.push(report.build());
    }
    progress.files++;
    request.onProgress({ ...progress });
  }
  return reports;
}

function ingestOptions(desk: Desk, source: ImportSource, request: FileImport) {
  return {
    as: source.as,
    agencyName: request.agencyName,
    today: instant(desk).slice(0, 10),
    ...(source.columns === undefined ? {} : { columns: source.columns }),
    ...(source.members === undefined ? {} : { members: source.members }),
  };
}

function tableOptions(
  source: ImportSource,
  member: string,
  request: FileImport,
): Omit<TableImport, 'isDryRun' | 'isAllOrNothing'> {
  const chosen = { ...source, ...source.members?.get(member) };
  return {
    registerId: chosen.register ?? null,
    agencyName: request.agencyName,
    replaces: chosen.replaces ?? false,
    approve: request.approve,
    who: request.actor.name,
    scope: request.actor.agencyId,
    ...(chosen.columns === undefined ? {} : { columns: chosen.columns }),
    ...(chosen.definition === undefined ? {} : { definition: parseDefinition(chosen.definition) }),
    ...(chosen.period === undefined ? {} : { period: chosen.period }),
  };
}

interface FileWork {
  readonly report: ReportBuilder;
  readonly session: ImportSession;
  readonly claims: SourceClaims;
  readonly signal: AbortSignal;
  readonly onRows: (rows: number) => void;
  readonly takeTable: (table: RegisterTable) => Promise<void>;
}

async function importFile(file: IngestedFile, work: FileWork): Promise<void> {
  const { report, session, claims, signal, onRows } = work;
  for await (const { events, failure } of batchEvents(file.events)) {
    if (signal.aborted) return;
    await importEvents(events, report, session, claims);
    onRows(events.filter(isRow).length);
    for (const event of events) if (event.type === 'table') await work.takeTable(event.table);
    if (failure !== undefined) refuseRest(report, failure, file.name);
  }
}

function isRow(event: IngestEvent): boolean {
  return event.type !== 'recognised' && event.type !== 'warning' && event.type !== 'table';
}

/** What can't be read counts as one more row, so that accepted and rejected still add up. */
function refuseRest(report: ReportBuilder, failure: unknown, name: string): void {
  const { code, details } = toAppError(failure);
  const problem = { row: null, column: null, code, details };
  report.rejected({ row: 0, title: name, agency: '', kind: null }, [problem]);
}

/** Stores the accepted rows first, then tells everything in the order of the file. */
async function importEvents(
  events: readonly IngestEvent[],
  report: ReportBuilder,
  session: ImportSession,
  claims: SourceClaims,
): Promise<void> {
  const rows: PreparedRow[] = [];
  for (const event of events) {
    if (event.type !== 'accepted') continue;
    rows.push({ row: event.row, prepared: await prepareDraft(event.draft, session.putAttachment) });
  }
  const results = (await session.importBatch(rows, claims)).values();
  for (const event of events) {
    if (event.type === 'accepted') tellAccepted(event, results.next().value, report);
    else tell(event, report);
  }
}

function tellAccepted(
  event: IngestEvent & { readonly type: 'accepted' },
  result: Awaited<ReturnType<ImportSession['importBatch']>>[number] | undefined,
  report: ReportBuilder,
): void {
  const { title, agencyName, kind } = event.draft;
  const shown = { row: event.row, title, agency: agencyName ?? '', kind };
  if (result === undefined || result instanceof AppError) {
    const { code, details } = result ?? new AppError('store.import-row-failed');
    report.rejected(shown, [{ row: event.row, column: null, code, details }]);
    return;
  }
  // Where the store says under whom a row was filed, the reader's word that nobody is named adds nothing.
  const isFiled = result.warnings.some((warning) => warning.code === 'store.import-no-agency');
  const warnings = event.warnings.filter((warning) => !isFiled || warning.code !== 'ingest.agency-missing');
  report.stored(shown, result.action, [...warnings, ...result.warnings]);
}

function tell(event: Exclude<IngestEvent, { readonly type: 'accepted' }>, report: ReportBuilder): void {
  if (event.type === 'recognised') report.recognised(event.as, event.columns);
  else if (event.type === 'joined') report.joined();
  else if (event.type === 'warning') report.warned(event.problem);
  else if (event.type === 'rejected')
    report.rejected({ row: event.row, title: '', agency: '', kind: null }, event.problems);
}

function withoutEffect(report: ImportedFileReport): ImportedFileReport {
  return { ...report, accepted: 0, created: 0, updated: 0, unchanged: 0 };
}

function sum(reports: readonly ImportedFileReport[], count: 'rejectedCount'): number {
  return reports.reduce((total, report) => total + report[count], 0);
}
