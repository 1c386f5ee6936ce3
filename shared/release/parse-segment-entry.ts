// Parsing one segment of a release manifest, with the sums its parts must agree on.

import { readableFormat, readableFormats } from '../search/format.ts';
import { blockFileBytes, maxBlockFileBytes, maxBlocksPerFile } from './block-file.ts';
import {
  asArray,
  asInteger,
  asMatch,
  asObject,
  asString,
  field,
  requireDistinct,
  ShapeError,
} from './bounded-json.ts';
import type { SegmentEntry } from './manifest.ts';
import { isSafePath } from './release-path.ts';

const maxSections = 64;
const maxFiles = 200_000;
const maxBlocks = 2 ** 31 - 1;

/** Throws ShapeError. */
export function parseSegmentEntry(value: unknown): SegmentEntry {
  const raw = asObject(value, 'segment');
  const formatVersion = readableFormat(field(raw, 'formatVersion'));
  if (formatVersion === null) throw new ShapeError(`segment format is none of ${readableFormats.join(', ')}`);
  const deleted = field(raw, 'deleted');
  const segment: SegmentEntry = {
    id: asMatch(field(raw, 'id'), /^[A-Za-z0-9][A-Za-z0-9-]{0,79}$/, 80, 'segment id'),
    formatVersion,
    records: asInteger(field(raw, 'records'), 1, maxBlocks, 'segment records'),
    sections: asArray(field(raw, 'sections'), maxSections, 'sections').map(parseSection),
    files: asArray(field(raw, 'files'), maxFiles, 'files').map(parseFile),
    deleted: deleted === null ? null : asPath(deleted),
  };
  requireDistinct(
    segment.sections.map(({ name }) => name),
    'sections',
  );
  if (countBlocks(segment.sections) !== countBlocks(segment.files)) {
    throw new ShapeError('sections and files hold different numbers of blocks');
  }
  return segment;
}

function parseSection(value: unknown): SegmentEntry['sections'][number] {
  const raw = asObject(value, 'section');
  return {
    name: asMatch(field(raw, 'name'), /^[A-Za-z0-9][A-Za-z0-9.-]{0,59}$/, 60, 'section name'),
    blocks: asInteger(field(raw, 'blocks'), 0, maxBlocks, 'section blocks'),
  };
}

function parseFile(value: unknown): SegmentEntry['files'][number] {
  const raw = asObject(value, 'segment file');
  const blocks = asInteger(field(raw, 'blocks'), 1, maxBlocksPerFile, 'file blocks');
  const bytes = asInteger(
    field(raw, 'bytes'),
    blockFileBytes(blocks, blocks),
    maxBlockFileBytes,
    'file bytes',
  );
  return { path: asPath(field(raw, 'path')), blocks, bytes };
}

function asPath(value: unknown): string {
  const path = asString(value, 300, 'path');
  if (!isSafePath(path)) throw new ShapeError('path is not safe');
  return path;
}

function countBlocks(list: readonly { readonly blocks: number }[]): number {
  return list.reduce((sum, { blocks }) => sum + blocks, 0);
}
