// Records whose newest version has findings nobody has answered, a page at a time.
import { AppError } from '#shared/errors/app-error.ts';
import type { RuleId } from '#shared/lint/rule-table.ts';
import type { WaitingList, WaitingListQuery } from '#shared/protocol/lint-api.ts';
import type { Database } from '../store/tables.ts';
import { selectFindings } from './select-findings.ts';

/** `agencyId` of the query narrows; an actor bound to one agency sees that one alone. */
export async function listWaiting(
  db: Database,
  query: WaitingListQuery,
  boundTo: string | null,
): Promise<WaitingList> {
  const agencyId = boundTo ?? query.agencyId ?? null;
  const { total } = await base(db, agencyId)
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  let page = base(db, agencyId)
    .innerJoin('agencies as agency', 'agency.id', 'record.agency_id')
    .select([
      'record.id',
      'record.title',
      'record.kind',
      'agency.name',
      'record.version',
      'record.approved_version',
      'run.open',
      'run.hints',
      'run.at',
    ])
    .orderBy('run.at', 'desc')
    .orderBy('record.id', 'desc')
    .limit(query.limit + 1);
  const after = query.cursor === undefined ? null : parseCursor(query.cursor);
  if (after !== null) {
    page = page.where((where) =>
      where.or([
        where('run.at', '<', after.at),
        where.and([where('run.at', '=', after.at), where('record.id', '<', after.id)]),
      ]),
    );
  }
  const rows = await page.execute();
  const shown = rows.slice(0, query.limit);
  const rules = await rulesOf(db, shown);
  const last = shown.at(-1);
  return {
    total: Number(total),
    records: shown.map((row) => ({
      id: row.id,
      title: row.title,
      kind: row.kind,
      agencyName: row.name,
      version: row.version,
      open: row.open,
      hints: row.hints,
      isApproved: row.approved_version === row.version,
      rules: [...(rules.get(row.id) ?? [])],
      checkedAt: row.at,
    })),
    next: rows.length > shown.length && last !== undefined ? `${last.at}|${last.id}` : null,
  };
}

function base(db: Database, agencyId: string | null) {
  const query = db
    .selectFrom('lint_runs as run')
    .innerJoin('records as record', (join) =>
      join.onRef('record.id', '=', 'run.record_id').onRef('record.version', '=', 'run.version'),
    )
    .where('run.open', '>', 0)
    .where('record.state', '<>', 'withdrawn');
  return agencyId === null ? query : query.where('record.agency_id', '=', agencyId);
}

async function rulesOf(
  db: Database,
  rows: readonly { readonly id: string; readonly version: number }[],
): Promise<ReadonlyMap<string, ReadonlySet<RuleId>>> {
  const rules = new Map<string, Set<RuleId>>();
  if (rows.length === 0) return rules;
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  const found = await selectFindings(db)
    .select(['finding.record_id', 'finding.version', 'finding.rule'])
    .distinct()
    .where('finding.record_id', 'in', [...versions.keys()])
    .where('finding.severity', '=', 'must-answer')
    .where('answer.answer', 'is', null)
    .execute();
  for (const { record_id, version, rule } of found) {
    if (versions.get(record_id) !== version) continue;
    rules.set(record_id, (rules.get(record_id) ?? new Set<RuleId>()).add(rule));
  }
  return rules;
}

function parseCursor(cursor: string): { readonly at: string; readonly id: string } {
  const [at, id, ...rest] = cursor.split('|');
  if (at === undefined || id === undefined || rest.length > 0)
    throw new AppError('bad-request', { reason: 'cursor' });
  return { at, id };
}
