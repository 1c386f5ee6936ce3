// From what changed to the files of the next release: segments, lists of the dead, attachments, manifest, index.
import { randomBytes } from 'node:crypto';
import { encodeDeletedList, parseDeletedList } from '#shared/release/deleted-list.ts';
import { manifestPath, type ReleaseManifest, type SegmentEntry } from '#shared/release/manifest.ts';
import { parseManifest, pathsOf } from '#shared/release/parse-manifest.ts';
import type { TargetInfo } from '#shared/release/tuf/metadata.ts';
import { fetchTarget } from '#shared/release/tuf/update-client.ts';
import { AttachmentCollector } from './attachment-collector.ts';
import { type BuiltSegment, buildSegment } from './build-segment.ts';
import { mergeById } from './compare-entries.ts';
import { diskFetcher } from './disk-fetcher.ts';
import type { LoadedRelease } from './load-release.ts';
import { chooseMerges, type SegmentSize } from './merge-policy.ts';
import { sha256 } from './node-crypto.ts';
import { type PublishContext, progressReporter } from './publish-context.ts';
import type { PublishFolders } from './publish-folders.ts';
import type { ApprovedEntry, PublishSource } from './publish-source.ts';
import { changedSettings, countKinds, readReleaseHeader } from './release-header.ts';
import { IndexDamaged, type IndexEntry, indexPath, readIndex, writeIndex } from './release-index.ts';
import { type ScannedChanges, scanChanges } from './scan-changes.ts';
import { TargetWriter } from './target-writer.ts';

/** A release written to disk but not yet signed. */
export interface BuiltContent {
  readonly manifest: ReleaseManifest;
  readonly targets: ReadonlyMap<string, TargetInfo>;
  /** The part of `targets` that had to be written. */
  readonly written: ReadonlyMap<string, TargetInfo>;
}

export interface ContentJob {
  readonly folders: PublishFolders;
  readonly source: PublishSource;
  readonly context: PublishContext;
  /** The release to build upon; null builds everything. */
  readonly previous: LoadedRelease | null;
  readonly version: number;
  readonly nowMs: number;
}

/** A segment of the last release with its dead before and after this publish. */
interface OldSegment extends SegmentSize {
  readonly entry: SegmentEntry;
  readonly dead: readonly number[];
  readonly isDying: boolean;
}

/** Builds the content of the next release; null when nothing changed. Throws IndexDamaged and `release.…`. */
export async function buildContent(job: ContentJob): Promise<BuiltContent | null> {
  const { folders, source, context, previous } = job;
  const { version, nowMs } = job;
  const { note, publicUrl } = context;
  const header = await readReleaseHeader(source, { version, nowMs, note, publicUrl });
  const total = previous?.manifest.records ?? 0;
  const onRead = progressReporter(context, 'reading', total);
  const scanned = await scanChanges(published(job), source.approved(), folders.staging, onRead);
  const isSame = scanned.added + scanned.changed + scanned.removed === 0;
  if (isSame && previous !== null && isSameHeader(header, previous.manifest)) return null;

  const targets = new TargetWriter(folders);
  const old = await readOldSegments(job, scanned);
  const merged = chooseMerges(old, scanned.added + scanned.changed);
  const held = previous?.manifest.attachments ?? [];
  const attachments = new AttachmentCollector(held, (digest) => source.attachmentPath(digest), targets);
  const expected = old
    .filter(({ id }) => merged.has(id))
    .reduce((sum, s) => sum + s.records - s.deadRecords, 0);
  const built = await buildSegment({
    id: `${job.version}-${randomBytes(6).toString('hex')}`,
    source,
    engine: context.engine,
    staging: folders.staging,
    targets,
    attachments,
    wanted: wanted(job, scanned, merged),
    onBuilt: progressReporter(context, 'building', scanned.added + scanned.changed + expected),
  });
  const kept = await writeKeptSegments(old, merged, targets);
  const segments = built.segment === null ? kept : [...kept, built.segment];
  const counted = await writeNewIndex(job, segments, remaining(job, scanned, merged), built, attachments);
  const manifest = { ...header, ...counted, segments };
  const bytes = new TextEncoder().encode(JSON.stringify(manifest));
  await targets.write(manifestPath, bytes);
  await targets.sync();
  return {
    manifest: parseManifest(bytes),
    targets: gather(manifest, targets, previous),
    written: targets.written,
  };
}

