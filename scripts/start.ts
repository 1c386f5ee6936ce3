// `npm start`: brings the pages up to date, then runs the hub in this very process.
// package.json says `exec node …`: without it npm's signals end at the shell in between and the hub runs on.
import { keepCompiledCode } from '#hub/compile-cache.ts';

keepCompiledCode();
const { buildPages } = await import('./build.ts');
process.stderr.write('Mingchuang: building the pages if they changed …\n');
await buildPages({ isQuiet: true });
const { runHub } = await import('#hub/run-hub.ts');
process.exitCode = await runHub(['serve', ...process.argv.slice(2)]);
