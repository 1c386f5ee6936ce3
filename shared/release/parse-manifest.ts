// Bounded parsing of a release's manifest: verified bytes in, a typed and self-consistent ReleaseManifest out.

import { mostOwedMatters } from '../catalogue/owed-dates.ts';
import { recordKinds } from '../catalogue/record.ts';
import type { Agency, TreeNode, VenueProfile } from '../catalogue/venue.ts';
import { defaultDisplay } from '../catalogue/venue-display.ts';
import { AppError } from '../errors/app-error.ts';
import { longestName, mostOtherNames, mostSynonymRules } from '../search/synonym-rules.ts';
import type { SynonymRule } from '../search/types.ts';
import {
  asArray,
  asInteger,
  asMatch,
  asNullableString,
  asObject,
  asString,
  field,
  type JsonObject,
  parseJson,
  requireDistinct,
  ShapeError,
} from './bounded-json.ts';
import type { AttachmentEntry, ReleaseManifest } from './manifest.ts';
import { parseDisplay } from './parse-display.ts';
import { parseFigures } from './parse-figures.ts';
import { parseHall } from './parse-hall.ts';
import { parseSegmentEntry } from './parse-segment-entry.ts';
import { parseVoice } from './parse-voice.ts';
import { isSafePath } from './release-path.ts';

export const maxManifestBytes = 64 * 1024 * 1024;

const maxAgencies = 100_000;
const maxTreeNodes = 100_000;
const maxSegments = 64;
const maxAttachments = 1_000_000;
const maxRecords = 2 ** 31 - 1;
const maxAttachmentBytes = 2 ** 40;
const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;
const sha256Pattern = /^[0-9a-f]{64}$/;

/** Parses the manifest. Throws `release.manifest-malformed` for anything a publish of ours would not have written. */
export function parseManifest(bytes: Uint8Array): ReleaseManifest {
  try {
    if (bytes.length > maxManifestBytes) throw new ShapeError('longer than allowed');
    return parseManifestValue(parseJson(bytes));
  } catch (thrown) {
    if (!(thrown instanceof ShapeError)) throw thrown;
    throw new AppError('release.manifest-malformed', { reason: thrown.message });
  }
}

function parseManifestValue(value: unknown): ReleaseManifest {
  const raw = asObject(value, 'manifest');
  if (field(raw, 'format') !== 1) throw new ShapeError('format is not 1');
  const manifest: ReleaseManifest = {
    format: 1,
    version: asInteger(field(raw, 'version'), 1, maxRecords, 'version'),
    publishedAt: asMatch(field(raw, 'publishedAt'), instantPattern, 30, 'publishedAt'),
    note: asString(field(raw, 'note'), 2000, 'note'),
    publicUrl: asMatch(field(raw, 'publicUrl'), /^(?:$|https?:\/\/[^\s/])/, 2000, 'publicUrl'),
    venue: parseVenue(field(raw, 'venue')),
    agencies: asArray(field(raw, 'agencies'), maxAgencies, 'agencies').map(parseAgency),
    tree: asArray(field(raw, 'tree'), maxTreeNodes, 'tree').map(parseTreeNode),
    synonyms: asArray(field(raw, 'synonyms') ?? [], mostSynonymRules, 'synonyms').map(parseSynonym),
    ...parseOwed(field(raw, 'owed')),
    ...parsePublicFigures(field(raw, 'publicFigures')),
    records: asInteger(field(raw, 'records'), 0, maxRecords, 'records'),
    byKind: parseByKind(field(raw, 'byKind')),
    segments: asArray(field(raw, 'segments'), maxSegments, 'segments').map(parseSegmentEntry),
    attachments: asArray(field(raw, 'attachments'), maxAttachments, 'attachments').map(parseAttachment),
  };
  requireDistinct(pathsOf(manifest), 'paths');
  for (const list of [manifest.agencies, manifest.tree, manifest.segments]) {
    requireDistinct(
      list.map(({ id }) => id),
      'ids',
    );
  }
  return manifest;
}

/** Every target path the manifest names. */
export function pathsOf(manifest: ReleaseManifest): string[] {
  const ofSegments = manifest.segments.flatMap((segment) => [
    ...segment.files.map(({ path }) => path),
    ...(segment.deleted === null ? [] : [segment.deleted]),
  ]);
  return [...ofSegments, ...manifest.attachments.map(({ path }) => path)];
}

