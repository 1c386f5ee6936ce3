// Checks the types of every runtime on its own, so that none can see what another one has.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const projects = [
  'shared',
  'kiosk',
  'kiosk/file-worker',
  'kiosk/search-worker',
  'kiosk/handwriting-worker',
  'kiosk/sync-worker',
  'kiosk/service-worker',
  'admin/hub',
  'admin/page',
  'admin/phone',
  'scripts',
  'tests',
];

let isGood = true;
for (const project of projects) {
  const { status } = spawnSync('tsc', ['-p', project], { cwd: root, stdio: 'inherit' });
  if (status !== 0) {
    process.stderr.write(`types: ${project} does not check\n`);
    isGood = false;
  }
}
process.exitCode = isGood ? 0 : 1;
