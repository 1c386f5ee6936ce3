// `npm start`: brings the pages up to date, then runs the hub in this very process.
import { buildPages } from './build.ts';

process.stderr.write('Mingchuang: building the pages if they changed …\n');
await buildPages({ isQuiet: true });
const { runHub } = await import('#hub/main.ts');
process.exitCode = await runHub(['serve', ...process.argv.slice(2)]);
