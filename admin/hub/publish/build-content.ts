// From what changed to the files of the next release: segments, lists of the dead, attachments, manifest, index.
import { randomBytes } from 'node:crypto';
import { encodeDeletedList } from '#shared/release/deleted-list.ts';
import { manifestPath, type ReleaseManifest, type SegmentEntry } from '#shared/release/manifest.ts';
import { parseManifest, pathsOf } from '#shared/release/parse-manifest.ts';
import type { TargetInfo } from '#shared/release/tuf/metadata.ts';
import { AttachmentCollector } from './attachment-collector.ts';
import { type BuiltSegment, buildSegment } from './build-segment.ts';
import { mergeById } from './compare-entries.ts';
import type { LoadedRelease } from './load-release.ts';
import { chooseMerges, liveRecords } from './merge-policy.ts';
import { type PublishContext, progressReporter } from './publish-context.ts';
import type { PublishFolders } from './publish-folders.ts';
import type { ApprovedEntry, PublishedMark, PublishSource } from './publish-source.ts';
import { changedSettings, readReleaseHeader } from './release-header.ts';
import { type IndexedSegment, ReleaseIndex } from './release-index.ts';
import { type ScannedChanges, scanChanges, writtenAnew } from './scan-changes.ts';
import { IndexDamaged } from './segment-index.ts';
import { TargetWriter } from './target-writer.ts';

/** A release written to disk but not yet signed. */
export interface BuiltContent {
  readonly manifest: ReleaseManifest;
  readonly targets: ReadonlyMap<string, TargetInfo>;
  /** The part of `targets` that had to be written. */
  readonly written: ReadonlyMap<string, TargetInfo>;
  /** The release it was built upon; null when everything was built anew. */
  readonly base: ReleaseManifest | null;
  /** How it differs from that release, for the store; can be read while the staging folder is there. */
  marks(): AsyncGenerator<PublishedMark>;
}

export interface ContentJob {
  readonly folders: PublishFolders;
  readonly source: PublishSource;
  readonly context: PublishContext;
  /** The release to build upon; null builds everything. */
  readonly previous: LoadedRelease | null;
  readonly version: number;
  readonly nowMs: number;
  /** True: a release comes of it although nothing changed. */
  readonly isOwed?: boolean;
}

/** Builds the content of the next release; null when nothing changed and none is owed. Throws IndexDamaged and `release.…`. */
export async function buildContent(job: ContentJob): Promise<BuiltContent | null> {
  const { folders, source, context, previous } = job;
  const { version, nowMs } = job;
  const { note, publicUrl } = context;
  const header = await readReleaseHeader(source, { version, nowMs, note, publicUrl });
  const index = previous === null ? null : await ReleaseIndex.load(folders, previous);
  const scanned = await scan(job, index);
  const changes = scanned.added + scanned.changed;
  const isSame = changes + scanned.removed === 0;
  if (isSame && job.isOwed !== true && previous !== null && isSameHeader(header, previous.manifest))
    return null;

  const targets = new TargetWriter(folders);
  const old = index?.segments ?? [];
  const merged = chooseMerges(old, changes);
  const held = previous?.manifest.attachments ?? [];
  const attachments = new AttachmentCollector(held, (digest) => source.attachmentPath(digest), targets);
  const moved = old.filter(({ id }) => merged.has(id)).reduce((sum, s) => sum + liveRecords(s), 0);
  const built = await buildSegment({
    id: `${job.version}-${randomBytes(6).toString('hex')}`,
    source,
    engine: context.engine,
    folders,
    targets,
    attachments,
    wanted: wanted(index, scanned, merged),
    mostRecords: changes + moved,
    onBuilt: progressReporter(context, 'building', changes + moved),
  });
  const kept = old.filter((segment) => !merged.has(segment.id) && liveRecords(segment) > 0);
  const entries = await writeKeptSegments(kept, scanned, targets);
  const segments = built.segment === null ? entries : [...entries, built.segment];
  const manifest = { ...header, ...summarise(kept, built, attachments), segments };
  const bytes = new TextEncoder().encode(JSON.stringify(manifest));
  await targets.write(manifestPath, bytes);
  await targets.sync();
  return {
    manifest: parseManifest(bytes),
    targets: gather(manifest, targets, previous),
    written: targets.written,
    base: previous?.manifest ?? null,
    marks: () => marks(scanned, built),
  };
}

/** Compares, and counts what changed as dead where it lay. */
async function scan(job: ContentJob, index: ReleaseIndex | null): Promise<ScannedChanges> {
  const { source, context, folders, previous } = job;
  const total = previous?.manifest.records ?? 0;
  const onRead = progressReporter(context, 'reading', total);
  const compared = previous && index && { manifest: previous.manifest, index };
  const scanned = await scanChanges(source, compared, folders.staging, onRead);
  index?.bury(scanned.dying);
  return scanned;
}

function isSameHeader(header: ReleaseManifest, before: ReleaseManifest): boolean {
  return header.publicUrl === before.publicUrl && changedSettings(header, before).length === 0;
}

/** What goes into the new segment: everything changed, and the living of merged segments. */
async function* wanted(
  index: ReleaseIndex | null,
  scanned: ScannedChanges,
  merged: ReadonlySet<string>,
): AsyncGenerator<ApprovedEntry> {
  const moved = index?.entries(merged) ?? [];
  for await (const [before, after] of mergeById(moved, writtenAnew(scanned.changes()))) {
    yield after ?? before;
  }
}

async function* marks(scanned: ScannedChanges, built: BuiltSegment): AsyncGenerator<PublishedMark> {
  for await (const { id, after } of scanned.changes()) if (after === null) yield { id, version: null };
  yield* built.marks();
}

async function writeKeptSegments(
  kept: readonly IndexedSegment[],
  { dying }: ScannedChanges,
  targets: TargetWriter,
): Promise<SegmentEntry[]> {
  const entries: SegmentEntry[] = [];
  for (const segment of kept) {
    const path = `segments/${segment.id}/deleted.mcd`;
    const isDying = dying.has(segment.id);
    if (isDying) await targets.write(path, encodeDeletedList(segment.dead()));
    entries.push(isDying ? { ...segment.entry, deleted: path } : segment.entry);
  }
  return entries;
}

/** What the manifest says of all records together. */
function summarise(kept: readonly IndexedSegment[], built: BuiltSegment, attachments: AttachmentCollector) {
  const byKind = { ...built.byKind };
  const used = new Set(built.attachments);
  for (const segment of kept) {
    for (const digest of segment.tally(byKind)) {
      if (!attachments.addHeld(digest)) throw new IndexDamaged('attachment');
      used.add(digest);
    }
  }
  const records = Object.values(byKind).reduce((sum, count) => sum + count, 0);
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
