// Takes one accepted row to its end: which record it is, what changes, and what staff should know about it.
import type { RowProblem } from '../../ingest/draft.ts';
import { requireOwnAgency } from '../../workflow/agency-scope.ts';
import type { AgencyIndex } from '../agencies.ts';
import { nameKey } from '../identity-keys.ts';
import { placeRecord } from '../place-record.ts';
import { bodyOf, contentHash, type StoredContent, type VersionBody } from '../stored-content.ts';
import type { TreeIndex } from '../tree.ts';
import { contentOf, type PreparedDraft } from './draft-content.ts';
import type { KnownRecord, KnownRecords } from './known-records.ts';
import { matchRecord, type NumberTitles, type Reserved } from './match-record.ts';
import { mergeContent } from './merge-content.ts';
import type { RowWriter } from './row-writer.ts';

/** Everything a row is decided with. */
export interface RowContext {
  readonly agencies: AgencyIndex;
  readonly tree: TreeIndex;
  readonly known: KnownRecords;
  readonly writer: RowWriter;
  /** Records the rows of this source file have taken: record id → row. */
  readonly claims: Map<string, number>;
  readonly reserved: Reserved;
  readonly numbers: NumberTitles;
  /** The one agency whoever imports is bound to; null for all. */
  readonly scope: string | null;
}

export interface RowOutcome {
  readonly action: 'create' | 'update' | 'unchanged';
  readonly recordId: string;
  /** True when approving the record would change anything and nobody withdrew it on purpose. */
  readonly canApprove: boolean;
  readonly warnings: readonly RowProblem[];
}

/** Under whom a row is filed that names nobody: it is kept, and staff are told to find who is answerable. */
const nobody = '未注明发布机构';

/** Decides and carries out one row. Call inside a transaction, or with a writer that only rehearses. */
export async function importRow(
  prepared: PreparedDraft,
  row: number,
  context: RowContext,
): Promise<RowOutcome> {
  const { known, claims } = context;
  const seen = await known.byImportHash(prepared.importHash);
  if (seen !== null) {
    const earlier = claims.get(seen.id);
    const warnings = earlier === undefined ? [] : [warning(row, 'store.import-duplicate', { row: earlier })];
    claims.set(seen.id, earlier ?? row);
    return { action: 'unchanged', recordId: seen.id, canApprove: canApprove(seen), warnings };
  }
  const agencyName = nameKey(prepared.draft.agencyName ?? '') === '' ? null : prepared.draft.agencyName;
  const agencyId = filingAgency(agencyName, context, prepared.draft.title);
  const content = await placedContent(prepared, agencyId, context);
  const match = await matchRecord(content, known, claims, context.reserved, context.numbers);
  requireOwnAgency({ agencyId: context.scope }, match.record?.agencyId ?? agencyId, content.title);
  const warnings: RowProblem[] = [];
  if (agencyName === null && context.scope === null)
    warnings.push(warning(row, 'store.import-no-agency', { agency: nobody }));
  if (match.sharesNumberWith !== null && match.record === null) {
    const number = content.indexNo ?? content.docNo ?? '';
    warnings.push(warning(row, 'store.import-same-number', { number, other: match.sharesNumberWith.title }));
  }
  const body = bodyOf(prepared.draft.bodyHtml, prepared.draft.bodyText);
  if (match.record === null) {
    const recordId = await context.writer.create({ content, body, importHash: prepared.importHash });
    claims.set(recordId, row);
    return { action: 'create', recordId, canApprove: true, warnings };
  }
  claims.set(match.record.id, row);
  const action = await layOver(match.record, prepared, content, body, context);
  if (action === 'update' && match.record.state === 'withdrawn') {
    warnings.push(warning(row, 'store.import-still-withdrawn', { title: content.title }));
  }
  const isApprovable =
    match.record.state !== 'withdrawn' && (action === 'update' || canApprove(match.record));
  return { action, recordId: match.record.id, canApprove: isApprovable, warnings };
}

/** Under whom a row is filed: whoever is bound to one agency files under that, and no row of theirs makes another. */
function filingAgency(name: string | null, { scope, agencies }: RowContext, what: string): string {
  if (scope === null) return agencies.ensure(name ?? nobody);
  if (name === null) return scope;
  requireOwnAgency({ agencyId: scope }, agencies.find(name) ?? '', what);
  return scope;
}

async function placedContent(
  prepared: PreparedDraft,
  agencyId: string,
  context: RowContext,
): Promise<StoredContent> {
  const place = await placeRecord(prepared.draft, context.tree, async (nodeId, titleKey) => {
    const matters = await context.known.matters(nodeId, titleKey);
    const own = matters.find((matter) => matter.agencyId === agencyId);
    return own?.id ?? (matters.length === 1 ? (matters[0]?.id ?? null) : null);
  });
  return contentOf(prepared, agencyId, place);
}

/** Compares with the newest version; equal content is not a new version, however the row was spelled. */
async function layOver(
  record: KnownRecord,
  prepared: PreparedDraft,
  row: StoredContent,
  rowBody: VersionBody | null,
  context: RowContext,
): Promise<'update' | 'unchanged'> {
  const stored = await context.known.content(record.id);
  const content = mergeContent(stored.content, row, prepared.draft.treePath.length > 0);
  const body = rowBody ?? (stored.bodyHash === null ? null : { hash: stored.bodyHash });
  const merged = { content, body, importHash: prepared.importHash };
  const before = contentHash(stored.content, stored.bodyHash);
  if (contentHash(content, body?.hash ?? null) === before) {
    await context.writer.remember(record, merged);
    return 'unchanged';
  }
  await context.writer.update(record, merged);
  return 'update';
}

function canApprove(record: KnownRecord): boolean {
  return record.state !== 'withdrawn' && record.approvedVersion !== record.version;
}

function warning(row: number, code: RowProblem['code'], details: RowProblem['details']): RowProblem {
  return { row, column: null, code, details };
}