function isSameHeader(header: ReleaseManifest, before: ReleaseManifest): boolean {
  return header.publicUrl === before.publicUrl && changedSettings(header, before).length === 0;
}

async function* published({ folders, previous }: ContentJob): AsyncGenerator<IndexEntry> {
  if (previous === null) return;
  const ids = new Set(previous.manifest.segments.map(({ id }) => id));
  let count = 0;
  for await (const entry of readIndex(folders.index, previous.manifest.version)) {
    if (!ids.has(entry.segmentId)) throw new IndexDamaged('segment');
    count += 1;
    yield entry;
  }
  if (count !== previous.manifest.records) throw new IndexDamaged('count');
}

async function readOldSegments(
  { folders, previous }: ContentJob,
  scanned: ScannedChanges,
): Promise<OldSegment[]> {
  const fetcher = diskFetcher(folders.release);
  const segments: OldSegment[] = [];
  for (const entry of previous?.manifest.segments ?? []) {
    const before =
      previous === null || entry.deleted === null
        ? []
        : parseDeletedList(
            await fetchTarget(previous.metadata, entry.deleted, { fetcher, sha256 }),
            entry.records,
            entry.id,
          );
    const dying = scanned.dying.get(entry.id) ?? [];
    const dead = [...before, ...dying].sort((left, right) => left - right);
    const { id, records } = entry;
    segments.push({ id, records, deadRecords: dead.length, entry, dead, isDying: dying.length > 0 });
  }
  return segments;
}

/** What goes into the new segment: everything changed, and the living of merged segments. */
async function* wanted(
  job: ContentJob,
  scanned: ScannedChanges,
  merged: ReadonlySet<string>,
): AsyncGenerator<ApprovedEntry> {
  for await (const [before, change] of mergeById(published(job), scanned.changes())) {
    if (change !== null) {
      if (change.after !== null) yield change.after;
    } else if (merged.has(before.segmentId)) yield before;
  }
}

/** What stays where it is. */
async function* remaining(
  job: ContentJob,
  scanned: ScannedChanges,
  merged: ReadonlySet<string>,
): AsyncGenerator<IndexEntry> {
  for await (const [before, change] of mergeById(published(job), scanned.changes())) {
    if (before !== null && change === null && !merged.has(before.segmentId)) yield before;
  }
}

async function writeKeptSegments(
  old: readonly OldSegment[],
  merged: ReadonlySet<string>,
  targets: TargetWriter,
): Promise<SegmentEntry[]> {
  const kept: SegmentEntry[] = [];
  for (const { entry, dead, records, isDying } of old) {
    if (merged.has(entry.id) || dead.length === records) continue;
    const path = `segments/${entry.id}/deleted.mcd`;
    if (isDying) await targets.write(path, encodeDeletedList(Uint32Array.from(dead)));
    kept.push(isDying ? { ...entry, deleted: path } : entry);
  }
  return kept;
}

/** Writes the index of the new release and counts, on the way, what the manifest says of it. */
async function writeNewIndex(
  { folders, version }: ContentJob,
  segments: readonly SegmentEntry[],
  kept: AsyncIterable<IndexEntry>,
  built: BuiltSegment,
  attachments: AttachmentCollector,
) {
  const byKind = countKinds();
  const used = new Set<string>();
  async function* entries(): AsyncGenerator<IndexEntry> {
    for await (const [left, right] of mergeById(kept, built.entries())) {
      const entry = right ?? left;
      byKind[entry.kind] += 1;
      for (const digest of entry.attachments) {
        if (!attachments.addHeld(digest)) throw new IndexDamaged('attachment');
        used.add(digest);
      }
      yield entry;
    }
  }
  const ids = segments.map(({ id }) => id);
  const records = await writeIndex(indexPath(folders.index, version), version, ids, entries());
  return { records, byKind, attachments: attachments.entries(used) };
}

/** Length and digest of every file of the release: written now, or carried over. */
function gather(manifest: ReleaseManifest, targets: TargetWriter, previous: LoadedRelease | null) {
  const all = new Map<string, TargetInfo>();
  for (const path of [manifestPath, ...pathsOf(manifest)]) {
    const info = targets.written.get(path) ?? previous?.metadata.targets.get(path);
    if (info === undefined) throw new IndexDamaged(`no file ${path}`);
    all.set(path, info);
  }
  return all;
}
