// `npm test`: everything that must hold, step by step, closing with one line of counts.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepCompiledCode } from '#hub/compile-cache.ts';
import { setUpTestMachine } from './setup.ts';

keepCompiledCode();
const root = fileURLToPath(new URL('..', import.meta.url));
const reports = mkdtempSync(join(tmpdir(), 'mingchuang-test-'));
const counts = { passed: 0, failed: 0, skipped: 0 };
const failures: string[] = [];

function run(command: string, args: readonly string[]): boolean {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  return status === 0;
}

/** A step that is one check: it passes or it fails. */
function check(title: string, command: string, ...args: string[]): void {
  process.stdout.write(`\n== ${title}\n`);
  if (run(command, args)) {
    counts.passed += 1;
  } else {
    counts.failed += 1;
    failures.push(title);
  }
}

/** Titles of what failed, so that the last lines of a long log tell it. */
function failedTests(report: {
  testResults?: readonly { assertionResults?: readonly Result[] }[];
}): string[] {
  const results = (report.testResults ?? []).flatMap(({ assertionResults }) => assertionResults ?? []);
  return results.filter(({ status }) => status === 'failed').map(({ fullName }) => `“${fullName}”`);
}

interface Result {
  readonly status: string;
  readonly fullName: string;
}

/** A step that holds many tests; a run that broke before reporting counts as one failure. */
function suite(project: string): void {
  process.stdout.write(`\n== ${project} tests\n`);
  const file = join(reports, `${project}.json`);
  const isGood = run('vitest', [
    'run',
    '-c',
    'tests/vitest.config.ts',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const failedBefore = counts.failed;
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    counts.passed += report.numPassedTests;
    counts.failed += report.numFailedTests;
    counts.skipped += report.numPendingTests + report.numTodoTests;
    failures.push(...failedTests(report));
  } catch {
    process.stdout.write(`the ${project} tests left no report\n`);
  }
  if (!isGood && counts.failed === failedBefore) counts.failed += 1;
  if (!isGood) failures.push(`${project} tests`);
}

try {
  setUpTestMachine();
  check('lint', 'biome', 'check', '--error-on-warnings');
  check('types', 'node', 'scripts/types.ts');
  check('tidy', 'node', 'scripts/tidy.ts');
  check('build', 'node', 'scripts/build.ts');
  check('size', 'node', 'scripts/size.ts');
  suite('unit');
  suite('browser');
} catch (error) {
  counts.failed += 1;
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
} finally {
  rmSync(reports, { recursive: true, force: true });
}
if (failures.length > 0) process.stdout.write(`\nNot passed: ${failures.join(', ')}\n`);
process.exitCode = counts.failed === 0 ? 0 : 1;
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed${skipped}\n`);
