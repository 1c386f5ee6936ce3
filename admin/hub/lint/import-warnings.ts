// What an import that approves at once must tell: everything that would have held a version at the desk.
import type { ErrorCode } from '#shared/errors/app-error.ts';
import type { Finding } from '#shared/lint/finding.ts';
import { type RuleGroup, rules } from '#shared/lint/rule-table.ts';
import type { Desk } from '../editorial/desk.ts';
import type { RowProblem } from '../ingest/draft.ts';
import { findInVersion, keepFound, loadVersionsToCheck, type VersionToCheck } from './check-version.ts';
import { readAttachments } from './file-findings.ts';

const codes: Readonly<Record<RuleGroup, ErrorCode>> = {
  personal: 'lint.found-personal',
  secrecy: 'lint.found-secrecy',
  hidden: 'lint.found-hidden',
  wording: 'lint.found-wording',
  header: 'lint.found-header',
  file: 'lint.found-file',
};

/** Records checked and read back together. */
const batch = 200;

/**
 * Checks the newest versions of records that were just approved and keeps what must be answered. Warnings by record,
 * one for each group of rules. Attachments are read first, outside any transaction.
 */
export async function approvalWarnings(
  desk: Desk,
  inTransaction: <T>(work: (inside: Desk) => Promise<T>) => Promise<T>,
  rowOf: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, readonly RowProblem[]>> {
  const warnings = new Map<string, readonly RowProblem[]>();
  const ids = [...rowOf.keys()];
  for (let from = 0; from < ids.length; from += batch) {
    const part = ids.slice(from, from + batch);
    const targets = await loadVersionsToCheck(desk.db, part);
    for (const { content } of targets) await readAttachments(desk, content.attachments);
    const found = await mustAnswer(desk, targets);
    if (found.size === 0) continue;
    await inTransaction(async (inside) => {
      for (const [target, findings] of found) await keepFound(inside, target, findings);
    });
    for (const [{ recordId }, findings] of found) {
      const told = findings.filter(({ severity }) => severity === 'must-answer');
      warnings.set(recordId, problemsOf(rowOf.get(recordId) ?? 0, told));
    }
  }
  return warnings;
}

/** Only versions with something to answer are kept: of a hundred thousand rows hardly one is. */
async function mustAnswer(
  desk: Desk,
  targets: readonly VersionToCheck[],
): Promise<ReadonlyMap<VersionToCheck, readonly Finding[]>> {
  const found = new Map<VersionToCheck, readonly Finding[]>();
  for (const target of targets) {
    const findings = (await findInVersion(desk, target)) ?? [];
    if (findings.some(({ severity }) => severity === 'must-answer')) found.set(target, findings);
  }
  return found;
}

function problemsOf(row: number, found: readonly Finding[]): RowProblem[] {
  return [...Map.groupBy(found, ({ rule }) => rules[rule])].map(([group, same]) => ({
    row,
    column: null,
    code: codes[group],
    details: {
      count: same.reduce((sum, { count }) => sum + count, 0),
      excerpt: same[0]?.excerpt ?? '',
    },
  }));
}
