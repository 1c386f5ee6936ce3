// The pages behind an upload link: the form, the receipt, and what stands there when nothing can be sent. They work without a script.
import { describeBytes } from '../http/read-body.ts';
import type { UploadReceipt } from '../transfers/accept-upload.ts';
import type { LinkView } from '../transfers/transfer-service.ts';
import { formatDay, formatMoment } from './format.ts';
import { page } from './layout.ts';
import { html } from './markup.ts';
import { link, type PageContext } from './page-context.ts';
import { sendText } from './text-send.ts';

/** Addresses of what the pages add to the phone's own. */
export interface SendAssets {
  readonly script: string;
  readonly style: string;
}

export interface SendForm {
  readonly view: LinkView;
  /** Where the form goes: the page's own path. */
  readonly path: string;
  /** The month offered first, and the months that can be chosen. */
  readonly months: readonly string[];
}

const accepted = '.doc,.docx,.pdf,.html,.htm,.txt,.md,.csv,.tsv,.xlsx,.jsonl,.zip';

export function sendPage({ view, path, months }: SendForm, context: PageContext, assets: SendAssets): string {
  const words = sendText(context.language);
  const [first, second] = months;
  const main = html`<h1>${words.title}</h1>
<p>${words.lead(view.agencyName)}</p>
<p class="kept">${words.until(formatDay(view.expiresAt, context.language))} · ${words.left(view.filesLeft, describeBytes(view.bytesLeft))}</p>
<form id="send" class="send" method="post" action="${link(context, path)}" enctype="multipart/form-data" data-sending="${words.sending}" data-sent="${words.sent('{percent}')}" data-failed="${words.failed}">
<p><label for="month">${words.month}</label>
<select id="month" name="month" required>${months.map((month) => html`<option value="${month}"${month === (second ?? first) ? html` selected` : null}>${month}</option>`)}</select></p>
<p><label for="files">${words.files}</label><input id="files" name="file" type="file" multiple accept="${accepted}" aria-describedby="files-hint"><small id="files-hint">${words.filesHint}</small></p>
<p class="send__flag"><input id="empty" name="isEmpty" type="checkbox" value="1"><label for="empty">${words.nothing}</label></p>
<p><label for="list">${words.list}${words.optional}</label><input id="list" name="list" type="file" accept=".xlsx,.csv,.tsv" aria-describedby="list-hint"><small id="list-hint">${words.listHint}</small></p>
<p><label for="scan">${words.scan}${words.optional}</label><input id="scan" name="scan" type="file" accept=".pdf,.jpg,.jpeg,.png,.tif,.tiff"></p>
<p><label for="contact">${words.contact}${words.optional}</label><input id="contact" name="contact" maxlength="100" autocomplete="name"></p>
<p><label for="note">${words.note}${words.optional}</label><textarea id="note" name="note" rows="2" maxlength="1000"></textarea></p>
<p><button class="solid">${words.submit}</button></p>
<p id="going" role="status" hidden></p>
<progress id="bar" value="0" max="1" aria-labelledby="going" hidden></progress>
<p id="trouble" class="version changed" role="alert" hidden></p>
</form>
<p class="kept">${words.privacy}</p>`;
  return page(context, { title: words.title, main, module: assets.script, style: assets.style });
}

export function receiptPage(
  receipt: UploadReceipt,
  path: string,
  context: PageContext,
  assets: SendAssets,
): string {
  const words = sendText(context.language);
  const fact = (name: string, value: string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  const files = receipt.files.length === 0 ? words.none : String(receipt.files.length);
  const main = html`<h1>${words.receipt}</h1>
<dl class="send__facts">
${fact(words.code, receipt.id.toUpperCase())}
${fact(words.agency, receipt.agencyName)}
${fact(words.month, receipt.month)}
${fact(words.sentAt, formatMoment(receipt.sentAt, context.language))}
${fact(words.state, words.states[receipt.state])}
${receipt.number === null ? null : fact(words.number, receipt.number)}
${receipt.returnReasons === '' ? null : fact(words.reasons, receipt.returnReasons)}
${fact(words.fileCount, files)}
</dl>
<ol class="send__files">${receipt.files.map((name) => html`<li>${name}</li>`)}</ol>
<p class="kept">${words.receiptKeep}</p>
<p><a href="${link(context, path)}">${words.again}</a></p>`;
  return page(context, { title: words.receipt, main, style: assets.style });
}

/** `reason` is what to do about it; without one the address opens nothing. */
export function refusedPage(
  context: PageContext,
  assets: SendAssets,
  reason: { readonly words: string; readonly path: string } | null,
): string {
  const words = sendText(context.language);
  const title = reason === null ? words.closed : words.refused;
  const back =
    reason === null ? null : html`<p><a href="${link(context, reason.path)}">${words.back}</a></p>`;
  const main = html`<h1>${title}</h1><p role="alert">${reason === null ? words.closedWhy : reason.words}</p>${back}`;
  return page(context, { title, main, style: assets.style });
}
