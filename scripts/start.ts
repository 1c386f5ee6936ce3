// `npm start`: brings the pages up to date, then runs the hub in this very process.
import { buildPages } from './build.ts';

/** How often to look whether npm is still there. */
const lookMs = 500;

/**
 * npm passes SIGTERM to the shell between it and this process, and the shell dies without telling anyone: a hub
 * whose parent has gone was meant to stop, so it stops as the signal would have made it.
 */
function stopWithParent(): void {
  const parent = process.ppid;
  const look = () => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  };
  const timer = setInterval(look, lookMs);
  timer.unref();
}

process.stderr.write('Mingchuang: building the pages if they changed …\n');
await buildPages({ isQuiet: true });
stopWithParent();
const { runHub } = await import('#hub/main.ts');
process.exitCode = await runHub(['serve', ...process.argv.slice(2)]);
