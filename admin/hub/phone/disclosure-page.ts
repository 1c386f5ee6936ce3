// `/m/disclosure`: the fixed sections of the platform with their pages, and how to apply for what is not there.
import {
  type ListedSection,
  listedSections,
  mostSectionRecords,
  recordsOfSection,
  reportsByYear,
  sectionFilters,
} from '#shared/catalogue/disclosure-sections.ts';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { CatalogueReader } from '#shared/search/types.ts';
import { factTable, listSection } from './fact-table.ts';
import { formatDate, phoneLinks } from './format.ts';
import { homeLinks } from './forms/form-links.ts';
import { page } from './layout.ts';
import { type Content, html, type Markup } from './markup.ts';
import { officeOf, officeSection } from './office.ts';
import { link, type PageContext } from './page-context.ts';

export type SectionLists = Readonly<Record<ListedSection, readonly CatalogueRecord[]>>;

/** What each section holds. */
export async function loadSections(reader: CatalogueReader): Promise<SectionLists> {
  const lists: Partial<Record<ListedSection, readonly CatalogueRecord[]>> = {};
  for (const section of listedSections) {
    const found: CatalogueRecord[] = [];
    for (const filters of sectionFilters(section)) {
      const query = { text: '', filters, sort: 'date', offset: 0, limit: mostSectionRecords } as const;
      found.push(...(await reader.search(query)).hits.map((hit) => hit.record));
    }
    lists[section] = recordsOfSection(section, found);
  }
  return lists as SectionLists;
}

export function disclosurePage(lists: SectionLists, context: PageContext): string {
  const words = context.text.disclosure;
  const main = html`<h1>${words.title}</h1>
<nav class="chips" aria-label="${words.title}">
${listedSections.map((section) => html`<a href="#${section}">${words.sections[section]}</a>`)}
<a href="#apply">${words.apply}</a></nav>
${sectionOf('disclosure-guide', recordList(lists['disclosure-guide'], context), context)}
${sectionOf('rules', recordList(lists.rules, context), context)}
${sectionOf('annual-report', reportList(lists['annual-report'], context), context)}
${applySection(lists, context)}`;
  return page(context, { title: words.title, main });
}

function sectionOf(section: ListedSection, list: Content, { text }: PageContext): Markup {
  return html`<section id="${section}"><h2>${text.disclosure.sections[section]}</h2>
${list ?? html`<p>${text.disclosure.none}</p>`}</section>`;
}

/** Null when there is nothing. */
function recordList(records: readonly CatalogueRecord[], context: PageContext): Markup | null {
  if (records.length === 0) return null;
  return html`<ol class="hits">${records.map((record) => item(record, context))}</ol>`;
}

function item(record: CatalogueRecord, context: PageContext): Markup {
  const date = record.publishedOn ?? record.date;
  const facts = [record.agencyName, date === null ? null : formatDate(date, context.language)];
  return html`<li><a href="${link(context, `/m/${record.code}`)}">${record.title}</a>
<small class="meta">${facts.filter(Boolean).map((fact) => html`<span>${fact}</span> `)}</small></li>`;
}

function reportList(reports: readonly CatalogueRecord[], context: PageContext): Content {
  if (reports.length === 0) return null;
  const words = context.text.disclosure;
  return reportsByYear(reports).map(
    ([year, own]) => html`<h3>${year === null ? words.noYear : words.year(year)}</h3>
${recordList(own, context)}`,
  );
}

function applySection(lists: SectionLists, context: PageContext): Markup {
  const words = context.text.disclosure;
  const [guide] = lists['disclosure-guide'];
  const supervision = context.manifest?.venue.supervisionPhone ?? null;
  return html`<section id="apply"><h2>${words.apply}</h2><p>${words.applyLead}</p>${homeLinks(context)}</section>
${listSection(words.what, words.whatItems)}
<p>${words.whatNote}</p>
${listSection(words.how, words.howItems, true)}
${factTable(
  words.apply,
  [
    [words.fee, words.feeLine],
    [words.remedy, words.remedyLine],
    [words.supervision, supervision === null ? null : phoneLinks(supervision)],
  ],
  false,
)}
${guide === undefined ? null : html`<h2>${words.office}</h2>${officeSection(officeOf(guide, context), context)}`}
<p><small>${words.basis}</small></p>`;
}
