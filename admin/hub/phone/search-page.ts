// `/m/`: search over the current release, with the categories and the latest below.
import { recordKinds } from '#shared/catalogue/record.ts';
import type { SearchResult } from '#shared/search/types.ts';
import { homeLinks, noResultLinks } from './forms/form-links.ts';
import { hitList } from './hit-list.ts';
import { page, searchForm } from './layout.ts';
import { type Content, html, type Markup } from './markup.ts';
import { link, type PageContext } from './page-context.ts';
import { facetLinks, type RegisterScope, registerForm, scopeLine, scopeQuery } from './register-search.ts';

export const resultsPerPage = 20;

export interface SearchView {
  readonly query: string;
  /** A record kind, an agency id, or null. */
  readonly kind: string | null;
  readonly agencyId: string | null;
  /** The register the search stays within, or null. */
  readonly scope: RegisterScope | null;
  readonly offset: number;
  readonly result: SearchResult;
}

/** `hasQuestion` is false on the bare entrance, which shows categories and the latest. */
export function searchPage(view: SearchView, context: PageContext): string {
  const { text, assets } = context;
  const { query, scope } = view;
  if (scope !== null) {
    const { title } = scope.record;
    const main = html`<h1>${title}</h1>${registerForm(scope, query, context)}${results(view, context)}`;
    return page(context, { title, main, style: assets.registerStyle.path });
  }
  const hasQuestion = query !== '' || view.kind !== null || view.agencyId !== null;
  const title = hasQuestion ? text.search.results : text.search.title;
  const main = html`<h1>${title}</h1>
${searchForm(context, query)}
${hasQuestion ? results(view, context) : entrance(view, context)}`;
  return page(context, { title, main });
}

function entrance({ result }: SearchView, context: PageContext): Content {
  const { text } = context;
  const hasFigures = context.manifest?.publicFigures !== undefined;
  const hasGuides = (context.manifest?.byKind.guide ?? 0) > 0;
  return html`${hasGuides ? html`<p><a class="jump" href="${link(context, '/m/guides')}">${text.guideShelf.entrance}</a></p>` : null}
<p><a class="jump" href="${link(context, '/m/disclosure')}">${text.disclosure.title}</a></p>
${hasFigures ? html`<p><a class="jump" href="${link(context, '/m/figures')}">${text.figures.title}</a></p>` : null}
${homeLinks(context)}
${categories(context)}
<section><h2>${text.search.latest}</h2>${hitList(result.hits, context)}</section>`;
}

function results(view: SearchView, context: PageContext): Content {
  const { text } = context;
  const { total, totalIsLowerBound, hits } = view.result;
  if (hits.length === 0 && view.offset === 0) {
    const subject = view.query === '' ? chosenName(view, context) : view.query;
    const others = view.scope === null ? categories(context) : narrowing(view, context);
    return html`<p role="status">${text.search.none(subject)}</p><p>${text.search.noneHelp}</p>${view.scope === null ? noResultLinks(view.query, context) : null}${others}`;
  }
  return html`<p role="status" class="count">${chosenName(view, context)} ${totalIsLowerBound ? text.search.foundAtLeast(total) : text.search.found(total)}</p>
${remarks(view, context)}
${narrowing(view, context)}
${hitList(hits, context, view.scope !== null)}
${pager(view, context)}`;
}

/** What was searched beside the words typed, and that nothing has them as they were typed. */
function remarks({ result }: SearchView, { text }: PageContext): Content {
  const { alsoSearched, matched } = result;
  const isNear = matched !== undefined && matched !== 'whole';
  return [
    isNear ? html`<p class="meta">${text.search.matched[matched]}</p>` : null,
    alsoSearched.length > 0 ? html`<p class="meta">${text.search.alsoSearched(alsoSearched)}</p>` : null,
  ];
}

function chosenName({ kind, agencyId, scope }: SearchView, { text, manifest }: PageContext): string {
  if (scope !== null) return Object.values(scope.chosen).join(' · ') || scope.record.title;
  const kindName = recordKinds.find((known) => known === kind);
  const agency = manifest?.agencies.find(({ id }) => id === agencyId)?.name;
  return [agency, kindName === undefined ? null : text.kinds[kindName]].filter(Boolean).join(' · ');
}

/** Within a register its own columns narrow, elsewhere kinds. */
function narrowing(view: SearchView, context: PageContext): Content {
  const { scope, query: words, result } = view;
  if (scope === null) return kindChips(view, context);
  return [scopeLine(scope, words, context), facetLinks(scope, words, result, context)];
}

/** Kinds found under the words, with their counts, as links that narrow. */
function kindChips(view: SearchView, context: PageContext): Markup | null {
  const counts = view.result.facets.kind.filter(({ count }) => count > 0);
  if (counts.length < 2 && view.kind === null) return null;
  const { text } = context;
  const to = (kind: string | null) => link(context, '/m/', query({ ...view, kind, offset: 0 }));
  return html`<nav class="chips" aria-label="${text.search.categories}">
<a href="${to(null)}"${view.kind === null ? html` aria-current="true"` : null}>${text.search.all}</a>
${recordKinds.map((kind) => {
  const count = counts.find(({ value }) => value === kind)?.count ?? 0;
  if (count === 0 && view.kind !== kind) return null;
  return html`<a href="${to(kind)}"${view.kind === kind ? html` aria-current="true"` : null}>${text.kinds[kind]} <small>${count}</small></a>`;
})}</nav>`;
}

function categories(context: PageContext): Content {
  const { text, manifest } = context;
  if (manifest === null) return null;
  const kinds = recordKinds.filter((kind) => manifest.byKind[kind] > 0);
  return html`<section><h2>${text.search.categories}</h2><ul class="tiles">${kinds.map(
    (kind) =>
      html`<li><a href="${kind === 'guide' ? link(context, '/m/guides') : link(context, '/m/', { kind })}">${text.kinds[kind]} <small>${text.search.count(manifest.byKind[kind])}</small></a></li>`,
  )}</ul></section>
<section><h2>${text.search.agencies}</h2><ul class="tiles">${manifest.agencies
    .slice(0, 40)
    .map(
      (agency) =>
        html`<li><a href="${link(context, '/m/', { agency: agency.id })}">${agency.shortName ?? agency.name}</a></li>`,
    )}</ul></section>`;
}

function pager(view: SearchView, context: PageContext): Markup | null {
  const { text } = context;
  const hasMore = view.offset + view.result.hits.length < view.result.total && view.result.hits.length > 0;
  if (view.offset === 0 && !hasMore) return null;
  const to = (offset: number) => link(context, '/m/', query({ ...view, offset: Math.max(0, offset) }));
  return html`<nav class="parts" aria-label="${text.search.results}">
${view.offset > 0 ? html`<a rel="prev" href="${to(view.offset - resultsPerPage)}">${text.search.back}</a>` : html`<span></span>`}
<span>${Math.floor(view.offset / resultsPerPage) + 1}</span>
${hasMore ? html`<a rel="next" href="${to(view.offset + resultsPerPage)}">${text.search.more}</a>` : html`<span></span>`}
</nav>`;
}

function query(view: Omit<SearchView, 'result'>): Record<string, string> {
  return {
    ...(view.scope === null ? {} : scopeQuery(view.scope)),
    ...(view.query === '' ? {} : { q: view.query }),
    ...(view.kind === null ? {} : { kind: view.kind }),
    ...(view.agencyId === null ? {} : { agency: view.agencyId }),
    ...(view.offset === 0 ? {} : { from: String(view.offset) }),
  };
}
