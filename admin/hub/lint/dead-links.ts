// Links of records that led nowhere when they were last asked for, as what makes a record stale.
import type { Database } from '../store/tables.ts';

export interface DeadLink {
  readonly address: string;
  /** The day it was found dead. */
  readonly since: string;
}

/** The first dead link of each of these records in the version people see; one judged a false alarm is none. */
export async function findDeadLinks(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DeadLink>> {
  const rows = await db
    .selectFrom('lint_findings as finding')
    .innerJoin('records as record', (join) =>
      join
        .onRef('record.id', '=', 'finding.record_id')
        .onRef('record.published_version', '=', 'finding.version'),
    )
    .innerJoin('lint_runs as run', (join) =>
      join.onRef('run.record_id', '=', 'finding.record_id').onRef('run.version', '=', 'finding.version'),
    )
    .leftJoin('lint_answers as answer', (join) =>
      join
        .onRef('answer.record_id', '=', 'finding.record_id')
        .onRef('answer.fingerprint', '=', 'finding.fingerprint')
        .on('answer.answer', '=', 'false-alarm'),
    )
    .select(['finding.record_id', 'finding.excerpt', 'run.at'])
    .where('finding.record_id', 'in', ids)
    .where('finding.rule', '=', 'dead-link')
    .where('answer.answer', 'is', null)
    .orderBy('finding.place', 'desc')
    .execute();
  return new Map(
    rows.map(({ record_id, excerpt, at }) => [
      record_id,
      { address: excerpt.split(' (')[0] ?? excerpt, since: at.slice(0, 10) },
    ]),
  );
}
