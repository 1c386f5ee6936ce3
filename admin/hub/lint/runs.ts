// Keeps what a check found, counts what is still to be answered, and notes what a new version has mended.
import type { Desk } from '../editorial/desk.ts';
import type { Database } from '../store/tables.ts';
import type { NamedFinding, VersionToCheck } from './check-version.ts';
import { selectFindings } from './select-findings.ts';

/** Rules whose findings come from asking the network: they stay until it is asked again. */
export const linkRules = ['dead-link', 'doubtful-link'] as const;

/** Replaces what was found in this version before. Call inside a transaction. */
export async function keepRun(
  desk: Desk,
  target: VersionToCheck,
  findings: readonly NamedFinding[],
  run: { readonly rules: number; readonly at: string },
): Promise<void> {
  const { db } = desk;
  const { recordId, version } = target;
  await db
    .deleteFrom('lint_findings')
    .where('record_id', '=', recordId)
    .where('version', '=', version)
    .where('rule', 'not in', [...linkRules])
    .execute();
  await insertFindings(db, target, findings);
  await noteMended(db, target, run.at);
  const counts = await countOpen(db, recordId, version);
  await db
    .insertInto('lint_runs')
    .values({ record_id: recordId, version, ...run, ...counts })
    .onConflict((conflict) => conflict.columns(['record_id', 'version']).doUpdateSet({ ...run, ...counts }))
    .execute();
}

/** Adds findings to a version; those already there stay as they are. */
export async function insertFindings(
  db: Database,
  { recordId, version }: Pick<VersionToCheck, 'recordId' | 'version'>,
  findings: readonly NamedFinding[],
): Promise<void> {
  for (const [place, finding] of findings.entries()) {
    await db
      .insertInto('lint_findings')
      .values({
        record_id: recordId,
        version,
        fingerprint: finding.fingerprint,
        place,
        rule: finding.rule,
        severity: finding.severity,
        place_json: JSON.stringify(finding.place),
        excerpt: finding.excerpt,
        count: finding.count,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Counts again after answers came or went. */
export async function recount(db: Database, recordId: string, version: number): Promise<void> {
  await db
    .updateTable('lint_runs')
    .set(await countOpen(db, recordId, version))
    .where('record_id', '=', recordId)
    .where('version', '=', version)
    .execute();
}

async function countOpen(db: Database, recordId: string, version: number) {
  const rows = await selectFindings(db)
    .select(['finding.severity'])
    .where('finding.record_id', '=', recordId)
    .where('finding.version', '=', version)
    .where('answer.answer', 'is', null)
    .execute();
  const open = rows.filter(({ severity }) => severity === 'must-answer').length;
  return { open, hints: rows.length - open };
}

/** What an earlier version still had to answer and this one has no more was mended by who wrote this one. */
async function noteMended(db: Database, target: VersionToCheck, at: string): Promise<void> {
  const { recordId, version, who } = target;
  const before = await db
    .selectFrom('lint_runs')
    .select('version')
    .where('record_id', '=', recordId)
    .where('version', '<', version)
    .orderBy('version', 'desc')
    .executeTakeFirst();
  if (before === undefined) return;
  const gone = await db
    .selectFrom('lint_findings as old')
    .leftJoin('lint_findings as now', (join) =>
      join
        .onRef('now.record_id', '=', 'old.record_id')
        .onRef('now.fingerprint', '=', 'old.fingerprint')
        .on('now.version', '=', version),
    )
    .select(['old.fingerprint', 'old.rule', 'old.excerpt'])
    .where('old.record_id', '=', recordId)
    .where('old.version', '=', before.version)
    .where('old.severity', '=', 'must-answer')
    .where('now.fingerprint', 'is', null)
    .execute();
  for (const { fingerprint, rule, excerpt } of gone) {
    await db
      .insertInto('lint_answers')
      .values({
        record_id: recordId,
        fingerprint,
        answer: 'mended',
        reason: '',
        who,
        at,
        version,
        rule,
        excerpt,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
