// Opens a held release for reading and keeps it from being removed while it is on screen.
import { AppError } from '#shared/errors/app-error.ts';
import { parseDeletedList } from '#shared/release/deleted-list.ts';
import type { ReleaseManifest, SegmentEntry } from '#shared/release/manifest.ts';
import { parseManifest } from '#shared/release/parse-manifest.ts';
import { segmentHeaderOf } from '#shared/release/segment-layout.ts';
import { openCatalogue, type PreloadingReader } from '#shared/search/open-catalogue.ts';
import type { LiveSegment } from '#shared/search/types.ts';
import { holdGeneration } from '../store/generation-locks.ts';
import type { KioskStore } from '../store/kiosk-store.ts';
import type { FoundGeneration } from '../store/release-store.ts';
import type { HeldOpening } from '../store/schema.ts';
import { sha256Hex } from '../store/sha256.ts';
import { inflateRaw } from './inflate.ts';
import { MirroredBlocks } from './mirrored-blocks.ts';
import { namingGeneration } from './naming-generation.ts';
import { StoredBlocks } from './stored-blocks.ts';
import { WholeManifest } from './whole-manifest.ts';

/** By which time a generation shows what is shown for a time only. */
export interface ShownTime {
  readonly now: () => number;
  /** Told of a time that is signed. */
  readonly raise: (timeMs: number) => void;
  /** Told when other records of a version are shown than before. */
  readonly onChange: (version: number) => void;
}

export interface OpenGeneration {
  readonly version: number;
  readonly previousVersion: number | null;
  /** Without agencies: see `HeldRelease.outline`. */
  readonly manifest: ReleaseManifest;
  readonly reader: PreloadingReader;
  readonly blocks: MirroredBlocks;
  /**
   * Resolves once the whole manifest was found to be what was signed; until then nothing of the generation is shown. Throws
   * `kiosk.catalogue-unreadable` when it is not.
   */
  readonly sound: Promise<void>;
  /** The whole manifest; null when it is no longer what was signed. */
  readonly loadManifest: () => Promise<Uint8Array | null>;
  /** Lets the store remove the generation once it is no longer in use. */
  close(): void;
}

/**
 * Throws `search.block-damaged` for a block to be repaired and `kiosk.catalogue-unreadable` when the release cannot be
 * opened at all.
 */
export async function openGeneration(
  store: KioskStore,
  found: FoundGeneration,
  time: ShownTime,
): Promise<OpenGeneration> {
  const { version, pointer, release, outline } = found;
  // Asked for while the rest goes on: a generation is removed only two switches after it was current.
  const holding = holdGeneration(version);
  holding.catch(() => undefined);
  let blocks: MirroredBlocks | undefined;
  const close = () => {
    blocks?.close();
    holding.then((letGo) => letGo()).catch(() => undefined);
  };
  try {
    if (!release || !outline) throw new AppError('kiosk.catalogue-unreadable', { version });
    const manifest = parseManifest(outline);
    const whole = new WholeManifest(store, release);
    // From its mirror the manifest comes at once. From the store megabytes would hold up the opening of the segments' mirrors.
    const mirrored = whole.isInMirror();
    const segments = await Promise.all(manifest.segments.map((segment) => goLive(segment, release)));
    const opened = await MirroredBlocks.open(new StoredBlocks(store, release, manifest), manifest);
    blocks = opened;
    const sound = requireSound(whole, mirrored, version);
    sound.catch(() => undefined);
    time.raise(Date.parse(manifest.publishedAt));
    const options = {
      inflate: inflateRaw,
      tree: manifest.tree,
      synonyms: manifest.synonyms,
      now: time.now,
      onShownChange: () => time.onChange(version),
    };
    const open = () => openCatalogue(segments, opened, options);
    const reader = await namingGeneration(version, () => opened.distrusting(open));
    const previousVersion = pointer.current === version ? pointer.previous : null;
    await holding;
    const loadManifest = () => whole.load();
    return { version, previousVersion, manifest, reader, blocks: opened, sound, loadManifest, close };
  } catch (thrown) {
    close();
    throw thrown;
  }
}

/** A catalogue is shown whole or not at all: also what is asked for later must be what was signed. */
async function requireSound(
  whole: WholeManifest,
  mirrored: Promise<boolean>,
  version: number,
): Promise<void> {
  if ((await mirrored) || (await whole.isInStore())) return;
  throw new AppError('kiosk.catalogue-unreadable', { version });
}

async function goLive(segment: SegmentEntry, release: HeldOpening): Promise<LiveSegment> {
  const header = segmentHeaderOf(segment);
  if (segment.deleted === null) return { header, deleted: new Uint32Array(0) };
  const list = release.deletedLists.find(({ path }) => path === segment.deleted);
  if (!list || (await sha256Hex(list.content)) !== list.sha256) {
    throw new AppError('kiosk.catalogue-unreadable', { version: release.version });
  }
  return { header, deleted: parseDeletedList(list.content, segment.records, segment.id) };
}
