// Pages that say why there is nothing to read: unknown code, withdrawn record or one whose time is over, damaged
// content, no release yet.
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { formatDay } from './format.ts';
import { page, searchForm } from './layout.ts';
import { type Content, html } from './markup.ts';
import { link, type PageContext } from './page-context.ts';

/** 404: says what happened and offers the search. */
export function missingPage(code: string, context: PageContext): string {
  const { missing } = context.text;
  return plainPage(missing.title, [missing.why(code), missing.help], context);
}

/** 404 for an address that is not a code at all, opened in a browser. */
export function noPage(context: PageContext): string {
  return plainPage(context.text.noPage.title, [context.text.noPage.help], context);
}

/** 410: that it was withdrawn and when, never what it said; and what took its place, where that is public. */
export function gonePage(
  withdrawnAt: string,
  successor: CatalogueRecord | null,
  context: PageContext,
): string {
  const { gone } = context.text;
  const why = gone.why(formatDay(withdrawnAt, context.language));
  if (successor === null) return plainPage(gone.title, [why, gone.help], context);
  const address = link(context, `/m/${successor.code}`);
  const main = html`<h1>${gone.superseded}</h1><p>${why}</p><p>${gone.successor}</p>
<ul class="files"><li><a href="${address}"><b>${successor.title}</b></a></li></ul>${searchForm(context)}`;
  return page(context, { title: gone.superseded, main });
}

/** 404: that it is known but not shown at this time, never what it says. */
export function offShowPage(context: PageContext): string {
  const { offShow } = context.text.shown;
  return plainPage(offShow.title, [offShow.why, offShow.help], context);
}

/** 503: the release or a part of it can't be read. */
export function damagedPage(context: PageContext): string {
  const { damaged } = context.text;
  return plainPage(damaged.title, [damaged.help], context);
}

/** Before the first publish. */
export function noReleasePage(context: PageContext): string {
  const { noRelease } = context.text;
  return page(context, {
    title: noRelease.title,
    main: html`<h1>${noRelease.title}</h1><p>${noRelease.help}</p>`,
  });
}

function plainPage(title: string, paragraphs: readonly string[], context: PageContext): string {
  const main: Content = html`<h1>${title}</h1>${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}${searchForm(context)}`;
  return page(context, { title, main });
}
