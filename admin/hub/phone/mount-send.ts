// Puts upload links on the hub: a page that takes one agency's files without an account and shows nothing but its own receipts.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context, Hono } from 'hono';
import { type AppError, toAppError } from '#shared/errors/app-error.ts';
import { describeError, statusOf } from '#shared/errors/describe-error.ts';
import { chinaDay, monthPattern, shiftMonth } from '#shared/transfers/transfer-month.ts';
import { sendPolicy } from '../http/content-security-policy.ts';
import type { HubEnv } from '../http/hub-env.ts';
import { receiveForm } from '../http/multipart/receive-files.ts';
import { papersOf } from '../http/routes/transfers.ts';
import type { LinkView } from '../transfers/transfer-service.ts';
import { contextOf, type Phone, sendAsset } from './answer-page.ts';
import { loadSendAssets } from './phone-assets.ts';
import { receiptPage, refusedPage, sendPage } from './send-page.ts';

/** Months that can be chosen, from the coming one back. */
const monthsOffered = 14;
const maxFileBytes = 100 * 1024 * 1024;

export function mountSend(app: Hono<HubEnv>, phone: Phone): void {
  const { script, style } = loadSendAssets();
  for (const asset of [script, style]) app.get(asset.path, (c) => sendAsset(c, asset));
  const assets = { script: script.path, style: style.path };
  const { transfers } = phone.runtime.services;
  const refused = (c: Context<HubEnv>, error: AppError) => {
    const isClosed = error.code === 'transfers.link-closed' || error.code === 'not-found';
    const words = describeError(error.code, error.details, c.get('language'));
    const reason = isClosed ? null : { words, path: pathOf(c) };
    return html(c, statusOf(error.code), (context) => refusedPage(context, assets, reason));
  };
  /** The secret is in the address: what fails here is logged without it. */
  const guarded = async (c: Context<HubEnv>, act: () => Promise<Response>) => {
    try {
      phone.runtime.limits.transferLink.take(c.get('address'));
      return await act();
    } catch (thrown) {
      const error = toAppError(thrown);
      if (statusOf(error.code) >= 500) phone.runtime.services.log('an upload failed', error.cause ?? error);
      return refused(c, error);
    }
  };
  const html = (
    c: Context<HubEnv>,
    status: number,
    draw: (context: ReturnType<typeof contextOf>) => string,
  ) =>
    phone.runtime.current.use(async (release) => {
      const headers = {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': sendPolicy,
        'cache-control': 'no-store',
        // Without its script the form must still say where it comes from; to other sites nothing is said.
        'referrer-policy': 'same-origin',
        'x-robots-tag': 'noindex, nofollow',
      };
      return new Response(draw(contextOf(c, phone, release)), { status, headers });
    });
  app.get('/m/send/:token', (c) =>
    guarded(c, async () => {
      const view = await transfers.linkOf(tokenOf(c));
      const months = offeredMonths(phone.runtime.services.now());
      return html(c, 200, (context) => sendPage({ view, path: pathOf(c), months }, context, assets));
    }),
  );
  app.post('/m/send/:token', (c) =>
    guarded(c, async () => {
      const view = await transfers.linkOf(tokenOf(c));
      const id = await takeIn(c, phone, view);
      return c.redirect(`${pathOf(c)}/${id}${new URL(c.req.url).search}`, 303);
    }),
  );
  app.get('/m/send/:token/:receipt', (c) =>
    guarded(c, async () => {
      const receipt = await transfers.receipt(tokenOf(c), (c.req.param('receipt') ?? '').slice(0, 60));
      if (receipt === null) return html(c, 404, (context) => refusedPage(context, assets, null));
      return html(c, 200, (context) => receiptPage(receipt, pathOf(c), context, assets));
    }),
  );
}

const tokenOf = (c: Context<HubEnv>) => (c.req.param('token') ?? '').slice(0, 60);
const pathOf = (c: Context<HubEnv>) => `/m/send/${encodeURIComponent(tokenOf(c))}`;

/** Bounded by what the link still takes before the first byte is stored. */
async function takeIn(c: Context<HubEnv>, phone: Phone, view: LinkView): Promise<string> {
  const { services, imports, limits } = phone.runtime;
  limits.upload.take(c.get('address'));
  const { id, folder } = imports.newFolder();
  const bounds = { maxFiles: view.filesLeft, maxFileBytes, maxTotalBytes: view.bytesLeft };
  try {
    const { files, fields } = await receiveForm(c.req.raw, join(folder, id), bounds);
    return await services.transfers.upload(tokenOf(c), saidIn(fields, services.now()), papersOf(files));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function saidIn(fields: Readonly<Record<string, string>>, nowMs: number) {
  const month = fields.month ?? '';
  return {
    month: monthPattern.test(month) ? month : chinaDay(nowMs).slice(0, 7),
    isEmpty: fields.isEmpty === '1',
    contact: (fields.contact ?? '').trim().slice(0, 100),
    note: (fields.note ?? '').trim().slice(0, 1000),
  };
}

/** From the coming month back; agencies send the month that has just ended, or the present one. */
function offeredMonths(nowMs: number): readonly string[] {
  const month = chinaDay(nowMs).slice(0, 7);
  return Array.from({ length: monthsOffered }, (_, back) => shiftMonth(month, 1 - back));
}
