// The hub's private index of a release: for every live record its version, content hash and place, ordered by id.
//
// `release-index/<version>.jsonl`, one JSON array a line: first a head with the segment ids, then a line a record,
// last the number of records and the SHA-256 of all lines before. It is what the next publish compares the store
// with; when it is gone or damaged the next publish builds everything anew.
import { rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type RecordKind, recordKinds } from '#shared/catalogue/record.ts';
import { LineWriter, readLines } from './line-files.ts';

/** A live record and where it lies. */
export interface IndexEntry {
  readonly id: string;
  readonly version: number;
  readonly contentHash: string;
  readonly segmentId: string;
  readonly ordinal: number;
  readonly kind: RecordKind;
  /** Digests of its attachments. */
  readonly attachments: readonly string[];
}

/** Thrown while reading an index that is not whole; publishing answers by building everything anew. */
export class IndexDamaged extends Error {
  override readonly name = 'IndexDamaged';
}

export function indexPath(folder: string, version: number): string {
  return join(folder, `${version}.jsonl`);
}

/** Whether there is an index of this version at all. */
export async function hasIndex(folder: string, version: number): Promise<boolean> {
  return stat(indexPath(folder, version)).then(
    () => true,
    () => false,
  );
}

/** Writes the index of a release; entries come ordered by id and lie in the segments given. */
export async function writeIndex(
  path: string,
  version: number,
  segmentIds: readonly string[],
  entries: AsyncIterable<IndexEntry>,
): Promise<number> {
  const numbers = new Map(segmentIds.map((id, number) => [id, number]));
  const temporary = `${path}.tmp`;
  const file = new LineWriter(temporary);
  let count = 0;
  await file.write(['index', 1, version, segmentIds]);
  for await (const entry of entries) {
    const kind = recordKinds.indexOf(entry.kind);
    const place = [numbers.get(entry.segmentId), entry.ordinal, kind];
    await file.write([entry.id, entry.version, entry.contentHash, ...place, ...entry.attachments]);
    count += 1;
  }
  await file.write(['end', count, await file.digest()]);
  await file.close();
  await rename(temporary, path);
  return count;
}

/** Reads an index back in order. Throws IndexDamaged at the first line that isn't right, or at a missing end. */
export async function* readIndex(folder: string, version: number): AsyncGenerator<IndexEntry> {
  let segmentIds: readonly string[] | null = null;
  let count = 0;
  let isWhole = false;
  try {
    for await (const { value: line, digestBefore } of readLines(indexPath(folder, version))) {
      if (!Array.isArray(line) || isWhole) throw new IndexDamaged('line');
      if (segmentIds === null) segmentIds = parseHead(line, version);
      else if (line.length === 3 && line[0] === 'end') {
        isWhole = line[1] === count && line[2] === digestBefore();
        if (!isWhole) throw new IndexDamaged('digest');
      } else {
        count += 1;
        yield parseEntry(line, segmentIds);
      }
    }
  } catch (thrown) {
    throw thrown instanceof IndexDamaged ? thrown : new IndexDamaged('unreadable', { cause: thrown });
  }
  if (!isWhole) throw new IndexDamaged('cut short');
}

function parseHead(line: readonly unknown[], version: number): readonly string[] {
  const [mark, format, found, segmentIds] = line;
  const isRight = mark === 'index' && format === 1 && found === version && Array.isArray(segmentIds);
  if (!isRight || !segmentIds.every((id) => typeof id === 'string')) throw new IndexDamaged('head');
  return segmentIds;
}

function parseEntry(line: readonly unknown[], segmentIds: readonly string[]): IndexEntry {
  const [id, version, contentHash, segment, ordinal, kindNumber, ...attachments] = line;
  const segmentId = typeof segment === 'number' ? segmentIds[segment] : undefined;
  const kind = typeof kindNumber === 'number' ? recordKinds[kindNumber] : undefined;
  if (
    typeof id !== 'string' ||
    typeof version !== 'number' ||
    typeof contentHash !== 'string' ||
    typeof ordinal !== 'number' ||
    segmentId === undefined ||
    kind === undefined ||
    !attachments.every((sha256) => typeof sha256 === 'string')
  ) {
    throw new IndexDamaged('entry');
  }
  return { id, version, contentHash, segmentId, ordinal, kind, attachments };
}
