// The receipt: number and code to keep, drawn by the hub, or by the phone's script from the same frame left empty.
import { create } from 'qrcode';
import { isFormal } from '#shared/cases/case-kinds.ts';
import { progressAddress, symbolPath } from '#shared/handoff/symbol-path.ts';
import type { CaseReceipt } from '#shared/protocol/cases-api.ts';
import { formatDate } from '../format.ts';
import { page } from '../layout.ts';
import { html, type Markup } from '../markup.ts';
import { link, type PageContext } from '../page-context.ts';
import { formScript } from './form-assets.ts';
import { type FormText, formText } from './form-text.ts';
import { scriptWords } from './script-words.ts';

export interface ReceiptView {
  readonly receipt: CaseReceipt;
  /** The hub as phones reach it, e.g. `https://example.org`. */
  readonly origin: string;
  readonly style: string;
}

export function receiptPage(view: ReceiptView, context: PageContext): string {
  const words = formText(context.language);
  const { receipt } = view;
  const main = html`<div class="form-page" id="receipt-page" data-words="${scriptWords(words, 'progress', context)}" data-receipt="${JSON.stringify(receipt)}">
${receiptFrame(words, filledSlots(view, words, context))}</div>`;
  return page(context, { title: words.kinds.receipt.title, main, module: formScript, style: view.style });
}

interface Slots {
  readonly kind: string;
  readonly number: string;
  readonly code: string;
  readonly receivedOn: string;
  readonly howToOpen: string;
  readonly next: string;
  readonly symbol: Markup;
  readonly progress: string;
}

function filledSlots({ receipt, origin }: ReceiptView, words: FormText, context: PageContext): Slots {
  const { kinds, receipt: text } = words.kinds;
  return {
    kind: kinds[receipt.kind],
    number: receipt.number,
    code: receipt.code,
    receivedOn: formatDate(receipt.receivedOn, context.language),
    howToOpen: receipt.needsPhone ? text.leadPhone : text.leadNoPhone,
    next: isFormal(receipt.kind) ? text.nextLines.formal : text.nextLines.voice,
    symbol: symbolOf(progressAddress(origin, receipt.code), text.qr),
    progress: `${link(context, '/m/progress')}#c=${receipt.code}`,
  };
}

function symbolOf(text: string, name: string): Markup {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size, path } = symbolPath(modules.size, modules.data);
  return html`<svg class="symbol" role="img" aria-label="${name}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`;
}

/** The frame with nothing in it, for the script to fill: a receipt that was sent by it looks like any other. */
export function receiptTemplate(words: FormText, context: PageContext): Markup {
  const empty: Slots = {
    ...{ kind: '', number: '', code: '', receivedOn: '', howToOpen: '', next: '' },
    symbol: html`<svg class="symbol" role="img" aria-label="${words.kinds.receipt.qr}" shape-rendering="crispEdges"><rect fill="#fff"/><path fill="#000"/></svg>`,
    progress: link(context, '/m/progress'),
  };
  return html`<template id="receipt-frame">${receiptFrame(words, empty)}</template>`;
}

function receiptFrame(words: FormText, slots: Slots): Markup {
  const text = words.kinds.receipt;
  const fact = (name: string, slot: string, value: string) =>
    html`<div><dt>${name}</dt><dd data-slot="${slot}">${value}</dd></div>`;
  return html`<article class="receipt" data-receipt-frame>
<p class="done-mark" aria-hidden="true"></p>
<h1 tabindex="-1" data-slot="title">${text.title}</h1>
<p class="lead">${text.lead}</p>
<div class="receipt__card">
<p class="receipt__name">${text.code}</p>
<p class="receipt__code" data-slot="code">${slots.code}</p>
<p class="receipt__how" data-slot="howToOpen">${slots.howToOpen}</p>
<dl class="receipt__facts">
${fact(text.number, 'number', slots.number)}
${fact(text.kind, 'kind', slots.kind)}
${fact(text.receivedOn, 'receivedOn', slots.receivedOn)}
</dl>
<div class="receipt__symbol">${slots.symbol}<small>${text.qrHint}</small></div>
</div>
<div class="receipt__image" data-slot="image" hidden></div>
<p class="actions" data-slot="tools" hidden><button class="plain" type="button" data-act="image">${text.image}</button>
<button class="plain" type="button" data-act="copy">${text.copy}</button></p>
<p class="hidden" role="status" data-slot="told"></p>
<h2>${text.keep}</h2>
<ul>${text.keepLines.map((line) => html`<li>${line}</li>`)}</ul>
<h2>${text.next}</h2>
<p data-slot="next">${slots.next}</p>
<p class="actions"><a class="solid" data-slot="progress" href="${slots.progress}">${text.progress}</a></p>
<p class="receipt__own" data-slot="own" hidden><span>${text.phoneKept}</span>
<button class="quiet" type="button" data-act="forget">${text.forget}</button></p>
</article>`;
}
