// Keeps a version from being approved while something found in it has not been answered by a person.
import type { ErrorCode } from '#shared/errors/app-error.ts';
import { ruleSetVersion } from '#shared/lint/rule-table.ts';
import type { ApprovalCandidate } from '../editorial/approval-guards.ts';
import type { Desk } from '../editorial/desk.ts';
import { checkVersion, loadVersionsToCheck } from './check-version.ts';

/** A version nobody has checked yet is checked here, so that none slips through. Call inside the transaction. */
export async function refuseUnanswered(
  desk: Desk,
  candidates: readonly ApprovalCandidate[],
): Promise<ReadonlyMap<string, ErrorCode>> {
  const refusals = new Map<string, ErrorCode>();
  if (candidates.length === 0) return refusals;
  const open = await openCounts(desk, candidates);
  const unchecked = candidates.filter(({ id }) => !open.has(id)).map(({ id }) => id);
  for (const target of await loadVersionsToCheck(desk.db, unchecked)) {
    if (!(await checkVersion(desk, target))) refusals.set(target.recordId, 'lint.pending');
  }
  const counts = unchecked.length === 0 ? open : await openCounts(desk, candidates);
  for (const [id, count] of counts) if (count > 0) refusals.set(id, 'lint.unanswered');
  return refusals;
}

async function openCounts(
  desk: Desk,
  candidates: readonly ApprovalCandidate[],
): Promise<Map<string, number>> {
  const versions = new Map(candidates.map(({ id, version }) => [id, version]));
  const rows = await desk.db
    .selectFrom('lint_runs')
    .select(['record_id', 'version', 'open'])
    .where('rules', '=', ruleSetVersion)
    .where('record_id', 'in', [...versions.keys()])
    .execute();
  return new Map(
    rows.filter((row) => versions.get(row.record_id) === row.version).map((row) => [row.record_id, row.open]),
  );
}
