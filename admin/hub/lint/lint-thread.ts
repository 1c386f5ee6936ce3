// Sends files to the linter's thread, one after the other, and gives up on one that takes too long or too much.
import { stat } from 'node:fs/promises';
import type { Finding } from '#shared/lint/finding.ts';
import { JobThread } from '../ingest/document/job-thread.ts';
import type { FileCheck } from './lint-file.ts';
import { lintLimits } from './lint-limits.ts';
import type { LintAnswer, LintJob } from './lint-worker.ts';

const thread = new JobThread<LintJob, LintAnswer>(new URL('./lint-worker.ts', import.meta.url), {
  jobMs: lintLimits.fileMs,
  memoryMegabytes: lintLimits.memoryMegabytes,
});

/** Checks a file on disk. Never throws: a file that is gone, broken, too large or too slow gives a finding. */
export async function checkFile(path: string, name: string): Promise<FileCheck> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) return unreadable('missing');
  if (found.size > lintLimits.fileBytes) return unreadable('ingest.file-too-large');
  const outcome = await thread.run({ path, name });
  if ('answer' in outcome) return outcome.answer.check;
  return unreadable(outcome.failure === 'timeout' ? 'timeout' : 'damaged');
}

function unreadable(reason: string): FileCheck {
  const finding: Finding = {
    rule: 'unreadable-file',
    severity: 'must-answer',
    place: { part: 'file' },
    excerpt: reason,
    count: 1,
    identity: reason,
  };
  return { kind: 'unknown', findings: [finding] };
}
