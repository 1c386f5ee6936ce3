// Puts the phone pages on the hub: `/m/`, `/m/<code>`, the files of a record, and the pages' own assets.
import { join } from 'node:path';
import type { Context, Hono } from 'hono';
import { isStandingEmergency } from '#shared/catalogue/notice-period.ts';
import { type CatalogueRecord, recordKinds } from '#shared/catalogue/record.ts';
import { parseHandoff } from '#shared/handoff/codes.ts';
import { isSafePath, targetFilePath } from '#shared/release/release-path.ts';
import type { HubEnv } from '../http/hub-env.ts';
import type { CodeHistory, OpenedRelease } from '../http/hub-services.ts';
import { refuse } from '../http/problem.ts';
import type { HubRuntime } from '../http/route.ts';
import { downloadHeaders } from '../http/static/download-headers.ts';
import { sendFile } from '../http/static/send-file.ts';
import {
  answer,
  contextOf,
  type Phone,
  publicAddress,
  type Shown,
  sendAsset,
  sendWorker,
} from './answer-page.ts';
import { loadConsultLinks } from './consult/consult-panel.ts';
import { mountConsult } from './consult/mount-consult.ts';
import { disclosurePage, loadSections } from './disclosure-page.ts';
import { loadFulfilling } from './duty-section.ts';
import { loadOwnRegister } from './entry-page.ts';
import { figuresPage } from './figures-page.ts';
import { todayIn } from './format.ts';
import { mountForms } from './forms/mount-forms.ts';
import { GuideLaws } from './guide-laws.ts';
import { GuideShelves } from './guide-shelves.ts';
import { guidesPage, parseAskedShelf } from './guides-page.ts';
import { mountHandOff } from './mount-hand-off.ts';
import { mountSend } from './mount-send.ts';
import { gonePage, missingPage, noPage, offShowPage } from './notice-pages.ts';
import type { PageContext } from './page-context.ts';
import { loadGuideWorker, loadPhoneAssets } from './phone-assets.ts';
import { recordPage } from './record-page.ts';
import { loadLookUp } from './register-page.ts';
import { loadScope, scopeFilters } from './register-search.ts';
import { resultsPerPage, searchPage } from './search-page.ts';

/** Deeper pages of results than this are not computed. */
const maxOffset = 2000;

export interface MountedPhone {
  /** 404 as a page for people, for addresses nothing else answers. */
  noPage(c: Context<HubEnv>): Promise<Response>;
}

export function mountPhone(app: Hono<HubEnv>, runtime: HubRuntime): MountedPhone {
  const phone = { runtime, assets: loadPhoneAssets() };
  for (const asset of Object.values(phone.assets)) app.get(asset.path, (c) => sendAsset(c, asset));
  const worker = loadGuideWorker();
  app.get(worker.path, (c) => sendWorker(c, worker));
  const laws = new GuideLaws();
  app.use('/m/*', async (c, next) => {
    runtime.limits.phone.take(c.get('address'));
    await next();
  });
  app.get('/m', (c) => c.redirect('/m/', 308));
  app.get('/m/', (c) => answer(c, phone, (release) => showSearch(c, phone, release)));
  mountHandOff(app, phone);
  mountSend(app, phone);
  mountConsult(app, phone);
  mountForms(app, phone);
  app.get('/m/disclosure', (c) =>
    answer(c, phone, async (release) => ({
      status: 200,
      html: disclosurePage(await loadSections(release.reader), contextOf(c, phone, release)),
    })),
  );
  const shelves = new GuideShelves();
  app.get('/m/guides', (c) =>
    answer(c, phone, async (release) => {
      const asked = parseAskedShelf((name) => c.req.query(name));
      const shelf = await shelves.load(release);
      return { status: 200, html: guidesPage(shelf, asked, offsetOf(c), contextOf(c, phone, release)) };
    }),
  );
  app.get('/m/figures', (c) =>
    answer(c, phone, async (release) => ({ status: 200, html: figuresPage(contextOf(c, phone, release)) })),
  );
  app.get('/m/:code', (c) => answer(c, phone, (release) => showRecord(c, phone, release, laws)));
  app.get('/m/:code/file/:sha256/:name', (c) =>
    runtime.current.use((release) => sendAttachment(c, phone, release)),
  );
  return {
    noPage: (c) =>
      answer(c, phone, async (release) => ({ status: 404, html: noPage(contextOf(c, phone, release)) })),
  };
}

