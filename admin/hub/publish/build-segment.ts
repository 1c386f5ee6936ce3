// Second pass of a publish: writes what changed, and what is merged with it, as one new segment.
import { join } from 'node:path';
import { type PublishableRecord, type RecordKind, recordKinds } from '#shared/catalogue/record.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { SegmentEntry } from '#shared/release/manifest.ts';
import type { AttachmentCollector } from './attachment-collector.ts';
import type { CatalogueEngine } from './catalogue-engine.ts';
import { LineWriter, readLines } from './line-files.ts';
import type { ApprovedEntry, PublishSource } from './publish-source.ts';
import type { IndexEntry } from './release-index.ts';
import { SegmentWriter } from './segment-writer.ts';
import type { TargetWriter } from './target-writer.ts';

/** Records asked of the store at once: their bodies are held in memory together. */
const loadBatch = 64;

/** id, version, content hash, place in `recordKinds`, digests of attachments. */
type BuiltLine = [string, number, string, number, ...string[]];

export interface SegmentJob {
  readonly id: string;
  readonly source: PublishSource;
  readonly engine: CatalogueEngine;
  readonly staging: string;
  readonly targets: TargetWriter;
  readonly attachments: AttachmentCollector;
  /** What to write, ordered by id. */
  readonly wanted: AsyncIterable<ApprovedEntry>;
  readonly onBuilt: (count: number) => void;
}

export interface BuiltSegment {
  /** Null when the store had none of the wanted records any more. */
  readonly segment: SegmentEntry | null;
  /** Where each record of it lies, ordered by id. */
  entries(): AsyncGenerator<IndexEntry>;
}

/**
 * Builds the segment. A record approved anew since it was compared is written as it is now and listed without a
 * content hash, so that the next publish looks at it again; one withdrawn meanwhile is left out.
 */
export async function buildSegment(job: SegmentJob): Promise<BuiltSegment> {
  const path = join(job.staging, 'built.jsonl');
  const file = new LineWriter(path);
  const writer = new SegmentWriter(job.id, job.staging, job.targets);
  let built = 0;
  async function* records(): AsyncGenerator<PublishableRecord> {
    for await (const { entry, loaded } of loadWanted(job.source, job.wanted)) {
      const { id, version, kind, attachments } = loaded.record;
      await job.attachments.addRecord(loaded.record);
      const contentHash = version === entry.version ? entry.contentHash : '';
      const digests = new Set(attachments.map(({ sha256 }) => sha256));
      await file.write([id, version, contentHash, recordKinds.indexOf(kind), ...digests]);
      built += 1;
      yield loaded;
      job.onBuilt(built);
    }
  }
  try {
    const stream = records();
    // A segment without records is none: look at the first record before the engine begins.
    const first = await stream.next();
    if (first.done) return { segment: null, entries: () => nothing() };
    const header = await job.engine.build(job.id, resume(first.value, stream), writer);
    const ordinals = await readOrdinals(job.engine.listIds(header, writer), header.records, built);
    const segment = await writer.finish(header);
    await file.close();
    return { segment, entries: () => readBuilt(path, job.id, ordinals) };
  } finally {
    await file.close();
    await writer.dispose();
  }
}

/** Where the engine put each record; reading it back also shows that the segment can be read. */
async function readOrdinals(
  ids: AsyncIterable<string>,
  records: number,
  built: number,
): Promise<ReadonlyMap<string, number>> {
  const ordinals = new Map<string, number>();
  for await (const id of ids) ordinals.set(id, ordinals.size);
  if (ordinals.size !== built || records !== built) {
    throw new AppError('release.check-failed', {
      problem: `${ordinals.size} of ${built} records in the segment`,
    });
  }
  return ordinals;
}

async function* nothing(): AsyncGenerator<IndexEntry> {}

async function* resume<T>(first: T, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}

async function* loadWanted(source: PublishSource, wanted: AsyncIterable<ApprovedEntry>) {
  let batch: ApprovedEntry[] = [];
  for await (const entry of wanted) {
    batch.push(entry);
    if (batch.length < loadBatch) continue;
    yield* loadAll(source, batch);
    batch = [];
  }
  if (batch.length > 0) yield* loadAll(source, batch);
}

async function* loadAll(source: PublishSource, batch: readonly ApprovedEntry[]) {
  const byId = new Map(batch.map((entry) => [entry.id, entry]));
  for await (const loaded of source.load([...byId.keys()])) {
    const entry = byId.get(loaded.record.id);
    if (entry !== undefined) yield { entry, loaded };
  }
}

async function* readBuilt(
  path: string,
  segmentId: string,
  ordinals: ReadonlyMap<string, number>,
): AsyncGenerator<IndexEntry> {
  for await (const { value } of readLines(path)) {
    const [id, version, contentHash, kindNumber, ...attachments] = value as BuiltLine;
    const kind: RecordKind = recordKinds[kindNumber] ?? 'document';
    const ordinal = ordinals.get(id) ?? 0;
    yield { id, version, contentHash, segmentId, ordinal, kind, attachments };
  }
}
