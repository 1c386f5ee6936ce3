// Answers with a phone page: draws it for whoever asked, and turns what breaks inside into a page as well.
import type { Context } from 'hono';
import { toAppError } from '#shared/errors/app-error.ts';
import { statusOf } from '#shared/errors/describe-error.ts';
import { phonePolicy, phoneWorkerPolicy } from '../http/content-security-policy.ts';
import type { HubEnv } from '../http/hub-env.ts';
import type { OpenedRelease } from '../http/hub-services.ts';
import type { HubRuntime } from '../http/route.ts';
import { compressBytes, pickEncoding } from '../http/static/compress.ts';
import { damagedPage, noReleasePage } from './notice-pages.ts';
import type { PageContext } from './page-context.ts';
import type { PhoneAsset, PhoneAssets } from './phone-assets.ts';
import { phoneText } from './phone-text.ts';

export interface Phone {
  readonly runtime: HubRuntime;
  readonly assets: PhoneAssets;
}

export interface Shown {
  readonly status: 200 | 404 | 410 | 503;
  readonly html: string;
}

/** Draws a page; what breaks inside becomes a page as well, and a line in the log. */
export async function answer(
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

export function contextOf(c: Context<HubEnv>, phone: Phone, release: OpenedRelease | null): PageContext {
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

/** A page's address as people keep it: under the public address, or under the one they came by where there is none. */
export function publicAddress(c: Context<HubEnv>, release: OpenedRelease, path: string): string {
  const { publicUrl } = release.manifest;
  return `${publicUrl === '' ? new URL(c.req.url).origin : publicUrl}${path}`;
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

export function sendAsset(c: Context<HubEnv>, asset: PhoneAsset): Promise<Response> {
  return sendCompressed(c, asset.bytes, 200, {
    'content-type': asset.mediaType,
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
  });
}

/** The worker's script is asked for anew each time, so that a new one is never waited for. */
export function sendWorker(c: Context<HubEnv>, asset: PhoneAsset): Promise<Response> {
  return sendCompressed(c, asset.bytes, 200, {
    'content-type': asset.mediaType,
    'content-security-policy': phoneWorkerPolicy,
    'cache-control': 'no-cache',
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
