// A visitor's list on the phone: each record with its facts, what changed since, and what is gone.
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { formatHandoff } from '#shared/handoff/codes.ts';
import { type ListedRecord, shortCodeDays } from '#shared/handoff/list-payload.ts';
import { formatDate } from './format.ts';
import { page, searchForm } from './layout.ts';
import { html, type Markup } from './markup.ts';
import { link, type PageContext } from './page-context.ts';

export interface ListView {
  readonly entries: readonly { readonly listed: ListedRecord; readonly record: CatalogueRecord | null }[];
  /** The public address of this page. */
  readonly address: string;
  /** The hub keeps it under a short code. */
  readonly isShort: boolean;
}

export function listPage({ entries, address, isShort }: ListView, context: PageContext): string {
  const words = context.text.handOff.list;
  const main = html`<h1>${words.title}</h1>
<p class="count">${words.count(entries.length)}</p>
<ol class="hits">${entries.map(({ listed, record }) => (record === null ? goneItem(listed, context) : item(listed, record, context)))}</ol>
<p class="kept">${isShort ? words.keepShort(shortCodeDays) : words.keep}</p>`;
  const bar = html`<nav class="bar" aria-label="${context.text.bar.label}">
<button type="button" data-copy-link data-done="${context.text.bar.copied}" hidden>${words.copy}</button>
<button type="button" data-share hidden>${context.text.bar.share}</button>
</nav><p class="hidden" id="told" role="status"></p>`;
  return page(context, { title: words.title, main, bar, address });
}

function item(listed: ListedRecord, record: CatalogueRecord, context: PageContext): Markup {
  const { text, language } = context;
  const isOver = record.validity === 'expired' || record.validity === 'repealed';
  const facts = [
    text.kinds[record.kind],
    record.agencyName,
    record.docNo ?? '',
    record.date === null ? '' : formatDate(record.date, language),
    isOver ? text.validities[record.validity] : '',
  ];
  const changed =
    listed.version === record.version
      ? null
      : html`<p class="version changed">${text.handOff.list.changed(listed.version, record.version)}</p>`;
  return html`<li><a href="${link(context, `/m/${formatHandoff(listed.code, listed.version)}`)}">${record.title}</a>
<small class="meta">${facts.filter(Boolean).map((fact) => html`<span>${fact}</span> `)}</small>${changed}</li>`;
}

function goneItem({ code }: ListedRecord, { text }: PageContext): Markup {
  const words = text.handOff.list;
  return html`<li><p>${words.gone}</p><small class="meta">${words.goneCode(code)}</small></li>`;
}

/** `/m/list`: the list is in the fragment, which only the script can see. */
export function listShell(context: PageContext): string {
  const words = context.text.handOff.list;
  const main = html`<h1>${words.title}</h1>
<p id="list-told" role="status" data-damaged="${words.damaged}" hidden>${words.opening}</p>
<noscript><p>${words.noScript}</p></noscript>
${searchForm(context)}`;
  return page(context, { title: words.title, main, module: '/m/app/list.js' });
}

/** 404 for a short code whose time is over, or which nobody got. */
export function expiredListPage(context: PageContext): string {
  const words = context.text.handOff.list;
  const main = html`<h1>${words.expired}</h1><p>${words.expiredWhy(shortCodeDays)}</p>${searchForm(context)}`;
  return page(context, { title: words.expired, main });
}
