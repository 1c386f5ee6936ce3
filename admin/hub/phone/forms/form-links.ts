// Ways into the forms from the pages of what is public.
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { html, type Markup } from '../markup.ts';
import { link, type PageContext } from '../page-context.ts';
import { formText } from './form-text.ts';

/** Below a record: ask about it, have one's own data in it corrected, apply for more. */
export function recordLinks({ code }: CatalogueRecord, context: PageContext): Markup {
  const { links } = formText(context.language).kinds;
  const to = (form: string, query: Record<string, string>, words: string) =>
    html`<li><a href="${link(context, `/m/${form}`, { r: code, ...query })}">${words}</a></li>`;
  return html`<section class="ways"><h2>${links.title}</h2><ul class="tiles">
${to('voice', { kind: 'question' }, links.ask)}
${to('voice', { kind: 'opinion' }, links.opinion)}
${to('correct', {}, links.correct)}
${to('apply', {}, links.apply)}</ul></section>`;
}

/** After a search that found nothing: what is not there can be applied for, with the search. */
export function noResultLinks(query: string, context: PageContext): Markup {
  const { links } = formText(context.language).kinds;
  const asked = query === '' ? {} : { q: query };
  return html`<p><a class="jump" href="${link(context, '/m/apply', { ...asked, step: 'form' })}">${links.applyFor}</a></p>`;
}

/** On the entrance and on the page of the fixed sections. */
export function homeLinks(context: PageContext): Markup {
  const { links, apply, voice } = formText(context.language).kinds;
  const to = (path: string, words: string) => html`<li><a href="${link(context, path)}">${words}</a></li>`;
  return html`<section class="ways"><h2>${links.home}</h2><ul class="tiles">
${to('/m/apply', apply.title)}
${to('/m/voice', voice.title)}
${to('/m/correct', links.correct)}
${to('/m/progress', links.progress)}</ul></section>`;
}
