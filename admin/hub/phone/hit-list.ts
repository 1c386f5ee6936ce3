// What a search found, as a list of links with the found words marked.
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { SearchHit, TextRange } from '#shared/search/types.ts';
import { formatDate } from './format.ts';
import { type Content, html, type Markup } from './markup.ts';
import { link, type PageContext } from './page-context.ts';

/** @param isWithin all are of one register, which the page names already */
export function hitList(hits: readonly SearchHit[], context: PageContext, isWithin = false): Markup {
  return html`<ol class="hits">${hits.map((hit) => hitItem(hit, context, isWithin))}</ol>`;
}

function hitItem(hit: SearchHit, context: PageContext, isWithin: boolean): Markup {
  const { record, titleRanges, snippet } = hit;
  return html`<li><a href="${link(context, `/m/${record.code}`)}">${marked(record.title, titleRanges)}</a>
${passage(record, snippet)}
${isWithin ? null : hitFacts(record, context)}</li>`;
}

function hitFacts(record: CatalogueRecord, { text, language }: PageContext): Markup {
  const facts = [
    record.agencyName,
    record.date === null ? '' : formatDate(record.date, language),
    record.details?.type === 'entry' ? record.details.registerTitle : text.kinds[record.kind],
    record.validity === 'expired' || record.validity === 'repealed' ? text.validities[record.validity] : '',
  ];
  return html`<small class="meta">${facts.filter(Boolean).map((fact) => html`<span>${fact}</span> `)}</small>`;
}

/** An entry is told from its namesakes by its first cells. */
function passage({ kind, summary }: CatalogueRecord, snippet: SearchHit['snippet']): Markup | null {
  if (snippet !== null) return html`<p>${marked(snippet.text, snippet.ranges)}</p>`;
  return kind === 'entry' && summary !== '' ? html`<p>${summary}</p>` : null;
}

/** The text with the found stretches marked; ranges that overlap or lie outside are passed over. */
export function marked(text: string, ranges: readonly TextRange[]): Content {
  const pieces: Content[] = [];
  let end = 0;
  for (const [from, to] of ranges) {
    if (from < end || to <= from || to > text.length) continue;
    pieces.push(text.slice(end, from), html`<mark>${text.slice(from, to)}</mark>`);
    end = to;
  }
  return [...pieces, text.slice(end)];
}
