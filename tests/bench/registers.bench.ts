// A register of 300,000 rows: import, import again, publish, and what an update of 500 rows costs a terminal.
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { Bench, BenchRow } from '#scripts/bench.ts';
import { type Measured, measureHub } from '../support/measure-process.ts';
import { hasSharedData, sharedData, sharedDataReason } from '../support/shared-data.ts';
import { type Latency, measureRegisterSearch, type RegisterRow } from './registers/search-latency.ts';

const file = sharedData('register_300k_composed.tsv.gz');
const updatedRows = 500;
/** Every so many rows one is updated, so that the update touches all of the register. */
const everyRow = 600;
const statusColumn = 4;

async function* lines(): AsyncGenerator<string> {
  yield* createInterface({ input: createReadStream(file).pipe(createGunzip()) });
}

/** The floor of any import: unpacking and splitting the same lines, and nothing else. */
async function secondsToSplit(): Promise<number> {
  const started = performance.now();
  for await (const line of lines()) line.split('\t');
  return (performance.now() - started) / 1000;
}

/** The heading and the rows whose status changed, as an office would hand them in. */
async function updateOf(): Promise<string> {
  const kept: string[] = [];
  let number = -1;
  for await (const line of lines()) {
    number += 1;
    if (number > 0 && (number % everyRow !== 0 || kept.length > updatedRows)) continue;
    const cells = line.split('\t');
    if (number > 0) cells[statusColumn] = cells[statusColumn]?.trim() === '注销' ? '存续' : '注销';
    kept.push(cells.join('\t'));
  }
  return `${kept.join('\n')}\n`;
}

async function hub(dataDir: string, ...args: string[]): Promise<Measured> {
  const measured = await measureHub([...args, '--data', dataDir, '--json']);
  if (measured.status !== 0) throw new Error(`${args[0]} ended with ${measured.status}: ${measured.stderr}`);
  return measured;
}

/** The one file of an import's answer. */
function reportOf({ stdout }: Measured): Readonly<Record<string, number>> {
  return JSON.parse(stdout).files[0];
}

async function readRows(): Promise<RegisterRow[]> {
  const rows: RegisterRow[] = [];
  for await (const line of lines()) {
    const [name = '', code = '', , , , , place = ''] = line.split('\t').map((cell) => cell.trim());
    rows.push({ name, code, place });
  }
  return rows.slice(1);
}

const atShare = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;

/** Half, 95 and 99 of a hundred questions are answered by then; the scan gives names alone, unranked. */
function latencyRows({ queries, engineMs, scanMs }: Latency): BenchRow[] {
  return [0.5, 0.95, 0.99].map((share) => ({
    what: `search offline, p${share * 100} of ${queries}`,
    value: atShare(engineMs, share),
    unit: 'ms',
    peer: { what: 'scan of all names', value: atShare(scanMs, share) },
  }));
}

async function run(): Promise<readonly BenchRow[] | null> {
  if (!hasSharedData) {
    process.stdout.write(`  skipped: ${sharedDataReason}\n`);
    return null;
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'mingchuang-bench-'));
  try {
    const split = { what: 'splitting alone', value: await secondsToSplit() };
    const imported = await hub(dataDir, 'import', file, '--as', 'register', '--approve');
    const again = await hub(dataDir, 'import', file, '--as', 'register');
    const { rows = 0, unchanged = 0 } = reportOf(again);
    if (unchanged !== rows) throw new Error(`${rows - unchanged} rows changed although nothing did`);
    const published = await hub(dataDir, 'publish');
    const update = join(dataDir, 'update.tsv');
    await writeFile(update, await updateOf());
    const updated = await hub(dataDir, 'import', update, '--as', 'register', '--approve');
    if (reportOf(updated).updated !== updatedRows) throw new Error('not all rows were updated');
    const second = await hub(dataDir, 'publish');
    const bytes: number = JSON.parse(published.stdout).bytes;
    const newBytes: number = JSON.parse(second.stdout).newBytes;
    const whole = { what: 'whole release, kB', value: bytes / 1000 };
    const searched = await measureRegisterSearch(join(dataDir, 'release'), await readRows());
    return [
      ...latencyRows(searched),
      { what: 'import of 300,000 rows', value: imported.seconds, unit: 's', peer: split, goal: 60 },
      { what: 'import, peak memory', value: imported.peakMb, unit: 'MB', peer: null, goal: 600 },
      { what: 'the same file again', value: again.seconds, unit: 's', peer: split, goal: 60 },
      { what: 'publish', value: published.seconds, unit: 's', peer: split },
      { what: 'publish, peak memory', value: published.peakMb, unit: 'MB', peer: null },
      { what: 'import of 500 changed rows', value: updated.seconds, unit: 's', peer: null },
      {
        what: 'publish after it',
        value: second.seconds,
        unit: 's',
        peer: { what: 'first publish', value: published.seconds },
      },
      {
        what: 'bytes after it',
        value: newBytes / 1000,
        unit: 'kB',
        peer: whole,
        goal: (bytes * 0.02) / 1000,
      },
    ];
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

export const bench: Bench = { name: 'registers', run };
