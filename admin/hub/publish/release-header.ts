// What a release says beside its records, and which parts of that differ between two releases.
import { type RecordKind, recordKinds } from '#shared/catalogue/record.ts';
import { releaseSettings } from '#shared/protocol/hub-api.ts';
import type { ReleaseManifest } from '#shared/release/manifest.ts';
import { parseManifest } from '#shared/release/parse-manifest.ts';
import type { PublishSource } from './publish-source.ts';

export interface HeaderFacts {
  readonly version: number;
  readonly nowMs: number;
  readonly note: string;
  readonly publicUrl: string;
}

/** The manifest without any content, held to the bounds a terminal will hold it to. */
export async function readReleaseHeader(source: PublishSource, facts: HeaderFacts): Promise<ReleaseManifest> {
  const owed = (await source.owedDates?.()) ?? [];
  const figures = (await source.publicFigures?.()) ?? null;
  const raw: ReleaseManifest = {
    format: 1,
    version: facts.version,
    publishedAt: new Date(facts.nowMs).toISOString(),
    note: facts.note.slice(0, 2000),
    publicUrl: facts.publicUrl.replace(/\/+$/, ''),
    venue: await source.venue(),
    agencies: await source.agencies(),
    tree: await source.tree(),
    synonyms: await source.synonyms(),
    ...(owed.length === 0 ? {} : { owed }),
    ...(figures === null ? {} : { publicFigures: figures }),
    records: 0,
    byKind: countKinds(),
    segments: [],
    attachments: [],
  };
  return parseManifest(new TextEncoder().encode(JSON.stringify(raw)));
}

/** The settings in which two manifests differ; both must come from `parseManifest`. */
export function changedSettings(header: ReleaseManifest, before: ReleaseManifest) {
  return releaseSettings.filter((part) => toldOf(header, part) !== toldOf(before, part));
}

/** Figures that are the same on another day are the same. */
function toldOf(manifest: ReleaseManifest, part: (typeof releaseSettings)[number]): string {
  const value = manifest[part];
  return JSON.stringify(part === 'publicFigures' && value ? { ...value, asOf: '' } : value) ?? '';
}

export function countKinds(): Record<RecordKind, number> {
  return Object.fromEntries(recordKinds.map((kind) => [kind, 0])) as Record<RecordKind, number>;
}
