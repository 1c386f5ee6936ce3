// Checks the types of every runtime on its own, so that none can see what another one has.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Those that take longest come first, so that none of them is left over for the end. */
const projects = [
  'tests',
  'admin/hub',
  'kiosk',
  'admin/page',
  'scripts',
  'admin/phone',
  'shared',
  'kiosk/search-worker',
  'kiosk/sync-worker',
  'kiosk/service-worker',
  'kiosk/file-worker',
  'kiosk/handwriting-worker',
];

/** One checker each: several would look at the same files again, and there is a project for every processor. */
function check(project: string): Promise<boolean> {
  const running = spawn('tsc', ['-p', project, '--checkers', '1'], { cwd: root });
  let said = '';
  for (const stream of [running.stdout, running.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
    });
  }
  return new Promise((resolve, reject) => {
    running.once('error', reject);
    running.once('close', (status) => {
      if (status !== 0) process.stderr.write(`${said}types: ${project} does not check\n`);
      resolve(status === 0);
    });
  });
}

let isGood = true;
const waiting = projects.values();
async function checkWaiting(): Promise<void> {
  for (const project of waiting) isGood = (await check(project)) && isGood;
}
await Promise.all(Array.from({ length: availableParallelism() }, checkWaiting));
process.exitCode = isGood ? 0 : 1;