async function showRecord(
  c: Context<HubEnv>,
  phone: Phone,
  release: OpenedRelease,
  laws: GuideLaws,
): Promise<Shown> {
  const context = contextOf(c, phone, release);
  const asked = c.req.param('code') ?? '';
  const handoff = parseHandoff(asked);
  if (handoff === null) return { status: 404, html: missingPage(asked.slice(0, 40), context) };
  const record = await release.reader.recordByCode(handoff.code);
  const history = await historyOf(phone, handoff.code);
  if (record === null) return await absent(handoff.code, history, release, context);
  const parts = record.body?.parts ?? 0;
  const part = Math.min(
    Math.max(1, Number.parseInt(c.req.query('part') ?? '1', 10) || 1),
    Math.max(1, parts),
  );
  const bodyHtml = parts === 0 ? '' : await release.reader.bodyPart(record.id, part - 1);
  const updatedAt = history?.versions.find(({ version }) => version === record.version)?.at ?? null;
  const address = publicAddress(c, release, `/m/${record.code}`);
  const { details } = record;
  const basis = details?.type === 'guide' ? await laws.link(details, record.id, release) : [];
  const fulfilling = await loadFulfilling(record, release.reader);
  const emergencies = await standingEmergencies(release, context.nowMs, record);
  const lookUp = part === 1 ? await loadLookUp(record, release.reader) : null;
  const register = await loadOwnRegister(record, release.reader);
  const consultLinks = await loadConsultLinks(record, release.reader);
  const view = {
    ...{ record, part, bodyHtml, basis, scannedVersion: handoff.version },
    ...{ updatedAt, fulfilling, emergencies, lookUp, register, address, consultLinks },
  };
  return { status: 200, html: recordPage(view, context) };
}

/** Looked through for emergencies, newest first, and told at most. */
const noticesRead = 40;
const mostEmergencies = 2;

async function standingEmergencies(
  { reader }: OpenedRelease,
  nowMs: number,
  but: CatalogueRecord,
): Promise<CatalogueRecord[]> {
  const filters = { kind: ['notice'] };
  const { hits } = await reader.search({ text: '', filters, sort: 'date', offset: 0, limit: noticesRead });
  const today = todayIn(nowMs);
  return hits
    .map(({ record }) => record)
    .filter((record) => record.id !== but.id && isStandingEmergency(record, today))
    .slice(0, mostEmergencies);
}

/** Why a code shows nothing, as far as the store knows it. */
async function absent(
  code: string,
  history: CodeHistory | null,
  { reader }: OpenedRelease,
  context: PageContext,
): Promise<Shown> {
  if (history === null) return { status: 404, html: missingPage(code, context) };
  const { withdrawnAt, successorCode } = history;
  const successor = successorCode === null ? null : await reader.recordByCode(successorCode);
  if (withdrawnAt !== null) return { status: 410, html: gonePage(withdrawnAt, successor, context) };
  return { status: 404, html: offShowPage(context) };
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
  const scope = await loadScope((name) => c.req.query(name), release.reader);
  const asked = (name: string) => (scope === null ? c.req.query(name) : undefined);
  const kind = recordKinds.find((known) => known === asked('kind')) ?? null;
  const agencyId = release.manifest.agencies.find(({ id }) => id === asked('agency'))?.id ?? null;
  const offset = Math.min(offsetOf(c), maxOffset);
  const isEntrance = text === '' && kind === null && agencyId === null && scope === null;
  const result = await release.reader.search({
    text,
    filters: {
      ...(kind === null ? {} : { kind: [kind] }),
      ...(agencyId === null ? {} : { agency: [agencyId] }),
      ...(scope === null ? {} : scopeFilters(scope)),
    },
    sort: text === '' ? 'date' : 'relevance',
    offset,
    limit: isEntrance ? 6 : resultsPerPage,
  });
  const view = { query: text, kind, agencyId, scope, offset, result };
  return { status: 200, html: searchPage(view, contextOf(c, phone, release)) };
}

/** Which item a list begins with, from 0. */
function offsetOf(c: Context<HubEnv>): number {
  return Math.max(0, Number.parseInt(c.req.query('from') ?? '0', 10) || 0);
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
    headers: {
      ...downloadHeaders(file.name),
      'cache-control': `public, max-age=${secondsKept(record?.shown?.until ?? null, phone.runtime.services.now())}`,
    },
  });
}

const daySeconds = 86_400;

/** How long a phone may keep a file: a day, but not beyond the time it is shown. */
function secondsKept(until: string | null, nowMs: number): number {
  const left = until === null ? daySeconds : Math.floor((Date.parse(until) - nowMs) / 1000);
  return Math.max(0, Math.min(daySeconds, left));
}
