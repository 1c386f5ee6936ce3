// What the release builder asks of each table whose rows become records, and how their answers become one.
import type { PublishableRecord } from '#shared/catalogue/record.ts';
import type { ApprovedEntry, TouchedEntry } from '../publish/publish-source.ts';

/** One table of the store as publishing sees it; both walks are ordered by id. */
export interface PublishedTable {
  approved(): AsyncGenerator<ApprovedEntry>;
  /** What may differ from the release the store was told of last. */
  touched(): AsyncGenerator<TouchedEntry>;
  /** In the order asked for; what is no longer approved is left out. */
  load(ids: readonly string[]): AsyncGenerator<PublishableRecord>;
}

/** The tables whose rows have marks, told by how their ids begin; see new-ids.ts. */
export const markedTables = ['records', 'registers', 'register_entries'] as const;
export type MarkedTable = (typeof markedTables)[number];

/** The table an id belongs to. */
export function tableOf(id: string): MarkedTable {
  if (id.startsWith('e')) return 'register_entries';
  return id.startsWith('g') ? 'registers' : 'records';
}

/** Rows of a table ordered by id, so many at a time: `next` gives those behind an id. */
export async function* pagesById<Row extends { readonly id: string }>(
  most: number,
  next: (after: string) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  let after = '';
  for (;;) {
    const rows = await next(after);
    yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < most) return;
    after = last.id;
  }
}

/** Ordered walks as one ordered walk. */
export async function* mergeOrdered<T extends { readonly id: string }>(
  walks: readonly AsyncGenerator<T>[],
): AsyncGenerator<T> {
  const heads = await Promise.all(walks.map(async (walk) => ({ walk, next: await walk.next() })));
  try {
    for (;;) {
      const open = heads.filter(({ next }) => !next.done);
      const [first] = open.sort((a, b) => (a.next.value.id < b.next.value.id ? -1 : 1));
      if (first === undefined || first.next.done) return;
      yield first.next.value;
      first.next = await first.walk.next();
    }
  } finally {
    for (const { walk } of heads) await walk.return(undefined);
  }
}

/** Runs of ids of one table, in their order: each is asked of its own table. */
export function* runsByTable(ids: readonly string[]): Generator<readonly [MarkedTable, readonly string[]]> {
  let run: string[] = [];
  for (const [index, id] of ids.entries()) {
    run.push(id);
    const next = ids[index + 1];
    if (next !== undefined && tableOf(next) === tableOf(id)) continue;
    yield [tableOf(id), run];
    run = [];
  }
}
