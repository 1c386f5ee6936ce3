// Asks one source once, and stores what its answer brought together with how it went: all of it, or nothing.
import { AppError, type PlainError, toAppError, toPlainError } from '#shared/errors/app-error.ts';
import { recordAudit } from '../../editorial/audit.ts';
import { type Desk, instant, withTransaction } from '../../editorial/desk.ts';
import { loadTreeIndex } from '../../editorial/tree.ts';
import type { FeedSourceTable } from '../../store/feeds-tables.ts';
import { type ArrivalOrigin, type Arrived, arrive, findArrival } from '../arrive.ts';
import type { ParsedFeed } from './feed-item.ts';
import { feedFetchLimits } from './fetch-limits.ts';
import type { PortalAnswer } from './fetch-portal.ts';
import { type GatheredFeed, gatherItems, type PortalPorts } from './gather-items.ts';
import { contentOfItem } from './item-content.ts';
import { markMissing, oldestDay } from './missing-items.ts';
import { nextPollMs } from './next-poll.ts';
import { feedAccept, readFeed } from './read-feed.ts';
import { allowedHostsOf, type LastAnswer, lastAnswerOf, mappingOf, mostNotes } from './stored-source.ts';

type Source = FeedSourceTable;
type Answered = PortalAnswer & { readonly state: 'answered' };

/** In whose name what a portal says arrives: nobody who signs in can be called so. */
const authorOf = (source: Pick<Source, 'title'>): string => `门户：${source.title}`;

/** Never throws for what the portal did; the source then says what was wrong. Throws what the store throws. */
export async function pollSource(
  desk: Desk,
  source: Source,
  ports: PortalPorts,
  signal?: AbortSignal,
): Promise<void> {
  let answer: PortalAnswer | null = null;
  try {
    answer = await ports.fetch({
      ...{ url: source.url, allowedHosts: allowedHostsOf(source), limits: feedFetchLimits },
      ...{ accept: feedAccept, etag: source.etag, lastModified: source.last_modified },
      ...(signal ? { signal } : {}),
    });
    if (answer.state === 'refused') throw refusal(answer);
    if (answer.state === 'unchanged') await noteGood(desk, source, answer, { last_answer: 'unchanged' });
    else await takeIn(desk, source, answer, ports, signal);
  } catch (thrown) {
    const error = toAppError(thrown);
    if (signal?.aborted === true) return;
    if (!error.code.startsWith('feeds.')) throw thrown;
    await noteFailure(desk, source, error, answer?.retryAfter ?? null);
  }
}

function refusal({ host, status }: PortalAnswer & { readonly state: 'refused' }): AppError {
  return status === 410
    ? new AppError('feeds.gone', { host })
    : new AppError('feeds.status', { host, status });
}

async function takeIn(
  desk: Desk,
  source: Source,
  answer: Answered,
  ports: PortalPorts,
  signal?: AbortSignal,
): Promise<void> {
  const mapping = mappingOf(source);
  const feed = readFeed({ ...answer, host: answer.url.host }, mapping.itemsPath);
  const options = {
    ...{ mapping, allowedHosts: allowedHostsOf(source), base: answer.url, today: instant(desk).slice(0, 10) },
    digestOf: async (id: string) => (await findArrival(desk, source.id, id))?.digest ?? null,
    ...(signal ? { signal } : {}),
  };
  const gathered = await gatherItems(feed, options, ports);
  await withTransaction(desk, (inside) => store(inside, source, answer, feed, gathered));
}

/** A source that was changed or taken away meanwhile gets nothing: the answer was to another question. */
async function store(
  inside: Desk,
  source: Source,
  answer: Answered,
  feed: ParsedFeed,
  gathered: GatheredFeed,
): Promise<void> {
  const now = await inside.db
    .selectFrom('feed_sources')
    .selectAll()
    .where('id', '=', source.id)
    .executeTakeFirst();
  if (now?.url !== source.url || now.mapping_json !== source.mapping_json) return;
  const from: ArrivalOrigin = { origin: source.id, way: 'feed', who: authorOf(now) };
  const arrived = await storeItems(inside, now, from, gathered);
  await markMissing(inside, {
    ...{ origin: source.id, ids: gathered.ids, deleted: feed.deleted },
    isWhole: now.is_whole === 1 && !feed.isTruncated,
    oldest: feed.isTruncated ? null : oldestDay(gathered.items.map(({ mapped }) => mapped.publishedOn)),
  });
  const count = (action: Arrived['action']) => arrived.filter((one) => one.action === action).length;
  const [created, updated] = [count('create'), count('update')];
  const problems = [...gathered.problems, ...arrived.flatMap((one) => one.problems)];
  const notes: PlainError[] = problems.slice(0, mostNotes).map(({ code, details }) => ({ code, details }));
  const last: LastAnswer = { items: feed.items.length, created, updated, notes };
  await noteGood(inside, now, answer, {
    last_answer: created + updated > 0 ? 'changed' : 'unchanged',
    last_json: JSON.stringify(last),
    etag: gathered.isUnfinished ? null : answer.etag,
    last_modified: gathered.isUnfinished ? null : answer.lastModified,
  });
  if (created + updated === 0) return;
  const details = { id: source.id, created, updated, items: feed.items.length };
  await recordAudit(inside, { who: from.who, action: 'feed.arrive', subject: now.title, details });
}

async function storeItems(
  inside: Desk,
  source: Source,
  from: ArrivalOrigin,
  { items }: GatheredFeed,
): Promise<Arrived[]> {
  const tree = await loadTreeIndex(inside);
  const target = { kind: source.kind, agencyId: source.agency_id, nodeId: source.node_id };
  const arrived: Arrived[] = [];
  for (const { row, mapped, article, digest } of items) {
    const { content, body } = await contentOfItem(mapped, article, target, tree, inside.sanitise);
    arrived.push(
      await arrive(inside, from, { row, id: mapped.id, digest, address: mapped.link, content, body }),
    );
  }
  return arrived;
}

function timing(desk: Desk, source: Source, failures: number, retryAfter: string | null): string {
  const chance = (desk.randomBytes(1)[0] ?? 0) / 256;
  const intervalMinutes = source.interval_minutes;
  return new Date(
    nextPollMs({ nowMs: desk.now(), intervalMinutes, failures, retryAfter, chance }),
  ).toISOString();
}

async function noteGood(
  desk: Desk,
  source: Source,
  answer: PortalAnswer,
  result: Partial<Pick<Source, 'last_answer' | 'last_json' | 'etag' | 'last_modified'>>,
): Promise<void> {
  const at = instant(desk);
  const quiet = { ...lastAnswerOf(source), created: 0, updated: 0 };
  await desk.db
    .updateTable('feed_sources')
    .set({
      last_json: JSON.stringify(quiet),
      ...result,
      ...{ last_polled_at: at, last_good_at: at, failures: 0, problem_json: null },
      next_poll_at: timing(desk, source, 0, answer.retryAfter),
    })
    .where('id', '=', source.id)
    .execute();
}

async function noteFailure(
  desk: Desk,
  source: Source,
  error: AppError,
  retryAfter: string | null,
): Promise<void> {
  const failures = source.failures + 1;
  await desk.db
    .updateTable('feed_sources')
    .set({
      ...{ last_polled_at: instant(desk), last_answer: 'failed', failures },
      problem_json: JSON.stringify(toPlainError(error)),
      next_poll_at: timing(desk, source, failures, retryAfter),
      ...(error.code === 'feeds.gone' ? { is_active: 0 } : {}),
    })
    .where('id', '=', source.id)
    .execute();
}
