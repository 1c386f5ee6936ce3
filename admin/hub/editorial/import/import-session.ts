// Imports batches of rows, into the store or in rehearsal: one transaction a batch, row by row only when that fails.
import { AppError, toAppError } from '#shared/errors/app-error.ts';
import { approvalWarnings } from '../../lint/import-warnings.ts';
import { type AgencyIndex, loadAgencyIndex } from '../agencies.ts';
import { type Desk, withTransaction } from '../desk.ts';
import { nameKey, numberKey } from '../identity-keys.ts';
import { sha256Hex } from '../stored-content.ts';
import { loadTreeIndex, type TreeIndex } from '../tree.ts';
import type { PreparedDraft } from './draft-content.ts';
import { importRow, type RowContext, type RowOutcome } from './import-row.ts';
import { type KnownRecords, storedRecords } from './known-records.ts';
import { rehearseOn } from './rehearsed-records.ts';
import { type ImportAuthor, type RowWriter, rehearsalWriter, storeWriter } from './row-writer.ts';

export interface PreparedRow {
  readonly row: number;
  readonly prepared: PreparedDraft;
}

/** What became of each row, in order: its outcome, or the error that refused it. */
export type RowResult = RowOutcome | AppError;

/** Records the rows of one source file have taken: record id → row. */
export type SourceClaims = Map<string, number>;

export interface ImportSession {
  /** Durable in the store, or complete in rehearsal, when the promise resolves. */
  importBatch(rows: readonly PreparedRow[], claims: SourceClaims): Promise<readonly RowResult[]>;
  /** Keeps the bytes of an attachment and returns their SHA-256. */
  putAttachment(content: Uint8Array): Promise<string>;
}

export interface SessionOptions {
  readonly author: ImportAuthor;
  readonly approve: boolean;
  /** True when the desk is inside a transaction that decides over everything at once. */
  readonly isAllOrNothing: boolean;
  /** The one agency whoever imports is bound to; null for all. */
  readonly scope: string | null;
}

/** Writes to the store. Errors that concern every row (`store.busy`, `store.disk-full` …) are thrown. */
export async function openImportSession(desk: Desk, options: SessionOptions): Promise<ImportSession> {
  let indexes = await loadIndexes(desk);
  const importTogether = (rows: readonly PreparedRow[], claims: SourceClaims): Promise<RowResult[]> => {
    const { agencies, tree } = indexes;
    const work = async (inside: Desk): Promise<RowResult[]> => {
      const writer = storeWriter(inside, agencies, tree, options.author);
      const known = storedRecords(inside.db);
      const ahead = await lookAhead(rows, known);
      const { scope } = options;
      const context = { agencies, tree, known, writer, claims, scope, ...ahead };
      const outcomes = await importInOrder(rows, (row) => importOrRefuse(row, context));
      if (options.approve) await approveAll(outcomes, writer);
      return outcomes;
    };
    return options.isAllOrNothing ? work(desk) : withTransaction(desk, work);
  };
  /** Approving at once passes no reviewer, so what one would have been shown is told with the row. */
  const withWarnings = async (rows: readonly PreparedRow[], results: RowResult[]): Promise<RowResult[]> => {
    if (!options.approve) return results;
    const rowOf = new Map<string, number>();
    for (const [index, result] of results.entries()) {
      if (result instanceof AppError || !result.canApprove) continue;
      rowOf.set(result.recordId, rows[index]?.row ?? 0);
    }
    const found = await approvalWarnings(
      desk,
      (work) => (options.isAllOrNothing ? work(desk) : withTransaction(desk, work)),
      rowOf,
    );
    return results.map((result) => {
      const own = result instanceof AppError || !result.canApprove ? undefined : found.get(result.recordId);
      return own === undefined || result instanceof AppError
        ? result
        : { ...result, warnings: [...result.warnings, ...own] };
    });
  };
  const importAlone = async (row: PreparedRow, claims: SourceClaims): Promise<RowResult> => {
    try {
      const [result] = await importTogether([row], claims);
      return result ?? new AppError('store.import-row-failed');
    } catch (error) {
      rethrowGeneral(error);
      indexes = await loadIndexes(desk);
      return new AppError('store.import-row-failed', {}, { cause: error });
    }
  };
  return {
    putAttachment: (content) => desk.attachments.put(content),
    importBatch: async (rows, claims) => {
      const claimedBefore = new Map(claims);
      try {
        return await withWarnings(rows, await importTogether(rows, claims));
      } catch (error) {
        rethrowGeneral(error);
        if (options.isAllOrNothing) throw error;
        replaceClaims(claims, claimedBefore);
        indexes = await loadIndexes(desk);
        return withWarnings(rows, await importInOrder(rows, (row) => importAlone(row, claims)));
      }
    },
  };
}

