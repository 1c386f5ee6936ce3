// Puts the phone pages on the hub: `/m/`, `/m/<code>`, the files of a record, and the pages' own assets.
import { join } from 'node:path';
import type { Context, Hono } from 'hono';
import { recordKinds } from '#shared/catalogue/record.ts';
import { statusOf, toAppError } from '#shared/errors/app-error.ts';
import { parseHandoff } from '#shared/handoff/codes.ts';
import { isSafePath, targetFilePath } from '#shared/release/release-path.ts';
import { phonePolicy } from '../http/content-security-policy.ts';
import type { HubEnv } from '../http/hub-env.ts';
import type { CodeHistory, OpenedRelease } from '../http/hub-services.ts';
import { refuse } from '../http/problem.ts';
import type { HubRuntime } from '../http/route.ts';
import { compressBytes, pickEncoding } from '../http/static/compress.ts';
import { downloadHeaders } from '../http/static/download-headers.ts';
import { sendFile } from '../http/static/send-file.ts';
import { damagedPage, gonePage, missingPage, noPage, noReleasePage } from './notice-pages.ts';
import type { PageContext } from './page-context.ts';
import { loadPhoneAssets, type PhoneAsset, type PhoneAssets } from './phone-assets.ts';
import { phoneText } from './phone-text.ts';
import { recordPage } from './record-page.ts';
import { resultsPerPage, searchPage } from './search-page.ts';

interface Phone {
  readonly runtime: HubRuntime;
  readonly assets: PhoneAssets;
}

/** Deeper pages of results than this are not computed. */
const maxOffset = 2000;

export interface MountedPhone {
  /** 404 as a page for people, for addresses nothing else answers. */
  noPage(c: Context<HubEnv>): Promise<Response>;
}

export function mountPhone(app: Hono<HubEnv>, runtime: HubRuntime): MountedPhone {
  const phone = { runtime, assets: loadPhoneAssets() };
  for (const asset of Object.values(phone.assets)) app.get(asset.path, (c) => sendAsset(c, asset));
  app.use('/m/*', async (c, next) => {
    runtime.limits.phone.take(c.get('address'));
    await next();
  });
  app.get('/m', (c) => c.redirect('/m/', 308));
  app.get('/m/', (c) => answer(c, phone, (release) => showSearch(c, phone, release)));
  app.get('/m/:code', (c) => answer(c, phone, (release) => showRecord(c, phone, release)));
  app.get('/m/:code/file/:sha256/:name', (c) =>
    runtime.current.use((release) => sendAttachment(c, phone, release)),
  );
  return {
    noPage: (c) =>
      answer(c, phone, async (release) => ({ status: 404, html: noPage(contextOf(c, phone, release)) })),
  };
}

interface Shown {
  readonly status: 200 | 404 | 410 | 503;
  readonly html: string;
}

/** Draws a page; what breaks inside becomes a page as well, and a line in the log. */
async function answer(
  c: Context<HubEnv>,
  phone: Phone,
  show: (release: OpenedRelease) => Promise<Shown | Response>,
): Promise<Response> {
  let shown: Shown | Response;
  try {
    shown = await phone.runtime.current.use(async (release) =>
      release === null ? { status: 404, html: noReleasePage(contextOf(c, phone, null)) } : show(release),
    );
  } catch (thrown) {
    if (statusOf(toAppError(thrown).code) === 429) throw thrown;
    phone.runtime.services.log(`${c.req.path} could not be shown`, thrown);
    shown = { status: 503, html: damagedPage(contextOf(c, phone, null)) };
  }
  return shown instanceof Response ? shown : sendPage(c, shown);
}

function contextOf(c: Context<HubEnv>, phone: Phone, release: OpenedRelease | null): PageContext {
  const language = c.get('language');
  const userAgent = (c.req.header('user-agent') ?? '').slice(0, 500);
  const url = new URL(c.req.url);
  url.searchParams.delete('lang');
  return {
    language,
    text: phoneText(language),
    isLanguageExplicit: (c.req.query('lang') ?? '') !== '',
    assets: phone.assets,
    manifest: release?.manifest ?? null,
    isWeChat: /MicroMessenger/i.test(userAgent),
    isApple: /iPhone|iPad|iPod|Macintosh/.test(userAgent),
    path: `${url.pathname}${url.search}`,
    nowMs: phone.runtime.services.now(),
  };
}

