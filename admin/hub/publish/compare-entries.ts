// Holds what is approved against the last release, record by record, without keeping either.
import { AppError } from '#shared/errors/app-error.ts';
import type { ReleaseManifest } from '#shared/release/manifest.ts';
import type { ApprovedEntry, PublishSource } from './publish-source.ts';
import type { IndexEntry, ReleaseIndex } from './release-index.ts';
import { keptHash } from './segment-index.ts';

/** One record's fate. `before` is where the last release has it, `after` what is approved now. */
export type EntryChange =
  | { readonly change: 'kept'; readonly before: IndexEntry; readonly after: ApprovedEntry }
  | { readonly change: 'changed'; readonly before: IndexEntry; readonly after: ApprovedEntry }
  | { readonly change: 'added'; readonly before: null; readonly after: ApprovedEntry }
  | { readonly change: 'removed'; readonly before: IndexEntry; readonly after: null };

/** The last release, with the index that tells where its records lie. */
export interface ComparedRelease {
  readonly manifest: ReleaseManifest;
  readonly index: ReleaseIndex;
}

/**
 * What changed since a release, ordered by id; among it may be records that turn out to be kept. Where the store
 * knows which records can have changed, only these are looked at; otherwise every record of either side is.
 * Throws `release.source-disordered` when the store's order is wrong.
 */
export async function* findChanges(
  source: PublishSource,
  previous: ComparedRelease | null,
): AsyncGenerator<EntryChange> {
  const touched = previous === null ? null : await source.touchedSince?.(previous.manifest);
  if (previous !== null && touched) {
    for await (const { id, after } of requireOrder(touched)) {
      const change = fateOf(previous.index.find(id), after);
      if (change !== null) yield change;
    }
    return;
  }
  const published = previous?.index.entries() ?? [];
  for await (const [before, after] of mergeById(published, requireOrder(source.approved()))) {
    const change = fateOf(before, after);
    if (change !== null) yield change;
  }
}

function fateOf(before: IndexEntry | null, after: ApprovedEntry | null): EntryChange | null {
  if (before === null) return after === null ? null : { change: 'added', before, after };
  if (after === null) return { change: 'removed', before, after };
  const isSame = before.contentHash === keptHash(after.contentHash) && before.version === after.version;
  return { change: isSame ? 'kept' : 'changed', before, after };
}

type Pair<L, R> = [L, null] | [null, R] | [L, R];

/** Walks two ordered rows side by side; what has the same id comes as a pair, the rest with null beside it. */
export async function* mergeById<L extends { readonly id: string }, R extends { readonly id: string }>(
  left: Iterable<L>,
  right: AsyncIterable<R>,
): AsyncGenerator<Pair<L, R>> {
  const lefts = left[Symbol.iterator]();
  try {
    let l = lefts.next();
    for await (const r of right) {
      for (; !l.done && l.value.id < r.id; l = lefts.next()) yield [l.value, null];
      if (l.done || l.value.id !== r.id) {
        yield [null, r];
        continue;
      }
      yield [l.value, r];
      l = lefts.next();
    }
    for (; !l.done; l = lefts.next()) yield [l.value, null];
  } finally {
    lefts.return?.();
  }
}

async function* requireOrder<T extends { readonly id: string }>(
  entries: AsyncIterable<T>,
): AsyncGenerator<T> {
  let before: string | null = null;
  for await (const entry of entries) {
    if (before !== null && entry.id <= before) {
      throw new AppError('release.source-disordered', { id: entry.id });
    }
    before = entry.id;
    yield entry;
  }
}
