// The hub's command line, as a process: everything it loads comes after the compile cache, or would not be kept in it.
import { keepCompiledCode } from './compile-cache.ts';

keepCompiledCode();
const { runHub } = await import('./run-hub.ts');
process.exitCode = await runHub(process.argv.slice(2));
