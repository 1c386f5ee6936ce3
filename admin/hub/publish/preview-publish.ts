// What a publish now would bring to the terminals, without publishing.
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { PublishPreview } from '#shared/protocol/hub-api.ts';
import type { ReleaseManifest } from '#shared/release/manifest.ts';
import type { CatalogueEngine } from './catalogue-engine.ts';
import { type ComparedRelease, findChanges } from './compare-entries.ts';
import { type LoadedRelease, loadRelease, whateverAge } from './load-release.ts';
import { openRelease } from './open-release.ts';
import { type PublishFolders, publishFolders } from './publish-folders.ts';
import type { PublishSource } from './publish-source.ts';
import { changedSettings, readReleaseHeader } from './release-header.ts';
import { ReleaseIndex } from './release-index.ts';
import { IndexDamaged } from './segment-index.ts';

/** Without `awaitingReview`, which only the store knows. */
export type PublishChanges = Omit<PublishPreview, 'awaitingReview'>;

type Change = PublishPreview['items'][number]['change'];
type ChangeCounts = Record<Change, number>;
const listedChanges = 200;

/**
 * Compares the approved records with the release in force. `items` holds the first 200 changes ordered by id; pass
 * `withItems: false` to get counts only. A release whose private index is lost counts as none.
 */
export async function previewPublish(
  source: PublishSource,
  dataDir: string,
  engine: Pick<CatalogueEngine, 'open'>,
  { withItems = true }: { readonly withItems?: boolean } = {},
): Promise<PublishChanges> {
  const folders = publishFolders(dataDir);
  const loaded = await loadRelease(folders.release, { nowMs: whateverAge }).catch(() => null);
  const { counts, listed } = await countChanges(source, await indexed(folders, loaded));
  const items = withItems && listed.length > 0 ? await describe(source, folders.release, engine, listed) : [];
  const settings = loaded === null ? [] : await compareSettings(source, loaded.manifest);
  return { nextVersion: (loaded?.manifest.version ?? 0) + 1, ...counts, settings, items };
}

async function compareSettings(source: PublishSource, manifest: ReleaseManifest) {
  const { version, publicUrl } = manifest;
  return changedSettings(
    await readReleaseHeader(source, { version, nowMs: 0, note: '', publicUrl }),
    manifest,
  );
}

async function indexed(
  folders: PublishFolders,
  loaded: LoadedRelease | null,
): Promise<ComparedRelease | null> {
  if (loaded === null) return null;
  try {
    return { manifest: loaded.manifest, index: await ReleaseIndex.load(folders, loaded) };
  } catch (thrown) {
    if (thrown instanceof IndexDamaged) return null;
    throw thrown;
  }
}

async function countChanges(source: PublishSource, previous: ComparedRelease | null) {
  const counts: ChangeCounts = { added: 0, changed: 0, removed: 0 };
  const listed: { readonly id: string; readonly change: Change }[] = [];
  for await (const { change, before, after } of findChanges(source, previous)) {
    if (change === 'kept') continue;
    counts[change] += 1;
    const id = after?.id ?? before?.id;
    if (listed.length < listedChanges && id !== undefined) listed.push({ id, change });
  }
  return { counts, listed };
}

/** Fills in titles: of what comes from the store, of what goes from the release. */
async function describe(
  source: PublishSource,
  folder: string,
  engine: Pick<CatalogueEngine, 'open'>,
  listed: readonly { readonly id: string; readonly change: Change }[],
): Promise<PublishPreview['items']> {
  const records = new Map<string, CatalogueRecord>();
  const coming = listed.filter(({ change }) => change !== 'removed').map(({ id }) => id);
  for await (const { record } of source.load(coming)) records.set(record.id, record);
  const going = listed.filter(({ change }) => change === 'removed').map(({ id }) => id);
  if (going.length > 0) {
    const opened = await openRelease(folder, engine);
    try {
      for (const id of going) {
        const record = await opened.reader.record(id);
        if (record !== null) records.set(id, record);
      }
    } finally {
      await opened.close();
    }
  }
  return listed.flatMap(({ id, change }) => {
    const record = records.get(id);
    if (record === undefined) return [];
    const { kind, title, agencyName } = record;
    return [{ id, change, kind, title, agencyName }];
  });
}
