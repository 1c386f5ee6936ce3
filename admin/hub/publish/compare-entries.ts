// Holds the approved records against those of the last release, both ordered by id, without keeping either.
import { AppError } from '#shared/errors/app-error.ts';
import type { ApprovedEntry } from './publish-source.ts';
import type { IndexEntry } from './release-index.ts';

/** One record's fate. `before` is where the last release has it, `after` what is approved now. */
export type EntryChange =
  | { readonly change: 'kept'; readonly before: IndexEntry; readonly after: ApprovedEntry }
  | { readonly change: 'changed'; readonly before: IndexEntry; readonly after: ApprovedEntry }
  | { readonly change: 'added'; readonly before: null; readonly after: ApprovedEntry }
  | { readonly change: 'removed'; readonly before: IndexEntry; readonly after: null };

/** All records of either side, ordered by id. Throws `release.source-disordered` when the store's order is wrong. */
export async function* compareEntries(
  published: AsyncIterable<IndexEntry>,
  approved: AsyncIterable<ApprovedEntry>,
): AsyncGenerator<EntryChange> {
  const pairs = mergeById(published, requireOrder(approved));
  for await (const [before, after] of pairs) {
    if (before === null && after !== null) yield { change: 'added', before, after };
    else if (before !== null && after === null) yield { change: 'removed', before, after };
    else if (before !== null && after !== null) yield { change: changeOf(before, after), before, after };
  }
}

function changeOf(before: IndexEntry, after: ApprovedEntry): 'kept' | 'changed' {
  const isSame = before.contentHash === after.contentHash && before.version === after.version;
  return isSame ? 'kept' : 'changed';
}

/** Walks two ordered streams side by side; what has the same id comes as a pair, the rest with null beside it. */
export async function* mergeById<L extends { readonly id: string }, R extends { readonly id: string }>(
  left: AsyncIterable<L>,
  right: AsyncIterable<R>,
): AsyncGenerator<[L, null] | [null, R] | [L, R]> {
  const lefts = left[Symbol.asyncIterator]();
  const rights = right[Symbol.asyncIterator]();
  try {
    let l = await lefts.next();
    let r = await rights.next();
    while (!l.done || !r.done) {
      if (!l.done && (r.done || l.value.id < r.value.id)) {
        yield [l.value, null];
        l = await lefts.next();
      } else if (!r.done && (l.done || r.value.id < l.value.id)) {
        yield [null, r.value];
        r = await rights.next();
      } else if (!l.done && !r.done) {
        yield [l.value, r.value];
        l = await lefts.next();
        r = await rights.next();
      }
    }
  } finally {
    await lefts.return?.();
    await rights.return?.();
  }
}

async function* requireOrder(entries: AsyncIterable<ApprovedEntry>): AsyncGenerator<ApprovedEntry> {
  let before: string | null = null;
  for await (const entry of entries) {
    if (before !== null && entry.id <= before) {
      throw new AppError('release.source-disordered', { id: entry.id });
    }
    before = entry.id;
    yield entry;
  }
}
