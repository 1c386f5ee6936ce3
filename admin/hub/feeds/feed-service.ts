// The portal connection as the hub's HTTP side and command line work with it.
import { setTimeout as wait } from 'node:timers/promises';
import { AppError, type Language } from '#shared/errors/app-error.ts';
import type {
  FeedPreview,
  FeedPreviewInput,
  FeedSource,
  FeedSourceInput,
  MissingItems,
  PushToken,
  RecordOrigin,
} from '#shared/protocol/feeds-api.ts';
import type { PushAnswer } from '#shared/protocol/push-api.ts';
import type { Desk } from '../editorial/desk.ts';
import type { Actor } from '../http/actor.ts';
import type { PushTokenTable } from '../store/feeds-tables.ts';
import { FeedPoller } from './incoming/feed-poller.ts';
import { fetchPortal } from './incoming/fetch-portal.ts';
import type { PortalPorts } from './incoming/gather-items.ts';
import { previewSource } from './incoming/preview-source.ts';
import { allowedHostsOf } from './incoming/stored-source.ts';
import { createToken, listTokens, revokeToken, tokenOf } from './push/push-tokens.ts';
import { type Push, takePush } from './push/take-push.ts';
import { listMissing, listSources, originOf } from './source-views.ts';
import { checkAllowedHosts, createSource, loadSource, removeSource, updateSource } from './sources.ts';

/** Whose token it is; what it may do is pushing, and nothing else. */
export type Pusher = PushTokenTable;

export interface FeedService {
  sources(actor: Actor, language: Language): Promise<readonly FeedSource[]>;
  create(input: FeedSourceInput, actor: Actor, language: Language): Promise<FeedSource>;
  update(id: string, input: FeedSourceInput, actor: Actor, language: Language): Promise<FeedSource>;
  remove(id: string, actor: Actor): Promise<void>;
  preview(input: FeedPreviewInput, actor: Actor, language: Language): Promise<FeedPreview>;
  /** Asks the portal now and tells how it went. */
  pollNow(id: string, actor: Actor, language: Language): Promise<FeedSource>;
  /** Asks every source whose time has come. */
  pollDue(): Promise<number>;
  pollAll(): Promise<number>;
  missing(id: string, actor: Actor): Promise<MissingItems>;
  originOf(recordId: string): Promise<RecordOrigin>;
  tokens(actor: Actor): Promise<readonly PushToken[]>;
  createToken(
    input: { readonly name: string; readonly agencyId: string },
    actor: Actor,
  ): Promise<{ readonly token: PushToken; readonly secret: string }>;
  revokeToken(id: string, actor: Actor): Promise<void>;
  /** The id of the token in an Authorization header. Throws `feeds.bad-token`. */
  pusherOf(authorization: string | null): Promise<Pusher>;
  push(
    pusher: Pusher,
    push: Push,
    language: Language,
  ): Promise<{ readonly answer: PushAnswer; readonly isReplayed: boolean }>;
  /** Ends what is under way. */
  close(): Promise<void>;
}

/** One article a second: as fast as a person clicks. */
const pauseMs = 1000;
const network: PortalPorts = { fetch: fetchPortal, pause: () => wait(pauseMs) };

export function createFeedService(desk: Desk, ports: PortalPorts = network): FeedService {
  const poller = new FeedPoller(desk, ports);
  const view = async (id: string, language: Language): Promise<FeedSource> => {
    const [source] = await listSources(desk.db, null, language, id);
    if (source === undefined) throw new AppError('not-found', { what: id });
    return source;
  };
  return {
    sources: (actor, language) => listSources(desk.db, actor.agencyId, language),
    create: async (input, actor, language) => view(await createSource(desk, input, actor), language),
    update: async (id, input, actor, language) => {
      await updateSource(desk, id, input, actor);
      return view(id, language);
    },
    remove: (id, actor) => removeSource(desk, id, actor),
    preview: async (input, actor, language) => {
      const saved = input.sourceId === null ? null : await loadSource(desk, input.sourceId, actor);
      const before = saved === null ? [] : allowedHostsOf(saved);
      const hosts = checkAllowedHosts(input.allowedHosts, before, actor);
      return previewSource(desk, input, hosts, ports, language);
    },
    pollNow: async (id, actor, language) => {
      await loadSource(desk, id, actor);
      await poller.pollNow(id);
      return view(id, language);
    },
    pollDue: () => poller.pollDue(),
    pollAll: () => poller.pollAll(),
    missing: async (id, actor) => listMissing(desk.db, (await loadSource(desk, id, actor)).id),
    originOf: (recordId) => originOf(desk.db, recordId),
    tokens: (actor) => listTokens(desk.db, actor.agencyId),
    createToken: (input, actor) => createToken(desk, input, actor),
    revokeToken: (id, actor) => revokeToken(desk, id, actor),
    pusherOf: (authorization) => tokenOf(desk.db, authorization),
    push: (pusher, push, language) => takePush(desk, pusher, push, language),
    close: () => poller.close(),
  };
}
