// A matter on the phone: what must be public, what is, how current it is, and the newest of it.
import { chinaDate } from '#shared/calendar/civil-day.ts';
import { isPastPeriod } from '#shared/catalogue/duty-age.ts';
import { owedDateOf } from '#shared/catalogue/owed-dates.ts';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { CatalogueReader, SearchResult } from '#shared/search/types.ts';
import { factTable, lines } from './fact-table.ts';
import { formatDate } from './format.ts';
import { type Content, html, type Markup } from './markup.ts';
import { link, type PageContext } from './page-context.ts';

/** The newest of what fulfils a matter, and how much there is. */
export type Fulfilling = Pick<SearchResult, 'total' | 'totalIsLowerBound' | 'hits'>;

const listed = 10;

/** Null for anything that is no matter. */
export async function loadFulfilling(
  record: CatalogueRecord,
  reader: CatalogueReader,
): Promise<Fulfilling | null> {
  if (record.kind !== 'matter') return null;
  return reader.search({
    text: '',
    filters: { matter: [record.id] },
    sort: 'date',
    offset: 0,
    limit: listed,
  });
}

/** Null where there is no matter, or nothing was looked up. */
export function dutySection(
  record: CatalogueRecord,
  found: Fulfilling | null,
  context: PageContext,
): Markup | null {
  if (found === null || record.details?.type !== 'matter') return null;
  const words = context.text.duty;
  const { total, totalIsLowerBound, hits } = found;
  const isPublic = total > 0;
  const is = totalIsLowerBound ? words.atLeast(total) : words.items(total);
  const table = factTable(
    words.title,
    [
      [words.should, lines(record.details.elements || record.title)],
      [words.is, isPublic ? html`<strong>${is}</strong>` : html`<strong>${words.none}</strong>`],
      [words.latest, isPublic ? latest(record, hits[0]?.record ?? null, context) : null],
      [words.owed, owedLine(record, context)],
      [words.person, record.details.responsiblePerson],
    ],
    true,
  );
  if (!isPublic) return html`${table}<p>${words.noneHelp}</p>`;
  const items = hits.map((hit) => item(hit.record, context));
  return html`${table}<section><h2>${words.list}</h2><ol class="hits">${items}</ol></section>`;
}

/** Null where the release does not say. */
function owedLine({ id }: CatalogueRecord, context: PageContext): string | null {
  const words = context.text.duty;
  const owed = owedDateOf(context.manifest?.owed, id, chinaDate(context.nowMs));
  if (owed === null) return null;
  const date = formatDate(owed.on, context.language);
  if (owed.isEvent) return owed.isPast ? words.eventPast(date) : words.eventNext(date);
  return owed.isPast ? words.owedPast(date) : words.owedNext(date);
}

const dateOf = (record: CatalogueRecord) => record.publishedOn ?? record.date;

function latest(matter: CatalogueRecord, newest: CatalogueRecord | null, context: PageContext): Content {
  const words = context.text.duty;
  const date = newest && dateOf(newest);
  const rule = matter.details?.type === 'matter' ? matter.details.deadline : null;
  const day = date === null ? words.undated : formatDate(date, context.language);
  return isPastPeriod(rule, date, context.nowMs) ? `${day}（${words.isOld}）` : day;
}

function item(record: CatalogueRecord, context: PageContext): Markup {
  const date = dateOf(record);
  const day = date === null ? null : formatDate(date, context.language);
  return html`<li><a href="${link(context, `/m/${record.code}`)}">${record.title}</a>
<small class="meta"><span>${day}</span></small></li>`;
}
