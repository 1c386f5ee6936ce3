// Looking something up in one register: a form that stays within it, and its columns' values as links that narrow.
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { type FacetPlace, facetPlaces, type RegisterDetails } from '#shared/catalogue/register.ts';
import type { CatalogueReader, SearchQuery, SearchResult } from '#shared/search/types.ts';
import { searchForm } from './layout.ts';
import { type Content, html, type Markup } from './markup.ts';
import { link, type PageContext } from './page-context.ts';

/** What was chosen in each place of a register. */
export type ChosenFacets = Partial<Readonly<Record<FacetPlace, string>>>;

/** The register a search stays within. */
export interface RegisterScope {
  readonly record: CatalogueRecord;
  readonly details: RegisterDetails;
  readonly chosen: ChosenFacets;
}

/** Values of a column that stand there at once; with more, the words of the form find them. */
const mostValues = 6;
const longestValue = 200;

/** The scope an address asks for; null where it names no register of this release. */
export async function loadScope(
  asked: (name: string) => string | undefined,
  reader: CatalogueReader,
): Promise<RegisterScope | null> {
  const id = asked('register') ?? '';
  const record = id === '' ? null : await reader.record(id.slice(0, 100));
  if (record?.details?.type !== 'register') return null;
  const { details } = record;
  const chosen = details.facets.flatMap(({ place }) => {
    const value = (asked(place) ?? '').slice(0, longestValue);
    return value === '' ? [] : [[place, value] as const];
  });
  return { record, details, chosen: Object.fromEntries(chosen) };
}

export function scopeFilters({ record, chosen }: RegisterScope): SearchQuery['filters'] {
  const narrowed = facetPlaces.flatMap((place) => {
    const value = chosen[place];
    return value === undefined ? [] : [[place, [value]] as const];
  });
  return { register: [record.id], ...Object.fromEntries(narrowed) };
}

/** The scope as it stands in an address. */
export function scopeQuery({ record, chosen }: RegisterScope): Record<string, string> {
  return { register: record.id, ...chosen };
}

export function registerForm(scope: RegisterScope, value: string, context: PageContext): Markup {
  const words = context.text.registers;
  const label = words.searchIn(scope.record.title);
  return searchForm(context, value, { label, hint: words.hint, kept: scopeQuery(scope) });
}

/** The way to the register itself, and the way out of it. */
export function scopeLine({ record }: RegisterScope, query: string, context: PageContext): Markup {
  const out = link(context, '/m/', query === '' ? {} : { q: query });
  return html`<p class="scope"><a href="${link(context, `/m/${record.code}`)}">${context.text.registers.about}</a>
<a href="${out}">${context.text.registers.leave}</a></p>`;
}

/** Each column that narrows, with its commonest values; what is chosen stands first and can be let go. */
export function facetLinks(
  scope: RegisterScope,
  query: string,
  found: SearchResult,
  context: PageContext,
): Content {
  return scope.details.facets.map((facet) => facetGroup(facet, scope, query, found, context));
}

function facetGroup(
  { place, title }: RegisterDetails['facets'][number],
  scope: RegisterScope,
  query: string,
  { facets, facetsAreEstimates }: SearchResult,
  context: PageContext,
): Markup | null {
  const words = context.text.registers;
  const chosen = scope.chosen[place];
  const counts = facets[place]
    .filter(({ value, count }) => value !== '' && count > 0)
    .sort((a, b) => b.count - a.count);
  if (counts.length < 2 && chosen === undefined) return null;
  const to = (value: string | undefined) => {
    const { [place]: _, ...others } = scopeQuery(scope);
    const narrowed = value === undefined ? others : { ...others, [place]: value };
    return link(context, '/m/', { ...(query === '' ? {} : { q: query }), ...narrowed });
  };
  const figure = (count: number) => {
    const told = count.toLocaleString('en-US');
    return facetsAreEstimates ? words.estimate(told) : told;
  };
  const values = counts.filter(({ value }) => value !== chosen).slice(0, mostValues);
  return html`<nav aria-label="${words.by(title)}"><p class="facet-title">${words.by(title)}</p><div class="chips">${
    chosen === undefined
      ? null
      : html`<a href="${to(undefined)}">${context.text.search.all}</a><a href="${to(chosen)}" aria-current="true">${chosen}</a>`
  }${values.map(({ value, count }) => html`<a href="${to(value)}">${value} <small>${figure(count)}</small></a>`)}</div></nav>`;
}
