// Lays a corpus down on disk once: records by number, the short lines peers search, and samples to ask about.

import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { PublishableRecord } from '#shared/catalogue/record.ts';
import { keptFolder } from '../bench-folder.ts';
import { type CorpusOptions, streamCorpus } from './corpus.ts';
import { SampleCollector, type Samples } from './samples.ts';

export interface PreparedCorpus {
  readonly folder: string;
  readonly records: number;
  readonly seed: number;
  /** Title, agency, document number and index number of each record, tab-separated: what peers search. */
  readonly linesPath: string;
  /** Name by id. */
  readonly agencies: ReadonlyMap<string, string>;
  readonly samples: Samples;
  /** Byte at which each record begins in the file of records; one more for its end. */
  readonly offsets: Float64Array;
  readonly recordsPath: string;
}

/** The corpus from disk, made first when it isn't there. */
export async function prepareCorpus(options: CorpusOptions): Promise<PreparedCorpus> {
  const folder = keptFolder('corpus', `${options.records}-${options.seed}`);
  const mark = join(folder, 'whole');
  if (!existsSync(mark)) {
    await writeCorpus(options, folder);
    await writeFile(mark, '');
  }
  const facts = JSON.parse(await readFile(join(folder, 'facts.json'), 'utf8'));
  const offsets = await readFile(join(folder, 'offsets.bin'));
  return {
    folder,
    ...options,
    linesPath: join(folder, 'lines.tsv'),
    recordsPath: join(folder, 'records.jsonl'),
    agencies: new Map(facts.agencies),
    samples: facts.samples,
    offsets: new Float64Array(offsets.buffer, offsets.byteOffset, offsets.length / 8),
  };
}

async function writeCorpus(options: CorpusOptions, folder: string): Promise<void> {
  const records = new LineFile(join(folder, 'records.jsonl'));
  const lines = new LineFile(join(folder, 'lines.tsv'));
  const offsets = new Float64Array(options.records + 1);
  const agencies = new Map<string, string>();
  const samples = new SampleCollector(options.seed);
  let number = 0;
  for await (const { part, published } of streamCorpus(options)) {
    const { record } = published;
    await records.write(JSON.stringify(published));
    await lines.write(peerLine(record));
    agencies.set(record.agencyId, record.agencyName);
    samples.add(part, record);
    offsets[++number] = records.bytes;
  }
  await Promise.all([records.end(), lines.end()]);
  await writeFile(join(folder, 'offsets.bin'), new Uint8Array(offsets.buffer));
  await writeFile(
    join(folder, 'facts.json'),
    JSON.stringify({ agencies: [...agencies], samples: samples.finish() }),
  );
}

function peerLine({ title, agencyName, docNo, indexNo }: PublishableRecord['record']): string {
  return [title, agencyName, docNo ?? '', indexNo ?? ''].map((cell) => cell.replace(/\s+/g, ' ')).join('\t');
}

/** Every record in order of arrival. */
export async function* readCorpus(corpus: PreparedCorpus): AsyncGenerator<PublishableRecord> {
  for await (const line of createInterface({ input: createReadStream(corpus.recordsPath) })) {
    yield JSON.parse(line) as PublishableRecord;
  }
}

/** The records with these numbers, in the order asked for; near ones are read at once. */
export async function* readRecords(
  corpus: PreparedCorpus,
  numbers: readonly number[],
): AsyncGenerator<PublishableRecord> {
  const file = await open(corpus.recordsPath, 'r');
  try {
    for (const run of runsOf(numbers)) {
      const start = corpus.offsets[run[0] as number] as number;
      const length = (corpus.offsets[(run.at(-1) as number) + 1] as number) - start;
      const bytes = Buffer.alloc(length);
      await file.read(bytes, 0, length, start);
      for (const line of bytes.toString('utf8').trimEnd().split('\n')) yield JSON.parse(line);
    }
  } finally {
    await file.close();
  }
}

/** Cuts a list where a number does not follow on the one before. */
function runsOf(numbers: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs;
}

/** A file written line by line, with a thought for memory. */
class LineFile {
  bytes = 0;
  readonly #stream;
  #waiting = '';

  constructor(path: string) {
    this.#stream = createWriteStream(path);
  }

  async write(line: string): Promise<void> {
    this.bytes += Buffer.byteLength(line) + 1;
    this.#waiting += `${line}\n`;
    if (this.#waiting.length > 1 << 18) await this.#flush();
  }

  async end(): Promise<void> {
    await this.#flush();
    this.#stream.end();
    await once(this.#stream, 'finish');
  }

  async #flush(): Promise<void> {
    const text = this.#waiting;
    this.#waiting = '';
    if (!this.#stream.write(text)) await once(this.#stream, 'drain');
  }
}
