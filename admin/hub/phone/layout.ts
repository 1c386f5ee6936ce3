// The frame of every phone page: head, venue line, main part, footer.
import { formatMoment } from './format.ts';
import { type Content, html, type Markup } from './markup.ts';
import { link, otherLanguageLink, type PageContext } from './page-context.ts';

export interface PageParts {
  readonly title: string;
  readonly main: Content;
  /** The bar at the bottom; none on most pages. */
  readonly bar?: Content;
  /** Address people may copy or type. */
  readonly address?: string;
  readonly isIndexed?: boolean;
  /** Addresses of a script and of a style sheet of this page's own. */
  readonly module?: string;
  readonly style?: string;
}

/** A whole document. The script is an addition: without it nothing is missing but copying and sharing. */
export function page(context: PageContext, parts: PageParts): string {
  const { language, text, assets, manifest } = context;
  const venue = manifest?.venue.name ?? '';
  const title = venue === '' || venue === parts.title ? parts.title : `${parts.title} · ${venue}`;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="format-detection" content="telephone=no">
<meta name="theme-color" content="#0F5C5C">
${parts.isIndexed === true ? null : html`<meta name="robots" content="noindex">`}
<title>${title}</title>
${parts.address === undefined ? null : html`<link rel="canonical" href="${parts.address}">`}
<link rel="icon" href="data:,">
<link rel="alternate" type="application/atom+xml" href="/feed.atom" title="Atom">
<link rel="alternate" type="application/feed+json" href="/feed.json" title="JSON Feed">
<link rel="stylesheet" href="${assets.style.path}">
${parts.style === undefined ? null : html`<link rel="stylesheet" href="${parts.style}">`}
<script src="${assets.script.path}" defer></script>
${parts.module === undefined ? null : html`<script type="module" src="${parts.module}"></script>`}
</head>
<body${parts.bar === undefined ? null : html` class="has-bar"`}>
<a class="skip" href="#main">${text.skip}</a>
<header class="venue"><a href="${link(context, '/m/')}">${venue === '' ? text.search.title : venue}</a>
<a class="language" href="${otherLanguageLink(context)}" lang="${language === 'en' ? 'zh-CN' : 'en'}">${text.footer.otherLanguage}</a></header>
<main id="main">${parts.main}</main>
${footer(context, parts)}
${parts.bar}
</body>
</html>
`.text;
}

function footer(context: PageContext, parts: PageParts): Markup {
  const { text, manifest, language } = context;
  return html`<footer class="colophon">
${parts.address === undefined ? null : html`<p>${text.footer.address}<br><span class="address">${parts.address}</span></p>`}
${manifest === null ? null : html`<p>${text.footer.asOf(formatMoment(manifest.publishedAt, language))}</p>`}
<p><a href="${link(context, '/m/')}">${text.footer.home}</a> · <a href="${link(context, '/m/progress')}">${text.footer.progress}</a> · <a href="${link(context, '/open-data/')}">${text.openData.title}</a></p>
</footer>`;
}

/** What a search form says and sends along where it searches within something. */
export interface SearchFormScope {
  readonly label: string;
  readonly hint: string;
  readonly kept: Readonly<Record<string, string>>;
}

/** The search form, as it stands on several pages; it works as a plain GET. */
export function searchForm(context: PageContext, value = '', scope: SearchFormScope | null = null): Markup {
  const { text, isLanguageExplicit, language } = context;
  const { label, hint } = scope ?? text.search;
  const kept = Object.entries({
    ...scope?.kept,
    ...(isLanguageExplicit ? { lang: language === 'en' ? 'en' : 'zh' } : {}),
  });
  return html`<form class="search" action="/m/" method="get" role="search">
<label for="q">${label}</label>
<div><input id="q" name="q" type="search" value="${value}" maxlength="100" placeholder="${hint}" autocomplete="off" enterkeyhint="search">
<button>${text.search.button}</button></div>
${kept.map(([name, word]) => html`<input type="hidden" name="${name}" value="${word}">`)}
</form>`;
}