async function showRecord(c: Context<HubEnv>, phone: Phone, release: OpenedRelease): Promise<Shown> {
  const context = contextOf(c, phone, release);
  const asked = c.req.param('code') ?? '';
  const handoff = parseHandoff(asked);
  if (handoff === null) return { status: 404, html: missingPage(asked.slice(0, 40), context) };
  const record = await release.reader.recordByCode(handoff.code);
  const history = await historyOf(phone, handoff.code);
  if (record === null) {
    const withdrawnAt = history?.withdrawnAt ?? null;
    return withdrawnAt === null
      ? { status: 404, html: missingPage(handoff.code, context) }
      : { status: 410, html: gonePage(withdrawnAt, context) };
  }
  const parts = record.body?.parts ?? 0;
  const part = Math.min(
    Math.max(1, Number.parseInt(c.req.query('part') ?? '1', 10) || 1),
    Math.max(1, parts),
  );
  const bodyHtml = parts === 0 ? '' : await release.reader.bodyPart(record.id, part - 1);
  const updatedAt = history?.versions.find(({ version }) => version === record.version)?.at ?? null;
  const address = `${release.manifest.publicUrl}/m/${record.code}`;
  const view = { record, part, bodyHtml, scannedVersion: handoff.version, updatedAt, address };
  return { status: 200, html: recordPage(view, context) };
}

/** The page is about what is public; a store that can't answer only costs it the date of the last change. */
async function historyOf(phone: Phone, code: string): Promise<CodeHistory | null> {
  try {
    return await phone.runtime.services.records.codeHistory(code);
  } catch (cause) {
    phone.runtime.services.log(`the history of ${code} could not be read`, cause);
    return null;
  }
}

async function showSearch(
  c: Context<HubEnv>,
  phone: Phone,
  release: OpenedRelease,
): Promise<Shown | Response> {
  const text = (c.req.query('q') ?? '').trim().slice(0, 100);
  const handoff = parseHandoff(text);
  if (handoff !== null && (await release.reader.recordByCode(handoff.code)) !== null) {
    return c.redirect(`/m/${handoff.code}`, 303);
  }
  const kind = recordKinds.find((known) => known === c.req.query('kind')) ?? null;
  const agencyId = release.manifest.agencies.find(({ id }) => id === c.req.query('agency'))?.id ?? null;
  const offset = Math.min(Math.max(0, Number.parseInt(c.req.query('from') ?? '0', 10) || 0), maxOffset);
  const isEntrance = text === '' && kind === null && agencyId === null;
  const result = await release.reader.search({
    text,
    filters: {
      ...(kind === null ? {} : { kind: [kind] }),
      ...(agencyId === null ? {} : { agency: [agencyId] }),
    },
    sort: text === '' ? 'date' : 'relevance',
    offset,
    limit: isEntrance ? 6 : resultsPerPage,
  });
  const view = { query: text, kind, agencyId, offset, result };
  return { status: 200, html: searchPage(view, contextOf(c, phone, release)) };
}

/** A file is public when a record of the current release refers to it; its name is the record's, not the link's. */
async function sendAttachment(
  c: Context<HubEnv>,
  phone: Phone,
  release: OpenedRelease | null,
): Promise<Response> {
  const sha256 = c.req.param('sha256') ?? '';
  const code = parseHandoff(c.req.param('code') ?? '')?.code ?? '';
  const record = release === null ? null : await release.reader.recordByCode(code);
  const file = record?.attachments.find((attachment) => attachment.sha256 === sha256);
  const entry = release?.manifest.attachments.find((attachment) => attachment.sha256 === sha256);
  if (file === undefined || entry === undefined || !isSafePath(entry.path)) {
    refuse('not-found', { what: (c.req.param('name') ?? '').slice(0, 100) });
  }
  return sendFile(c.req.raw, {
    path: join(phone.runtime.services.settings.releaseDir, targetFilePath(entry.path, sha256)),
    what: file.name,
    etag: `"${sha256}"`,
    headers: { ...downloadHeaders(file.name), 'cache-control': 'public, max-age=86400' },
  });
}

async function sendPage(c: Context<HubEnv>, { status, html }: Shown): Promise<Response> {
  return sendCompressed(c, new TextEncoder().encode(html), status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': phonePolicy,
    'content-language': c.get('language'),
    'cache-control': 'no-cache',
    vary: 'accept-encoding, user-agent',
  });
}

function sendAsset(c: Context<HubEnv>, asset: PhoneAsset): Promise<Response> {
  return sendCompressed(c, asset.bytes, 200, {
    'content-type': asset.mediaType,
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
  });
}

async function sendCompressed(
  c: Context<HubEnv>,
  bytes: Uint8Array,
  status: number,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const encoding = pickEncoding(c.req.header('accept-encoding'));
  const sent = await compressBytes(bytes, encoding, 6);
  return new Response(new Uint8Array(sent), {
    status,
    headers: { ...headers, ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }) },
  });
}
