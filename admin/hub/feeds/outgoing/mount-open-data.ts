// Puts what other systems take on the hub: `/feed.atom`, `/feed.json` and `/open-data/`, all of the current release.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Context, Hono } from 'hono';
import type { HubEnv } from '../../http/hub-env.ts';
import type { OpenedRelease } from '../../http/hub-services.ts';
import { refuse } from '../../http/problem.ts';
import type { HubRuntime } from '../../http/route.ts';
import { sendFile } from '../../http/static/send-file.ts';
import { answer, contextOf, type Phone, publicAddress } from '../../phone/answer-page.ts';
import { loadPhoneAssets } from '../../phone/phone-assets.ts';
import { chinese } from '../../phone/text-zh.ts';
import { describeDataset } from './dataset.ts';
import { exportKey, listRegisters, ReleaseExports } from './export-release.ts';
import { type FeedScope, newestRecords, parseScope } from './newest-records.ts';
import { openDataPage } from './open-data-page.ts';
import { writeAtom, writeJsonFeed } from './write-feed.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  jsonl: 'application/jsonl; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** Whatever is shared is public: any page of anyone may read it. */
const shared = { 'access-control-allow-origin': '*', 'cache-control': 'public, no-cache' } as const;
const fileName = /^(?:records\.(?:csv|jsonl|json)|register-[0-9A-Z]{8}\.csv)$/;

/** Feeds kept ready: each kind, each of some agencies. */
const keptFeeds = 100;

export function mountOpenData(app: Hono<HubEnv>, runtime: HubRuntime): void {
  const exports = new ReleaseExports(runtime.services.settings.exportsDir);
  const phone = { runtime, assets: loadPhoneAssets() };
  const feeds = new KeptFeeds();
  app.use('/open-data/*', async (c, next) => {
    runtime.limits.phone.take(c.get('address'));
    await next();
  });
  for (const format of ['atom', 'json'] as const) {
    app.get(`/feed.${format}`, (c) => {
      runtime.limits.phone.take(c.get('address'));
      return withRelease(runtime, (release) => sendFeed(c, format, release, phone, feeds));
    });
  }
  app.get('/open-data', (c) => c.redirect('/open-data/', 308));
  app.get('/open-data/', (c) =>
    answer(c, phone, async (release) => ({
      status: 200,
      html: openDataPage(await listRegisters(release.reader), contextOf(c, phone, release)),
    })),
  );
  app.get('/open-data/dataset.json', (c) =>
    withRelease(runtime, async (release) => {
      const text = describeDataset(release.manifest, await listRegisters(release.reader), baseOf(c, release));
      return sendText(c.req.raw, text, 'application/ld+json; charset=utf-8');
    }),
  );
  app.get('/open-data/:name', (c) => withRelease(runtime, (release) => sendExport(c, release, exports)));
}

const withRelease = (runtime: HubRuntime, read: (release: OpenedRelease) => Promise<Response>) =>
  runtime.current.use((release) => (release === null ? refuse('release.none') : read(release)));

const baseOf = (c: Context<HubEnv>, release: OpenedRelease) => publicAddress(c, release, '');

async function sendExport(
  c: Context<HubEnv>,
  release: OpenedRelease,
  exports: ReleaseExports,
): Promise<Response> {
  const name = c.req.param('name') ?? '';
  if (!fileName.test(name)) refuse('not-found', { what: name.slice(0, 100) });
  const key = exportKey(release);
  const folder = await exports.folderOf(release);
  return sendFile(c.req.raw, {
    path: join(folder, name),
    what: name,
    etag: `"${key}"`,
    headers: {
      ...shared,
      'content-type': mediaTypes[name.split('.')[1] ?? ''] ?? 'application/octet-stream',
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
}

/** Feeds as they were written last, by what they follow from; the oldest make room. */
class KeptFeeds {
  readonly #texts = new Map<string, string>();

  async get(key: string, write: () => Promise<string>): Promise<string> {
    const text = this.#texts.get(key) ?? (await write());
    this.#texts.delete(key);
    this.#texts.set(key, text);
    const [oldest] = this.#texts.keys();
    if (this.#texts.size > keptFeeds && oldest !== undefined) this.#texts.delete(oldest);
    return text;
  }
}

async function sendFeed(
  c: Context<HubEnv>,
  format: 'atom' | 'json',
  release: OpenedRelease,
  { runtime }: Phone,
  feeds: KeptFeeds,
): Promise<Response> {
  const scope = parseScope(c.req.query('kind'), c.req.query('agency'), release);
  const base = baseOf(c, release);
  const path = `/feed.${format}${queryOf(scope)}`;
  const text = await feeds.get(`${exportKey(release)} ${base}${path}`, async () => {
    const records = await newestRecords(release, scope, runtime.services);
    const head = { base, path, manifest: release.manifest, scope: wordsOf(scope, release) };
    return format === 'atom' ? writeAtom(records, head) : writeJsonFeed(records, head);
  });
  const type = format === 'atom' ? 'application/atom+xml' : 'application/feed+json';
  return sendText(c.req.raw, text, `${type}; charset=utf-8`);
}

function queryOf({ kind, agencyId }: FeedScope): string {
  const query = new URLSearchParams({
    ...(kind === null ? {} : { kind }),
    ...(agencyId === null ? {} : { agency: agencyId }),
  }).toString();
  return query === '' ? '' : `?${query}`;
}

function wordsOf({ kind, agencyId }: FeedScope, { manifest }: OpenedRelease): string {
  const agency = manifest.agencies.find(({ id }) => id === agencyId)?.name ?? '';
  return [agency, kind === null ? '' : chinese.kinds[kind]].filter((part) => part !== '').join(' · ');
}

function sendText(request: Request, text: string, type: string): Response {
  const bytes = new TextEncoder().encode(text);
  const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"`;
  const headers = { ...shared, 'content-type': type, etag };
  const asked = request.headers.get('if-none-match')?.split(',') ?? [];
  const isSame = asked.some((one) => one.trim().replace(/^W\//, '') === etag);
  return isSame
    ? new Response(null, { status: 304, headers })
    : new Response(bytes, { status: 200, headers });
}
