// Puts the pages of lists and of texts in several symbols on the hub, with the scripts they run.
import { join } from 'node:path';
import type { Context, Hono } from 'hono';
import { parseHandoff } from '#shared/handoff/codes.ts';
import { type ListedRecord, mostListed } from '#shared/handoff/list-payload.ts';
import type { HubEnv } from '../http/hub-env.ts';
import type { OpenedRelease } from '../http/hub-services.ts';
import { refuse } from '../http/problem.ts';
import { cameraPermissions } from '../http/security-headers.ts';
import { BuiltPages } from '../http/static/built-pages.ts';
import { answer, contextOf, type Phone, publicAddress, type Shown } from './answer-page.ts';
import { expiredListPage, listPage, listShell } from './list-page.ts';
import { missingPage } from './notice-pages.ts';
import { receivePage } from './receive-page.ts';

export function mountHandOff(app: Hono<HubEnv>, phone: Phone): void {
  const scripts = new BuiltPages(join(phone.runtime.services.settings.distDir, 'phone'));
  app.get('/m/app/*', async (c) => {
    const { pathname } = new URL(c.req.url);
    const file = await scripts.answer(c.req.raw, pathname.slice('/m/app/'.length));
    return file ?? refuse('not-found', { what: pathname.slice(0, 100) });
  });
  app.get('/m/list', (c) =>
    answer(c, phone, async (release) => ({ status: 200, html: listShell(contextOf(c, phone, release)) })),
  );
  app.get('/m/list/:records', (c) => answer(c, phone, (release) => showAsked(c, phone, release)));
  app.get('/m/:list{[Ll]-[0-9A-Za-z]{8}}', (c) => answer(c, phone, (release) => showKept(c, phone, release)));
  for (const path of ['/m/receive', '/m/part']) app.get(path, (c) => showReceive(c, phone));
}

/** The camera is asked for on this page alone. */
async function showReceive(c: Context<HubEnv>, phone: Phone): Promise<Response> {
  const response = await answer(c, phone, async (release) => ({
    status: 200,
    html: receivePage(contextOf(c, phone, release)),
  }));
  response.headers.set('permissions-policy', cameraPermissions);
  return response;
}

/** `/m/list/K7M2Q9X4-3,G5P2Q9X4-1`: what the script makes of the fragment; parts that are no code are passed over. */
async function showAsked(c: Context<HubEnv>, phone: Phone, release: OpenedRelease): Promise<Shown> {
  const asked = (c.req.param('records') ?? '').slice(0, 2000);
  const listed = asked.split(',').flatMap((text): ListedRecord[] => {
    const handoff = parseHandoff(text);
    return handoff === null ? [] : [{ code: handoff.code, version: handoff.version ?? 1 }];
  });
  if (listed.length === 0) {
    return { status: 404, html: missingPage(asked.slice(0, 40), contextOf(c, phone, release)) };
  }
  return showList(c, phone, release, listed.slice(0, mostListed), false);
}

async function showKept(c: Context<HubEnv>, phone: Phone, release: OpenedRelease): Promise<Shown> {
  const code = parseHandoff((c.req.param('list') ?? '').slice(2))?.code ?? '';
  const listed = await phone.runtime.services.handoffLists.find(code);
  if (listed === null) return { status: 404, html: expiredListPage(contextOf(c, phone, release)) };
  return showList(c, phone, release, listed, true);
}

async function showList(
  c: Context<HubEnv>,
  phone: Phone,
  release: OpenedRelease,
  listed: readonly ListedRecord[],
  isShort: boolean,
): Promise<Shown> {
  const entries = await Promise.all(
    listed.map(async (one) => ({ listed: one, record: await release.reader.recordByCode(one.code) })),
  );
  const codes = listed.map(({ code, version }) => `${code}-${version}`).join(',');
  // Also behind a short code the address to keep is the one that needs no keeping by the hub.
  const address = publicAddress(c, release, `/m/list/${codes}`);
  return { status: 200, html: listPage({ entries, address, isShort }, contextOf(c, phone, release)) };
}
