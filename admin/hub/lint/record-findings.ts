// What was found in the newest version of a record, with the answers, as the desk shows it.
import { AppError } from '#shared/errors/app-error.ts';
import { ruleSetVersion } from '#shared/lint/rule-table.ts';
import { placeSchema, type RecordFindings } from '#shared/protocol/lint-api.ts';
import type { Database } from '../store/tables.ts';
import { selectFindings } from './select-findings.ts';

/** Throws `not-found`. Findings of an older rule set count as none yet: they are looked for again. */
export async function loadFindings(db: Database, recordId: string): Promise<RecordFindings> {
  const record = await db
    .selectFrom('records')
    .select('version')
    .where('id', '=', recordId)
    .executeTakeFirst();
  if (record === undefined) throw new AppError('not-found', { what: recordId });
  const { version } = record;
  const run = await db
    .selectFrom('lint_runs')
    .select(['at', 'open', 'rules'])
    .where('record_id', '=', recordId)
    .where('version', '=', version)
    .executeTakeFirst();
  const isDone = run?.rules === ruleSetVersion;
  const findings = await loadFindingRows(db, recordId, version);
  return {
    version,
    state: isDone ? 'done' : 'pending',
    checkedAt: run?.at ?? null,
    open: run?.open ?? 0,
    findings,
    mended: await loadMended(db, recordId, new Set(findings.map(({ id }) => id))),
  };
}

/** The findings of one version in their order, what must be answered first. */
export async function loadFindingRows(
  db: Database,
  recordId: string,
  version: number,
): Promise<RecordFindings['findings']> {
  const rows = await selectFindings(db)
    .leftJoin('accounts as account', 'account.name', 'answer.who')
    .select([
      'finding.fingerprint',
      'finding.rule',
      'finding.severity',
      'finding.place_json',
      'finding.excerpt',
      'finding.count',
      'answer.answer',
      'answer.reason',
      'answer.who',
      'answer.at',
      'answer.version as answered_version',
      'account.display_name',
    ])
    .where('finding.record_id', '=', recordId)
    .where('finding.version', '=', version)
    .orderBy('finding.severity', 'desc')
    .orderBy('finding.place')
    .execute();
  return rows.map((row) => ({
    id: row.fingerprint,
    rule: row.rule,
    severity: row.severity,
    place: placeSchema.parse(JSON.parse(row.place_json)),
    excerpt: row.excerpt,
    count: row.count,
    answer: row.answer === null ? null : answerOf({ ...row, version: row.answered_version }),
  }));
}

interface AnswerRow {
  readonly answer: RecordFindings['mended'][number]['answer']['answer'] | null;
  readonly reason: string | null;
  readonly who: string | null;
  readonly at: string | null;
  readonly version: number | null;
  readonly display_name: string | null;
}

function answerOf(row: AnswerRow): RecordFindings['mended'][number]['answer'] {
  return {
    answer: row.answer ?? 'false-alarm',
    reason: row.reason ?? '',
    who: row.who ?? '',
    displayName: row.display_name ?? row.who ?? '',
    at: row.at ?? '',
    version: row.version ?? 0,
  };
}

async function loadMended(
  db: Database,
  recordId: string,
  present: ReadonlySet<string>,
): Promise<RecordFindings['mended']> {
  const rows = await db
    .selectFrom('lint_answers as answer')
    .leftJoin('accounts as account', 'account.name', 'answer.who')
    .selectAll('answer')
    .select('account.display_name')
    .where('answer.record_id', '=', recordId)
    .where('answer.answer', '=', 'mended')
    .orderBy('answer.at', 'desc')
    .limit(200)
    .execute();
  return rows
    .filter(({ fingerprint }) => !present.has(fingerprint))
    .map((row) => ({ rule: row.rule, excerpt: row.excerpt, answer: answerOf(row) }));
}
