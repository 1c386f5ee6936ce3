// Brings the packages only the benchmarks need: a package file of its own, installed on first use.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** Installs what `package.json` here names, exactly as locked, unless it is there already. */
export function installPeers(): void {
  if (existsSync(`${folder}node_modules/.package-lock.json`)) return;
  process.stderr.write('Installing the peers of the benchmarks …\n');
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error('The peers of the benchmarks could not be installed.');
}

/** Loads a module of a peer by its path below `node_modules`. */
export async function importPeer<T>(path: string): Promise<T> {
  installPeers();
  return (await import(pathToFileURL(`${folder}node_modules/${path}`).href)) as T;
}