/** Decides everything as an import would, and writes nothing. */
export async function openRehearsal(desk: Desk, scope: string | null): Promise<ImportSession> {
  const { agencies, tree } = await loadIndexes(desk);
  const known = rehearseOn(storedRecords(desk.db));
  const writer = rehearsalWriter(desk, known);
  return {
    putAttachment: async (content) => sha256Hex(content),
    importBatch: async (rows, claims) => {
      const context = { agencies, tree, known, writer, claims, scope, ...(await lookAhead(rows, known)) };
      return importInOrder(rows, (row) => importOrRefuse(row, context));
    },
  };
}

async function loadIndexes(
  desk: Desk,
): Promise<{ readonly agencies: AgencyIndex; readonly tree: TreeIndex }> {
  return { agencies: await loadAgencyIndex(desk), tree: await loadTreeIndex(desk) };
}

async function importInOrder<T>(
  rows: readonly PreparedRow[],
  each: (row: PreparedRow) => Promise<T>,
): Promise<T[]> {
  const results: T[] = [];
  for (const row of rows) results.push(await each(row));
  return results;
}

/** What the importer may not touch is refused before anything of the row is written; the rows beside it go on. */
async function importOrRefuse({ prepared, row }: PreparedRow, context: RowContext): Promise<RowResult> {
  try {
    return await importRow(prepared, row, context);
  } catch (error) {
    if (error instanceof AppError && error.code === 'workflow.foreign-agency') return error;
    throw error;
  }
}

async function approveAll(results: readonly RowResult[], writer: RowWriter): Promise<void> {
  const outcomes = results.filter((result): result is RowOutcome => !(result instanceof AppError));
  const ids = outcomes.filter((outcome) => outcome.canApprove).map((outcome) => outcome.recordId);
  await writer.approve([...new Set(ids)]);
}

/** The store's own troubles are not one row's fault. */
function rethrowGeneral(error: unknown): void {
  if (error instanceof AppError && error.code.startsWith('store.')) throw toAppError(error);
}

function replaceClaims(claims: SourceClaims, before: SourceClaims): void {
  claims.clear();
  for (const [id, row] of before) claims.set(id, row);
}

/** What the rows of a batch lay claim to together, so that none takes a record another row is about. */
async function lookAhead(rows: readonly PreparedRow[], known: KnownRecords) {
  const reserved = new Set<string>();
  for (const { prepared } of rows) {
    const same = await known.byImportHash(prepared.importHash);
    if (same !== null) reserved.add(same.id);
  }
  return { reserved, numbers: titlesByNumber(rows) };
}

/** The titles rows of a batch carry under each number. */
function titlesByNumber(rows: readonly PreparedRow[]): ReadonlyMap<string, ReadonlySet<string>> {
  const titles = new Map<string, Set<string>>();
  for (const { prepared } of rows) {
    const { draft } = prepared;
    for (const key of [numberKey(draft.indexNo), numberKey(draft.docNo)]) {
      if (key === null) continue;
      const known = titles.get(key) ?? new Set();
      titles.set(key, known.add(nameKey(draft.title)));
    }
  }
  return titles;
}
