// What all browser tests of a run use and nobody changes, made once before the first of them: built pages, a filled hub.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Names the folder the global set-up made; unset where single modules run outside of Vitest, as in benches. */
const variable = 'MINGCHUANG_TEST_MADE';

/** Where something made before stands, or null when it must be made now. */
export function madeBefore(name: string): string | null {
  const folder = process.env[variable];
  const path = folder === undefined ? '' : join(folder, name);
  return folder !== undefined && existsSync(path) ? path : null;
}

/** From now on, also in processes started later, `madeBefore` looks in this folder. */
export function nameMadeFolder(folder: string): void {
  process.env[variable] = folder;
}
