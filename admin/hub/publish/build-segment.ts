// Second pass of a publish: writes what changed, and what is merged with it, as one new segment with its index.
import type { CatalogueRecord, PublishableRecord, RecordKind } from '#shared/catalogue/record.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { SegmentEntry } from '#shared/release/manifest.ts';
import type { AttachmentCollector } from './attachment-collector.ts';
import type { BuiltCatalogue, CatalogueEngine } from './catalogue-engine.ts';
import type { PublishFolders } from './publish-folders.ts';
import type { ApprovedEntry, PublishedMark, PublishSource } from './publish-source.ts';
import { segmentIndexPath } from './release-index.ts';
import { SegmentIndexWriter } from './segment-index-writer.ts';
import { SegmentWriter } from './segment-writer.ts';
import type { TargetWriter } from './target-writer.ts';

/** Records asked of the store at once: their bodies are held in memory together. */
const loadBatch = 64;
/** Records asked for again by id once the segment is built. */
const mostSamples = 16;

export interface SegmentJob {
  readonly id: string;
  readonly source: PublishSource;
  readonly engine: CatalogueEngine;
  readonly folders: PublishFolders;
  readonly targets: TargetWriter;
  readonly attachments: AttachmentCollector;
  /** What to write, ordered by id. */
  readonly wanted: AsyncIterable<ApprovedEntry>;
  /** The most records `wanted` can give. */
  readonly mostRecords: number;
  readonly onBuilt: (count: number) => void;
}

export interface BuiltSegment {
  /** Null when the store had none of the wanted records any more. */
  readonly segment: SegmentEntry | null;
  readonly byKind: Readonly<Record<RecordKind, number>>;
  /** Digests of the attachments of its records. */
  readonly attachments: ReadonlySet<string>;
  /** Every record wanted, with the version it was written in; null for one the store had no more. */
  marks(): Generator<PublishedMark>;
}

/**
 * Builds the segment and its index. A record approved anew since it was compared is written as it is now and listed
 * without a content hash, so that a full comparison looks at it again; one withdrawn meanwhile is left out.
 */
export async function buildSegment(job: SegmentJob): Promise<BuiltSegment> {
  const writer = new SegmentWriter(job.id, job.folders.staging, job.targets);
  const index = new SegmentIndexWriter(job.mostRecords);
  const missing: string[] = [];
  try {
    const stream = records(job, index, missing);
    // A segment without records is none: look at the first record before the engine begins.
    const first = await stream.next();
    const segment = first.done ? null : await write(job, resume(first.value, stream), writer, index);
    return {
      segment,
      byKind: index.countKinds(),
      attachments: index.attachments,
      *marks() {
        yield* index.entries();
        for (const id of missing) yield { id, version: null };
      },
    };
  } finally {
    await writer.dispose();
  }
}

async function write(
  job: SegmentJob,
  stream: AsyncIterable<PublishableRecord>,
  writer: SegmentWriter,
  index: SegmentIndexWriter,
): Promise<SegmentEntry> {
  const built = await job.engine.build(job.id, stream, writer);
  await checkBuilt(job.engine, built, writer, index);
  const segment = await writer.finish(built.header);
  await index.write(segmentIndexPath(job.folders, job.id), built.ordinals, job.folders.staging);
  return segment;
}

async function* records(
  { source, wanted, attachments, onBuilt }: SegmentJob,
  index: SegmentIndexWriter,
  missing: string[],
): AsyncGenerator<PublishableRecord> {
  for await (const batch of inBatches(wanted)) {
    const awaited = new Map(batch.map((entry) => [entry.id, entry]));
    for await (const loaded of source.load([...awaited.keys()])) {
      const { record } = loaded;
      const entry = awaited.get(record.id);
      if (entry === undefined) continue;
      awaited.delete(record.id);
      if (record.attachments.length > 0) await attachments.addRecord(record);
      index.add(describe(record, entry));
      yield loaded;
      onBuilt(index.records);
    }
    missing.push(...awaited.keys());
  }
}

function describe({ id, version, kind, attachments }: CatalogueRecord, entry: ApprovedEntry) {
  const contentHash = version === entry.version ? entry.contentHash : '';
  return { id, version, contentHash, kind, attachments: new Set(attachments.map(({ sha256 }) => sha256)) };
}

/** Every record has an ordinal of its own, and the segment as it lies there gives records by their ids. */
async function checkBuilt(
  engine: CatalogueEngine,
  { header, ordinals }: BuiltCatalogue,
  blocks: SegmentWriter,
  index: SegmentIndexWriter,
): Promise<void> {
  const count = index.records;
  const isTaken = new Uint8Array(count);
  for (const ordinal of ordinals) isTaken[ordinal] = 1;
  if (header.records !== count || ordinals.length !== count || isTaken.includes(0)) {
    throw checkFailed(`${isTaken.filter(Boolean).length} of ${count} records in the segment`);
  }
  const reader = await engine.open([{ header, deleted: new Uint32Array() }], blocks, {
    tree: [],
    synonyms: [],
  });
  const every = Math.max(1, Math.floor(count / mostSamples));
  let at = 0;
  for (const { id } of index.entries()) {
    if (at % every === 0 && (await reader.record(id))?.id !== id) throw checkFailed(`no record ${id}`);
    at += 1;
  }
}

function checkFailed(problem: string): AppError {
  return new AppError('release.check-failed', { problem });
}

async function* resume<T>(first: T, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}

async function* inBatches(wanted: AsyncIterable<ApprovedEntry>): AsyncGenerator<ApprovedEntry[]> {
  let batch: ApprovedEntry[] = [];
  for await (const entry of wanted) {
    batch.push(entry);
    if (batch.length < loadBatch) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
