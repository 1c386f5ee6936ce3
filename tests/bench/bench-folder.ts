// Where the benchmarks keep what is dear to make: outside the project, found again by what it was made from.
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasSharedData } from '../support/shared-data.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const base = process.env.MINGCHUANG_BENCH_FOLDER ?? join(tmpdir(), 'mingchuang-bench-kept');

/** Files whose change makes a kept corpus, index or release another one. */
const makers = {
  corpus: ['tests/bench/corpus/*.ts'],
  index: ['tests/bench/corpus/*.ts', 'shared/search/*.ts', 'admin/hub/publish/node-engine.ts'],
  release: [
    'tests/bench/corpus/*.ts',
    'shared/search/*.ts',
    'shared/release/**/*.ts',
    'admin/hub/publish/*.ts',
  ],
  terminal: [
    'tests/bench/corpus/*.ts',
    'shared/search/*.ts',
    'shared/release/**/*.ts',
    'admin/hub/publish/*.ts',
    'kiosk/{store,sync-worker,search-worker}/*.ts',
  ],
  peers: ['tests/bench/corpus/*.ts', 'tests/bench/peers/*.ts', 'tests/bench/peers/package.json'],
} as const;
export type KeptKind = keyof typeof makers;

/** What was made from other sources is removed when nobody has asked for it for this long. */
const keptUnusedMs = 6 * 3_600_000;

/** The folder for one thing of a kind, made if need be. Whether it is complete is for the caller to mark. */
export function keptFolder(kind: KeptKind, name: string): string {
  const prefix = `${kind}-${name}-`;
  const folder = join(base, `${prefix}${digestOf(makers[kind])}`);
  mkdirSync(folder, { recursive: true });
  const now = new Date();
  utimesSync(folder, now, now);
  for (const other of readdirSync(base).filter((one) => one.startsWith(prefix))) {
    const place = join(base, other);
    // Another working copy may be measuring with it.
    if (now.getTime() - statSync(place).mtimeMs > keptUnusedMs) rmSync(place, { recursive: true });
  }
  return folder;
}

function digestOf(patterns: readonly string[]): string {
  const hash = createHash('sha256').update(String(hasSharedData));
  for (const path of globSync([...patterns], { cwd: root }).sort())
    hash.update(readFileSync(join(root, path)));
  return hash.digest('hex').slice(0, 12);
}
