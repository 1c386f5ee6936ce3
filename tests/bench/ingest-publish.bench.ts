// Import and publish of real laws, work reports and service items: time, memory, and the cost of one edit.
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { Bench, BenchRow } from '#scripts/bench.ts';
import { type Measured, measureHub } from '../support/measure-process.ts';
import { hasSharedData, sharedData, sharedDataReason } from '../support/shared-data.ts';

const files = ['laws.jsonl.gz', 'gov_work_reports.jsonl.gz', 'service_items_guangan.csv'].map(sharedData);

/** The floor of any import: unpacking and parsing the same lines, and nothing else. */
async function secondsToParse(): Promise<number> {
  const started = performance.now();
  for (const file of files.filter((name) => name.endsWith('.gz'))) {
    for await (const line of createInterface({ input: createReadStream(file).pipe(createGunzip()) }))
      JSON.parse(line);
  }
  return (performance.now() - started) / 1000;
}

async function hub(dataDir: string, ...args: string[]): Promise<Measured> {
  const measured = await measureHub([...args, '--data', dataDir, '--json']);
  if (measured.status !== 0) throw new Error(`${args[0]} ended with ${measured.status}: ${measured.stderr}`);
  return measured;
}

async function run(): Promise<readonly BenchRow[] | null> {
  if (!hasSharedData) {
    process.stdout.write(`  skipped: ${sharedDataReason}\n`);
    return null;
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'mingchuang-bench-'));
  try {
    const floor = await secondsToParse();
    const imported = await hub(dataDir, 'import', ...files, '--approve');
    const published = await hub(dataDir, 'publish');
    const edit = join(dataDir, 'edit.jsonl');
    await writeFile(
      edit,
      `${JSON.stringify({ title: '关于一处更正的通知', agency: '办公室', date: '2026-01-05', body: '更正一处。' })}\n`,
    );
    await hub(dataDir, 'import', edit, '--approve');
    const again = await hub(dataDir, 'publish');
    const bytes: number = JSON.parse(published.stdout).bytes;
    const newBytes: number = JSON.parse(again.stdout).newBytes;
    const parse = { what: 'parsing alone', value: floor };
    return [
      { what: 'import', value: imported.seconds, unit: 's', peer: parse, goal: 60 },
      { what: 'import, peak memory', value: imported.peakMb, unit: 'MB', peer: null, goal: 600 },
      { what: 'publish', value: published.seconds, unit: 's', peer: parse, goal: 60 },
      { what: 'publish, peak memory', value: published.peakMb, unit: 'MB', peer: null },
      {
        what: 'publish after one edit',
        value: again.seconds,
        unit: 's',
        peer: { what: 'first publish', value: published.seconds },
      },
      {
        what: 'bytes after one edit',
        value: newBytes / 1000,
        unit: 'kB',
        peer: { what: 'whole release, kB', value: bytes / 1000 },
        goal: (bytes * 0.02) / 1000,
      },
    ];
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

export const bench: Bench = { name: 'ingest-publish', run };
