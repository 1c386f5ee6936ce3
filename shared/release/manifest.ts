// The manifest of a release: the one target everything else of a release is reached from.

import type { OwedDate } from '../catalogue/owed-dates.ts';
import type { IsoInstant, RecordKind } from '../catalogue/record.ts';
import type { Agency, TreeNode, VenueProfile } from '../catalogue/venue.ts';
import type { ReadableFormat } from '../search/format.ts';
import type { SynonymRule } from '../search/types.ts';
import type { PublicFigures } from '../statistics/public-figures.ts';

/** Target path of the manifest within the signed targets. */
export const manifestPath = 'catalogue.json';

/**
 * One release, whole. Every path is a TUF target path, so its length and SHA-256 stand in the signed
 * targets metadata; on disk it lies under `targets/` with its hash before the file name (consistent snapshots).
 */
export interface ReleaseManifest {
  readonly format: 1;
  /** Grows by one with every publish; never reused, also when content is rolled back. */
  readonly version: number;
  readonly publishedAt: IsoInstant;
  readonly note: string;
  /** What QR codes point at, without a trailing slash, e.g. `http://localhost:8080`; empty where phones can open nothing. */
  readonly publicUrl: string;
  readonly venue: VenueProfile;
  readonly agencies: readonly Agency[];
  readonly tree: readonly TreeNode[];
  /** Words that are also searched for by other names; none in releases made before there were any. */
  readonly synonyms: readonly SynonymRule[];
  /** By when matters must be updated next; absent where the venue does not let it be shown. */
  readonly owed?: readonly OwedDate[];
  /** Absent where there is nothing to tell yet, and in releases made before there were any. */
  readonly publicFigures?: PublicFigures;
  readonly records: number;
  readonly byKind: Readonly<Record<RecordKind, number>>;
  /** Oldest first. A record lives in exactly one segment; older copies are in that segment's deleted list. */
  readonly segments: readonly SegmentEntry[];
  /** Every attachment a live record refers to. */
  readonly attachments: readonly AttachmentEntry[];
}

/** One immutable part of the catalogue: records, bodies and their index. */
export interface SegmentEntry {
  readonly id: string;
  readonly formatVersion: ReadableFormat;
  readonly records: number;
  /** Section name → the number of blocks it has. Sections follow each other through the files in this order. */
  readonly sections: readonly { readonly name: string; readonly blocks: number }[];
  /** Block files (see block-file.ts) in order; together they hold all blocks of all sections. */
  readonly files: readonly { readonly path: string; readonly blocks: number; readonly bytes: number }[];
  /** Target path of the list of ordinals no longer live; null when all are. */
  readonly deleted: string | null;
}

export interface AttachmentEntry {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
}
