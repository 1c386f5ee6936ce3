// `npm run bench [-- name …]`: runs the benchmarks, prints each figure beside its peer, keeps them as JSON.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One figure and what it is held against in the same run. */
export interface BenchRow {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** The peer or floor measured in the same run; null when the figure is held against a fixed goal. */
  readonly peer: { readonly what: string; readonly value: number } | null;
  /** A fixed upper bound in the same unit, where one is promised. */
  readonly goal?: number;
}

/** What a file under tests/bench exports. Returns null, with the reason printed, when its data is missing. */
export interface Bench {
  readonly name: string;
  run(): Promise<readonly BenchRow[] | null>;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'tests', 'bench');
const results = join(root, 'bench-results');

const rounded = (value: number) => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3));

function lineOf(row: BenchRow): string {
  const value = `${rounded(row.value)} ${row.unit}`.padStart(14);
  const peer = row.peer
    ? `  = ${rounded(row.value / row.peer.value)} × ${row.peer.what} (${rounded(row.peer.value)})`
    : '';
  const goal =
    row.goal === undefined ? '' : `  goal ≤ ${row.goal} ${row.value <= row.goal ? 'met' : 'MISSED'}`;
  return `  ${row.what.padEnd(48)}${value}${peer}${goal}`;
}

async function runBench(file: string): Promise<void> {
  const { bench } = (await import(join(folder, file))) as { bench: Bench };
  process.stdout.write(`\n${bench.name}\n`);
  const rows = await bench.run();
  if (!rows) return;
  for (const row of rows) process.stdout.write(`${lineOf(row)}\n`);
  const ratios = rows.map((row) => ({ ...row, ratio: row.peer ? row.value / row.peer.value : null }));
  mkdirSync(results, { recursive: true });
  const record = { name: bench.name, at: new Date().toISOString(), node: process.version, rows: ratios };
  writeFileSync(join(results, `${bench.name}.json`), `${JSON.stringify(record, null, 2)}\n`);
}

if (import.meta.main) {
  const wanted = process.argv.slice(2);
  const files = readdirSync(folder).filter((file) => file.endsWith('.bench.ts'));
  const chosen = files.filter(
    (file) => wanted.length === 0 || wanted.includes(file.replace('.bench.ts', '')),
  );
  if (chosen.length === 0) {
    process.stderr.write(
      `No such benchmark. There are: ${files.map((file) => file.replace('.bench.ts', '')).join(', ')}\n`,
    );
    process.exitCode = 2;
  }
  for (const file of chosen) await runBench(file);
}
