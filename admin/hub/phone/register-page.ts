// A register on the phone: what its readers should know, what it is, and its views in the order staff gave them.
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { RegisterDetails, RegisterNote, RegisterView } from '#shared/catalogue/register.ts';
import { entriesOnShow } from '#shared/registers/entries-on-show.ts';
import type { CatalogueReader, SearchResult } from '#shared/search/types.ts';
import { chartSection } from './chart-section.ts';
import { factTable } from './fact-table.ts';
import { formatDate } from './format.ts';
import { hitList } from './hit-list.ts';
import { type Content, html, type Markup } from './markup.ts';
import { link, type PageContext } from './page-context.ts';
import { rankingSection } from './ranking-section.ts';
import { facetLinks, registerForm } from './register-search.ts';

/** Entries that stand on the register's own page. */
const shownEntries = 8;

/** The latest entries and what they can be narrowed by; null for anything that is no register to look up in. */
export async function loadLookUp(
  { id, details }: CatalogueRecord,
  reader: CatalogueReader,
): Promise<SearchResult | null> {
  if (details?.type !== 'register' || !details.views.some(({ view }) => view === 'look-up')) return null;
  return reader.search({
    text: '',
    filters: { register: [id] },
    sort: 'date',
    offset: 0,
    limit: shownEntries,
  });
}

/** Notes first: a figure that is at odds must not be read without them. */
export function registerSections(
  record: CatalogueRecord,
  details: RegisterDetails,
  found: SearchResult | null,
  context: PageContext,
): Content {
  return [
    registerNotes(details.notes, context),
    registerFacts(record, details, found, context),
    ...details.views.map((view, at) => viewSection(view, at, { record, details, found }, context)),
  ];
}

function registerNotes(notes: readonly RegisterNote[], context: PageContext): Content {
  const words = context.text.registers;
  const said = ({ text, textEn }: RegisterNote) =>
    html`<li>${context.language === 'en' ? textEn : text}</li>`;
  const faults = notes.filter(({ isFault }) => isFault);
  const remarks = notes.filter(({ isFault }) => !isFault);
  return [
    faults.length === 0
      ? null
      : html`<div class="note faults"><h2><span aria-hidden="true">⚠</span> ${words.faults}</h2><p>${words.faultsLine}</p><ul>${faults.map(said)}</ul></div>`,
    remarks.length === 0
      ? null
      : html`<div class="note remarks"><h2><span aria-hidden="true">ⓘ</span> ${words.remarks}</h2><ul>${remarks.map(said)}</ul></div>`,
  ];
}

function registerFacts(
  record: CatalogueRecord,
  details: RegisterDetails,
  found: SearchResult | null,
  { text: { registers: words }, language }: PageContext,
): Markup | null {
  const updated = record.publishedOn ?? record.date;
  return factTable(
    words.about,
    [
      [words.owner, record.agencyName],
      [words.period, details.period],
      [words.updated, updated === null ? null : formatDate(updated, language)],
      [words.count, words.entries(entriesOnShow(details, found).toLocaleString('en-US'))],
    ],
    false,
  );
}

interface Opened {
  readonly record: CatalogueRecord;
  readonly details: RegisterDetails;
  readonly found: SearchResult | null;
}

/** The table is the record's body, which stands below all of them. */
function viewSection(view: RegisterView, at: number, opened: Opened, context: PageContext): Content {
  switch (view.view) {
    case 'ranking':
      return rankingSection(view, context);
    case 'chart':
      return chartSection(view.chart, at, context);
    case 'look-up':
      return lookUpSection(opened, context);
    default:
      return null;
  }
}

function lookUpSection({ record, details, found }: Opened, context: PageContext): Content {
  if (found === null) return null;
  const words = context.text.registers;
  const scope = { record, details, chosen: {} };
  if (found.total === 0)
    return html`<section><h2>${words.lookUp}</h2><p>${words.empty(record.agencyName)}</p></section>`;
  const all = entriesOnShow(details, found).toLocaleString('en-US');
  const more =
    found.total <= found.hits.length
      ? null
      : html`<p><a class="jump" href="${link(context, '/m/', { register: record.id })}">${words.all(all)}</a></p>`;
  return html`<section class="look-up"><h2>${words.lookUp}</h2>
${registerForm(scope, '', context)}
${facetLinks(scope, '', found, context)}
<h3>${words.latest}</h3>${hitList(found.hits, context, true)}${more}</section>`;
}
