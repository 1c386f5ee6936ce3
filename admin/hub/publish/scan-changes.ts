// First pass of a publish: what changed since the last release, kept on disk as an ordered list.
import { join } from 'node:path';
import { compareEntries, type EntryChange } from './compare-entries.ts';
import { LineWriter, readLines } from './line-files.ts';
import type { ApprovedEntry } from './publish-source.ts';
import type { IndexEntry } from './release-index.ts';

/** A record to be written anew (`after`), or one that goes (`after` is null). */
export interface ChangedEntry {
  readonly id: string;
  readonly after: ApprovedEntry | null;
}

export interface ScannedChanges {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly kept: number;
  /** Segment id → ordinals that die with this publish, in no particular order. */
  readonly dying: ReadonlyMap<string, readonly number[]>;
  /** The changes again, ordered by id, as often as wanted. */
  changes(): AsyncGenerator<ChangedEntry>;
}

/** Compares the whole store with the last release; memory use does not grow with either. */
export async function scanChanges(
  published: AsyncIterable<IndexEntry>,
  approved: AsyncIterable<ApprovedEntry>,
  staging: string,
  onRead: (count: number) => void,
): Promise<ScannedChanges> {
  const path = join(staging, 'changes.jsonl');
  const file = new LineWriter(path);
  const counts = { added: 0, changed: 0, removed: 0, kept: 0 };
  const dying = new Map<string, number[]>();
  let seen = 0;
  try {
    for await (const entry of compareEntries(published, approved)) {
      counts[entry.change] += 1;
      seen += 1;
      onRead(seen);
      if (entry.change === 'kept') continue;
      noteDeath(dying, entry);
      await file.write([(entry.after ?? entry.before).id, entry.after?.version, entry.after?.contentHash]);
    }
  } finally {
    await file.close();
  }
  return { ...counts, dying, changes: () => readChanges(path) };
}

function noteDeath(dying: Map<string, number[]>, { before }: EntryChange): void {
  if (before === null) return;
  const ordinals = dying.get(before.segmentId) ?? [];
  ordinals.push(before.ordinal);
  dying.set(before.segmentId, ordinals);
}

async function* readChanges(path: string): AsyncGenerator<ChangedEntry> {
  for await (const { value } of readLines(path)) {
    const [id, version, contentHash] = value as [string, number | null, string | null];
    const isGone = version === null || contentHash === null;
    yield { id, after: isGone ? null : { id, version, contentHash } };
  }
}
