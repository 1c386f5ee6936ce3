// The hub's private index of a release: for every live record its version, content hash and place, ordered by id.
//
// It is put together from what never changes: an index a segment (`release-index/<segment>.mcsi`, segment-index.ts) and
// the signed lists of deleted ordinals. So a publish of a thousand changes writes an index of a thousand rows, and
// which release is in force says all there is to say about which rows count. When a part is gone or damaged the next
// publish builds everything anew.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordKind } from '#shared/catalogue/record.ts';
import { parseDeletedList } from '#shared/release/deleted-list.ts';
import type { ReleaseManifest, SegmentEntry } from '#shared/release/manifest.ts';
import { fetchTarget } from '#shared/release/tuf/update-client.ts';
import { diskFetcher } from './disk-fetcher.ts';
import type { LoadedRelease } from './load-release.ts';
import { sha256 } from './node-crypto.ts';
import type { PublishFolders } from './publish-folders.ts';
import { IndexDamaged, readSegmentIndex, type SegmentIndex } from './segment-index.ts';

/** A live record and where it lies. */
export interface IndexEntry {
  readonly id: string;
  readonly version: number;
  /** As `keptHash` cuts it. */
  readonly contentHash: string;
  readonly segmentId: string;
  readonly ordinal: number;
}

export function segmentIndexPath(folders: Pick<PublishFolders, 'index'>, segmentId: string): string {
  return join(folders.index, `${segmentId}.mcsi`);
}

/** Whether every part of a release's index is there at all. */
export async function hasIndex(folders: PublishFolders, { segments }: ReleaseManifest): Promise<boolean> {
  const checks = segments.map(({ id }) => stat(segmentIndexPath(folders, id)));
  return Promise.all(checks).then(
    () => true,
    () => false,
  );
}

/** A segment of the release with the records of it that are dead. */
export class IndexedSegment {
  readonly entry: SegmentEntry;
  readonly index: SegmentIndex;
  readonly #isDead: Uint8Array;
  #deadRecords = 0;

  constructor(entry: SegmentEntry, index: SegmentIndex, dead: Iterable<number>) {
    this.entry = entry;
    this.index = index;
    this.#isDead = new Uint8Array(entry.records);
    this.bury(dead);
  }

  get id(): string {
    return this.entry.id;
  }

  get records(): number {
    return this.entry.records;
  }

  get deadRecords(): number {
    return this.#deadRecords;
  }

  /** Counts more ordinals as dead. */
  bury(ordinals: Iterable<number>): void {
    for (const ordinal of ordinals) {
      if (this.#isDead[ordinal] === 0) this.#deadRecords += 1;
      this.#isDead[ordinal] = 1;
    }
  }

  /** The ordinals that are dead, ascending. */
  dead(): Uint32Array {
    const ordinals = new Uint32Array(this.#deadRecords);
    let at = 0;
    for (let ordinal = 0; ordinal < this.#isDead.length; ordinal += 1) {
      if (this.#isDead[ordinal] === 1) ordinals[at++] = ordinal;
    }
    return ordinals;
  }

  isLive(row: number): boolean {
    return this.#isDead[this.index.ordinalAt(row)] === 0;
  }

  entryAt(row: number): IndexEntry {
    const { index, id: segmentId } = this;
    const [version, ordinal] = [index.versionAt(row), index.ordinalAt(row)];
    return { id: index.idAt(row), version, contentHash: index.hashAt(row), segmentId, ordinal };
  }

  /** Adds the live records of each kind to `counts` and gives the digests of their attachments. */
  tally(counts: Record<RecordKind, number>): Set<string> {
    for (let row = 0; row < this.index.records; row += 1) {
      if (this.isLive(row)) counts[this.index.kindAt(row)] += 1;
    }
    const used = new Set<string>();
    for (const [row, digests] of this.index.attachments) {
      if (this.isLive(row)) for (const digest of digests) used.add(digest);
    }
    return used;
  }
}

export class ReleaseIndex {
  /** Oldest first. */
  readonly segments: readonly IndexedSegment[];

  private constructor(segments: readonly IndexedSegment[]) {
    this.segments = segments;
  }

  /** Throws IndexDamaged when a part is missing or is not what the release says. */
  static async load(folders: PublishFolders, { manifest, metadata }: LoadedRelease): Promise<ReleaseIndex> {
    const fetcher = diskFetcher(folders.release);
    const segments: IndexedSegment[] = [];
    for (const entry of manifest.segments) {
      const index = await readSegmentIndex(segmentIndexPath(folders, entry.id));
      if (index.records !== entry.records) throw new IndexDamaged('records');
      const list = entry.deleted && (await fetchTarget(metadata, entry.deleted, { fetcher, sha256 }));
      const dead = list ? parseDeletedList(list, entry.records, entry.id) : [];
      segments.push(new IndexedSegment(entry, index, dead));
    }
    const live = segments.reduce((sum, { records, deadRecords }) => sum + records - deadRecords, 0);
    if (live !== manifest.records) throw new IndexDamaged('count');
    return new ReleaseIndex(segments);
  }

  /** Where the live record with this id lies, or null. */
  find(id: string): IndexEntry | null {
    for (const segment of this.segments.toReversed()) {
      const row = segment.index.find(id);
      if (row >= 0 && segment.isLive(row)) return segment.entryAt(row);
    }
    return null;
  }

  /** Every live record ordered by id; only those of some segments when these are named. */
  *entries(only?: ReadonlySet<string>): Generator<IndexEntry> {
    const cursors = this.segments
      .filter(({ id }) => only?.has(id) ?? true)
      .map((segment) => new Cursor(segment))
      .filter(({ id }) => id !== null);
    while (cursors.length > 1) {
      const first = cursors.reduce((least, cursor) =>
        (cursor.id ?? '') < (least.id ?? '') ? cursor : least,
      );
      yield first.take();
      if (first.id === null) cursors.splice(cursors.indexOf(first), 1);
    }
    const [last] = cursors;
    while (last !== undefined && last.id !== null) yield last.take();
  }

  /** Counts records as dead, by segment. */
  bury(dying: ReadonlyMap<string, readonly number[]>): void {
    for (const segment of this.segments) segment.bury(dying.get(segment.id) ?? []);
  }
}

/** Walks the live rows of one segment. */
class Cursor {
  readonly #segment: IndexedSegment;
  #row = -1;
  /** Of the row it stands on; null past the last. */
  id: string | null = null;

  constructor(segment: IndexedSegment) {
    this.#segment = segment;
    this.#advance();
  }

  take(): IndexEntry {
    const entry = this.#segment.entryAt(this.#row);
    this.#advance();
    return entry;
  }

  #advance(): void {
    const { index } = this.#segment;
    do this.#row += 1;
    while (this.#row < index.records && !this.#segment.isLive(this.#row));
    this.id = this.#row < index.records ? index.idAt(this.#row) : null;
  }
}
