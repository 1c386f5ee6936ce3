// First pass of a publish: what changed since the last release, kept on disk as an ordered list.
import { join } from 'node:path';
import { type ComparedRelease, type EntryChange, findChanges } from './compare-entries.ts';
import { LineWriter, readLines } from './line-files.ts';
import type { ApprovedEntry, PublishSource, TouchedEntry } from './publish-source.ts';

export interface ScannedChanges {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Segment id → ordinals that die with this publish, in no particular order. */
  readonly dying: ReadonlyMap<string, readonly number[]>;
  /** The changes again, ordered by id, as often as wanted: to be written anew, or to go (`after` is null). */
  changes(): AsyncGenerator<TouchedEntry>;
}

/** Compares the store with the last release; memory use grows only with what dies. */
export async function scanChanges(
  source: PublishSource,
  previous: ComparedRelease | null,
  staging: string,
  onRead: (count: number) => void,
): Promise<ScannedChanges> {
  const path = join(staging, 'changes.jsonl');
  const file = new LineWriter(path);
  const counts = { added: 0, changed: 0, removed: 0, kept: 0 };
  const dying = new Map<string, number[]>();
  let seen = 0;
  try {
    for await (const entry of findChanges(source, previous)) {
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

async function* readChanges(path: string): AsyncGenerator<TouchedEntry> {
  for await (const value of readLines(path)) {
    const [id, version, contentHash] = value as [string, number | null, string | null];
    const isGone = version === null || contentHash === null;
    yield { id, after: isGone ? null : { id, version, contentHash } };
  }
}

/** What is to be written anew, ordered by id. */
export async function* writtenAnew(changes: AsyncIterable<TouchedEntry>): AsyncGenerator<ApprovedEntry> {
  for await (const { after } of changes) if (after !== null) yield after;
}
