// Keeps the tree honest: what no compiler and no linter looks at. Prints every fault and fails when there is one.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Fault, findFaults, type Tree } from './tidy-rules.ts';

const root = dirname(fileURLToPath(new URL('.', import.meta.url)));

/** The files git tracks or would track, with the text of those the rules read. */
function loadTree(): Tree {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  });
  const paths = listed.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
  return { paths, read: (path) => readFileSync(join(root, path), 'utf8') };
}

function report(faults: readonly Fault[]): void {
  for (const { path, message } of faults) process.stdout.write(`${path}: ${message}\n`);
  process.stdout.write(faults.length === 0 ? 'tidy: nothing to mend\n' : `tidy: ${faults.length} to mend\n`);
}

if (import.meta.main) {
  const faults = findFaults(loadTree());
  report(faults);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
