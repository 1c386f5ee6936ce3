// `/m/guides`: the guides by whom they are for, by subject and by department, and those of one of these, page by page.
import { type AudienceGroup, audienceGroups } from '#shared/catalogue/guide-parts.ts';
import {
  type GuideGroup,
  type GuideShelf,
  groupGuides,
  type ShelvedGuide,
} from '#shared/catalogue/guide-shelf.ts';
import { page, searchForm } from './layout.ts';
import { type Content, html, type Markup } from './markup.ts';
import { link, type PageContext } from './page-context.ts';

export const guidesPerPage = 30;

/** What of a shelf is asked for. */
export interface AskedShelf {
  readonly way: 'subject' | 'agency' | 'who';
  /** A subject, empty for what has none; the id of an agency; a group of people. */
  readonly value: string;
}

const ways = ['subject', 'agency', 'who'] as const;
const longestValue = 200;

/** What an address asks for; null for the whole shelf. */
export function parseAskedShelf(query: (name: string) => string | undefined): AskedShelf | null {
  for (const way of ways) {
    const value = query(way);
    if (value !== undefined) return { way, value: value.slice(0, longestValue) };
  }
  return null;
}

export function guidesPage(
  shelf: GuideShelf,
  asked: AskedShelf | null,
  from: number,
  context: PageContext,
): string {
  const words = context.text.guideShelf;
  const title = asked === null ? words.title : nameOf(asked, context);
  const back = html`<p><a class="jump" href="${link(context, '/m/guides')}">${words.back}</a></p>`;
  const main = html`${asked === null ? null : back}<h1>${title}</h1>
${searchForm(context, '', { label: words.searchLabel, hint: words.searchHint, kept: { kind: 'guide' } })}
${shelf.isCut ? html`<p class="meta">${words.cut(shelf.guides.length)}</p>` : null}
${asked === null ? overview(shelf.guides, context) : chosen(shelf.guides, asked, from, context)}`;
  return page(context, { title, main, isIndexed: true });
}

function nameOf({ way, value }: AskedShelf, context: PageContext): string {
  const words = context.text.guideShelf;
  if (way === 'agency') return agencyName(value, context);
  if (way === 'subject') return value || words.otherSubject;
  const who = audienceGroups.find((one) => one === value);
  return who === undefined ? words.title : words.who[who];
}

function agencyName(id: string, { manifest }: PageContext): string {
  return manifest?.agencies.find((agency) => agency.id === id)?.name ?? id;
}

function overview(guides: readonly ShelvedGuide[], context: PageContext): Content {
  const words = context.text.guideShelf;
  if (guides.length === 0) return html`<p>${words.none}</p>`;
  const subjects = groupGuides(guides, (guide) => guide.subjects);
  const agencies = groupGuides(guides, ({ agencyId }) => [agencyId]);
  const orderOf = new Map(context.manifest?.agencies.map(({ id, order }) => [id, order]));
  const ordered = agencies.toSorted((a, b) => (orderOf.get(a.title) ?? 0) - (orderOf.get(b.title) ?? 0));
  return [
    tiles(words.byWho, whoGroups(guides), 'who', context),
    tiles(words.bySubject, subjects, 'subject', context),
    tiles(words.byAgency, ordered, 'agency', context),
  ];
}

function whoGroups(guides: readonly ShelvedGuide[]): GuideGroup[] {
  const groupOf = (who: AudienceGroup) => guides.filter(({ audience }) => audience.includes(who));
  const groups = audienceGroups.map((who) => ({ title: who, guides: groupOf(who) }));
  return groups.filter((group) => group.guides.length > 0);
}

function tiles(
  heading: string,
  groups: readonly GuideGroup[],
  way: AskedShelf['way'],
  context: PageContext,
): Markup | null {
  if (groups.length === 0) return null;
  const { count } = context.text.search;
  return html`<section><h2>${heading}</h2><ul class="tiles">${groups.map(
    ({ title: value, guides }) =>
      html`<li><a href="${link(context, '/m/guides', { [way]: value })}">${nameOf({ way, value }, context)} <small>${count(guides.length)}</small></a></li>`,
  )}</ul></section>`;
}

function isAskedFor({ way, value }: AskedShelf, guide: ShelvedGuide): boolean {
  if (way === 'agency') return guide.agencyId === value;
  return way === 'subject' ? guide.subjects.includes(value) : guide.audience.some((who) => who === value);
}

function chosen(
  guides: readonly ShelvedGuide[],
  asked: AskedShelf,
  from: number,
  context: PageContext,
): Content {
  const words = context.text.guideShelf;
  const own = guides.filter((guide) => isAskedFor(asked, guide));
  const [all] = groupGuides(own, () => ['']);
  if (all === undefined) return html`<p role="status">${words.none}</p>`;
  const start = from < all.guides.length ? from : 0;
  const shown = all.guides.slice(start, start + guidesPerPage);
  return [
    html`<p class="count" role="status">${words.found(all.guides.length)}</p>`,
    html`<ol class="hits" start="${start + 1}">${shown.map((guide) => item(guide, asked, context))}</ol>`,
    pager(asked, start, all.guides.length, context),
  ];
}

/** Beside its name, what the page does not say already. */
function item(guide: ShelvedGuide, { way }: AskedShelf, context: PageContext): Markup {
  const subjects = guide.subjects.filter(Boolean).join('、');
  const facts = [way === 'agency' ? subjects : agencyName(guide.agencyId, context), guide.itemType];
  return html`<li><a href="${link(context, `/m/${guide.code}`)}">${guide.title}</a>
<small class="meta">${facts.filter(Boolean).map((fact) => html`<span>${fact}</span> `)}</small></li>`;
}

function pager({ way, value }: AskedShelf, from: number, total: number, context: PageContext): Markup | null {
  if (total <= guidesPerPage) return null;
  const { guideShelf: words, search } = context.text;
  const to = (start: number) =>
    link(context, '/m/guides', { [way]: value, ...(start === 0 ? {} : { from: String(start) }) });
  const pages = Math.ceil(total / guidesPerPage);
  return html`<nav class="parts" aria-label="${words.pages}">
${from > 0 ? html`<a rel="prev" href="${to(Math.max(0, from - guidesPerPage))}">${search.back}</a>` : html`<span></span>`}
<span>${Math.floor(from / guidesPerPage) + 1} / ${pages}</span>
${from + guidesPerPage < total ? html`<a rel="next" href="${to(from + guidesPerPage)}">${search.more}</a>` : html`<span></span>`}
</nav>`;
}

/** Below a guide: others of its subjects and its department, and all of them. */
export function moreGuides(guide: ShelvedGuide, context: PageContext): Markup {
  const words = context.text.guideShelf;
  const to = (query: Record<string, string>, name: string) =>
    html`<li><a href="${link(context, '/m/guides', query)}">${name}</a></li>`;
  return html`<section class="ways"><h2>${words.others}</h2><ul class="tiles">
${guide.subjects.filter(Boolean).map((subject) => to({ subject }, words.ofSubject(subject)))}
${to({ agency: guide.agencyId }, words.ofAgency(agencyName(guide.agencyId, context)))}
${to({}, words.all)}</ul></section>`;
}
