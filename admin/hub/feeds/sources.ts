// Sources as staff set them up: made, changed and taken away, each on record.
import { isPermitted } from '#shared/accounts/acts.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { FeedSourceInput } from '#shared/protocol/feeds-api.ts';
import { recordAudit } from '../editorial/audit.ts';
import { type Desk, instant, withTransaction } from '../editorial/desk.ts';
import { canonicalJson } from '../editorial/stored-content.ts';
import type { Actor } from '../http/actor.ts';
import type { FeedSourceTable } from '../store/feeds-tables.ts';
import { parseAllowedHosts, parseFeedAddress } from './incoming/feed-address.ts';
import { allowedHostsOf, noAnswer } from './incoming/stored-source.ts';

/** Throws `feeds.bad-address`, `feeds.bad-host`, `feeds.hosts-not-yours`, `store.unknown-…` or `workflow.foreign-agency`. */
export function createSource(desk: Desk, input: FeedSourceInput, actor: Actor): Promise<string> {
  return withTransaction(desk, async (inside) => {
    const columns = await checkSource(inside, input, null, actor);
    const id = inside.newId('f');
    const at = instant(inside);
    await inside.db
      .insertInto('feed_sources')
      .values({
        ...{ id, ...columns, etag: null, last_modified: null, next_poll_at: at, last_polled_at: null },
        ...{ last_good_at: null, last_answer: null, failures: 0, problem_json: null },
        ...{ last_json: JSON.stringify(noAnswer), created_at: at, created_by: actor.name },
      })
      .execute();
    await note(inside, 'feed.create', { id, ...columns }, actor);
    return id;
  });
}

/** What the portal said before does not count for a changed source: its next answer is wanted whole, and at once. */
export function updateSource(desk: Desk, id: string, input: FeedSourceInput, actor: Actor): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const before = await loadSource(inside, id, actor);
    const columns = await checkSource(inside, input, before, actor);
    await inside.db
      .updateTable('feed_sources')
      .set({ ...columns, etag: null, last_modified: null, failures: 0, next_poll_at: instant(inside) })
      .where('id', '=', id)
      .execute();
    await note(inside, 'feed.update', { id, ...columns }, actor);
  });
}

/** What arrived from it stays, and keeps saying where it came from. */
export function removeSource(desk: Desk, id: string, actor: Actor): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const source = await loadSource(inside, id, actor);
    await inside.db.deleteFrom('feed_sources').where('id', '=', id).execute();
    await note(inside, 'feed.remove', source, actor);
  });
}

/** Throws `not-found`, or `workflow.foreign-agency` for one of another agency. */
export async function loadSource(desk: Pick<Desk, 'db'>, id: string, actor: Actor): Promise<FeedSourceTable> {
  const source = await desk.db.selectFrom('feed_sources').selectAll().where('id', '=', id).executeTakeFirst();
  if (source === undefined) throw new AppError('not-found', { what: id.slice(0, 60) });
  refuseForeign(source.agency_id, source.title, actor);
  return source;
}

/** Somebody bound to one agency connects portals for that agency alone. */
export function refuseForeign(agencyId: string, what: string, actor: Actor): void {
  if (actor.agencyId !== null && actor.agencyId !== agencyId)
    throw new AppError('workflow.foreign-agency', { what });
}

/** The hosts a source may use although they lie in the own network; only an administrator adds any. */
export function checkAllowedHosts(
  hosts: readonly string[],
  before: readonly string[],
  actor: Actor,
): readonly string[] {
  const parsed = parseAllowedHosts(hosts);
  const isMore = parsed.some((host) => !before.includes(host));
  if (isMore && !isPermitted(actor.roles, 'feeds.allow-hosts')) throw new AppError('feeds.hosts-not-yours');
  return parsed;
}

type SourceColumns = Pick<
  FeedSourceTable,
  | 'title'
  | 'url'
  | 'agency_id'
  | 'kind'
  | 'node_id'
  | 'mapping_json'
  | 'allowed_hosts_json'
  | 'interval_minutes'
  | 'is_whole'
  | 'is_active'
>;

async function checkSource(
  inside: Desk,
  input: FeedSourceInput,
  before: FeedSourceTable | null,
  actor: Actor,
): Promise<SourceColumns> {
  refuseForeign(input.agencyId, input.title, actor);
  await checkPlace(inside, input);
  const hosts = checkAllowedHosts(input.allowedHosts, before === null ? [] : allowedHostsOf(before), actor);
  return {
    ...{ title: input.title, url: parseFeedAddress(input.url).href, agency_id: input.agencyId },
    ...{ kind: input.kind, node_id: input.nodeId, mapping_json: canonicalJson(input.mapping) },
    ...{ allowed_hosts_json: JSON.stringify(hosts), interval_minutes: input.intervalMinutes },
    ...{ is_whole: input.isWhole ? 1 : 0, is_active: input.isActive ? 1 : 0 },
  };
}

async function checkPlace({ db }: Desk, { agencyId, nodeId }: FeedSourceInput): Promise<void> {
  const agency = await db.selectFrom('agencies').select('id').where('id', '=', agencyId).executeTakeFirst();
  if (agency === undefined) throw new AppError('store.unknown-agency', { agency: agencyId });
  if (nodeId === null) return;
  const node = await db.selectFrom('tree_nodes').select('id').where('id', '=', nodeId).executeTakeFirst();
  if (node === undefined) throw new AppError('store.unknown-node', { node: nodeId });
}

async function note(
  inside: Desk,
  action: 'feed.create' | 'feed.update' | 'feed.remove',
  source: Pick<FeedSourceTable, 'id' | 'title' | 'url' | 'allowed_hosts_json'>,
  actor: Actor,
): Promise<void> {
  const details = { id: source.id, url: source.url, allowedHosts: allowedHostsOf(source) };
  await recordAudit(inside, { who: actor.name, action, subject: source.title, details });
}