/** Absent in releases of venues that do not show it, and in those made before any could. */
function parseOwed(value: unknown): Pick<ReleaseManifest, 'owed'> {
  if (value === undefined) return {};
  const owed = asArray(value, mostOwedMatters, 'owed').map((entry) => {
    const raw = asObject(entry, 'owed date');
    const matters = asArray(field(raw, 'matters'), mostOwedMatters, 'matters');
    return {
      on: asMatch(field(raw, 'on'), /^\d{4}-\d\d-\d\d$/, 10, 'on'),
      matters: matters.map((id) => asString(id, 200, 'matter')),
      ...(field(raw, 'isEvent') === true ? { isEvent: true as const } : {}),
    };
  });
  return { owed };
}

function parsePublicFigures(value: unknown): Pick<ReleaseManifest, 'publicFigures'> {
  return value === undefined ? {} : { publicFigures: parseFigures(value) };
}

function parseVenue(value: unknown): VenueProfile {
  const raw = asObject(value, 'venue');
  const display = field(raw, 'display');
  const hall = field(raw, 'hall');
  const voice = field(raw, 'voice');
  return {
    name: asString(field(raw, 'name'), 500, 'venue name'),
    region: asString(field(raw, 'region'), 500, 'venue region'),
    address: nullable(raw, 'address', 1000),
    phone: nullable(raw, 'phone', 500),
    hours: nullable(raw, 'hours', 1000),
    supervisionPhone: nullable(raw, 'supervisionPhone', 500),
    display: display === undefined ? defaultDisplay : parseDisplay(display),
    ...(hall === undefined ? {} : { hall: parseHall(hall) }),
    ...(voice === undefined ? {} : { voice: parseVoice(voice) }),
  };
}

function parseAgency(value: unknown): Agency {
  const raw = asObject(value, 'agency');
  return {
    id: asString(field(raw, 'id'), 100, 'agency id'),
    name: asString(field(raw, 'name'), 500, 'agency name'),
    shortName: nullable(raw, 'shortName', 500),
    address: nullable(raw, 'address', 1000),
    phone: nullable(raw, 'phone', 500),
    hours: nullable(raw, 'hours', 1000),
    leader: nullable(raw, 'leader', 500),
    functions: nullable(raw, 'functions', 20_000),
    order: finite(raw, 'order'),
  };
}

function parseTreeNode(value: unknown): TreeNode {
  const raw = asObject(value, 'tree node');
  return {
    id: asString(field(raw, 'id'), 100, 'node id'),
    parentId: nullable(raw, 'parentId', 100),
    title: asString(field(raw, 'title'), 1000, 'node title'),
    basis: nullable(raw, 'basis', 2000),
    order: finite(raw, 'order'),
  };
}

function parseSynonym(value: unknown): SynonymRule {
  const raw = asObject(value, 'synonym');
  const also = asArray(field(raw, 'also'), mostOtherNames, 'synonym names');
  return {
    word: asString(field(raw, 'word'), longestName, 'synonym word'),
    also: also.map((name) => asString(name, longestName, 'synonym name')),
  };
}

function parseByKind(value: unknown): ReleaseManifest['byKind'] {
  const raw = asObject(value, 'byKind');
  // Releases made before a kind was known have none of it.
  const counts = recordKinds.map(
    (kind) => [kind, asInteger(field(raw, kind) ?? 0, 0, maxRecords, kind)] as const,
  );
  return Object.fromEntries(counts) as ReleaseManifest['byKind'];
}

function parseAttachment(value: unknown): AttachmentEntry {
  const raw = asObject(value, 'attachment');
  const path = asString(field(raw, 'path'), 300, 'attachment path');
  if (!isSafePath(path)) throw new ShapeError('attachment path is not safe');
  return {
    path,
    sha256: asMatch(field(raw, 'sha256'), sha256Pattern, 64, 'attachment sha256'),
    bytes: asInteger(field(raw, 'bytes'), 0, maxAttachmentBytes, 'attachment bytes'),
    mediaType: asString(field(raw, 'mediaType'), 200, 'attachment mediaType'),
  };
}

function nullable(raw: JsonObject, key: string, max: number): string | null {
  return asNullableString(field(raw, key), max, key);
}

function finite(raw: JsonObject, key: string): number {
  const value = field(raw, key);
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new ShapeError(`${key} is not a number`);
  return value;
}
