// `/m/apply`: first what is public already, then the application for what is not (Art. 29).
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { SearchHit } from '#shared/search/types.ts';
import { formatDate } from '../format.ts';
import { marked } from '../hit-list.ts';
import { page } from '../layout.ts';
import { type Content, html, type Markup } from '../markup.ts';
import { link, type PageContext } from '../page-context.ts';
import { agencyField, applicantFields, contactFields } from './applicant-fields.ts';
import { choiceField, type Filled, lineField, textField, tickField } from './field-markup.ts';
import { formScript } from './form-assets.ts';
import { type FormView, filledOf, formPage } from './form-page.ts';
import { type FormText, formText } from './form-text.ts';

/** What leads from one step to the next, beside the words looked for. */
export interface ApplyTrail {
  readonly query: string;
  readonly recordCode: string | null;
  readonly agencyId: string | null;
}

export interface ApplySearchView {
  readonly trail: ApplyTrail;
  /** What is public already under these words; null before anything was looked for. */
  readonly hits: readonly SearchHit[] | null;
  readonly style: string;
}

/** At most so many are offered, so that they can be looked through. */
export const mostOffered = 6;

function trailQuery({ query, recordCode, agencyId }: ApplyTrail): Record<string, string> {
  return {
    ...(query === '' ? {} : { q: query }),
    ...(recordCode === null ? {} : { r: recordCode }),
    ...(agencyId === null ? {} : { a: agencyId }),
  };
}

export function applySearchPage(view: ApplySearchView, context: PageContext): string {
  const words = formText(context.language);
  const { apply } = words.kinds;
  const form = link(context, '/m/apply', { ...trailQuery(view.trail), step: 'form' });
  const main = html`<div class="form-page">
<h1>${apply.title}</h1>
<p class="lead">${apply.lead}</p>
<section class="block"><h2>${apply.first}</h2><p>${apply.firstLead}</p>
${searchField(view.trail, words, context)}
${view.hits === null ? null : offered(view.hits, view.trail, words, context)}</section>
${view.hits === null ? html`<p class="actions"><a class="plain" href="${form}">${apply.skip}</a></p>` : goOn(view.hits.length, form, words)}
${explanation(words)}
<p><a class="jump" href="${link(context, '/m/progress')}">${words.forms.progressLink}</a></p>
</div>`;
  return page(context, { title: apply.title, main, module: formScript, style: view.style });
}

function searchField(trail: ApplyTrail, { kinds }: FormText, context: PageContext): Markup {
  const kept = Object.entries({
    ...trailQuery({ ...trail, query: '' }),
    ...(context.isLanguageExplicit ? { lang: context.language === 'en' ? 'en' : 'zh' } : {}),
  });
  return html`<form class="search" action="/m/apply" method="get" role="search">
<label for="q">${kinds.apply.question}</label>
<div><input id="q" name="q" type="search" value="${trail.query}" maxlength="100" placeholder="${context.text.search.hint}" autocomplete="off" enterkeyhint="search">
<button>${kinds.apply.search}</button></div>
${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}</form>`;
}

function offered(
  hits: readonly SearchHit[],
  trail: ApplyTrail,
  { kinds }: FormText,
  context: PageContext,
): Content {
  const { apply } = kinds;
  if (hits.length === 0) {
    return html`<p class="count" role="status">${apply.none(trail.query)}</p><p>${apply.noneHelp}</p>`;
  }
  return html`<p class="count" role="status">${apply.found(hits.length)}</p>
<ol class="hits offered">${hits.map((hit) => offer(hit, trail, kinds, context))}</ol>`;
}

function offer(
  { record, titleRanges }: SearchHit,
  trail: ApplyTrail,
  { apply }: FormText['kinds'],
  context: PageContext,
): Markup {
  const happy = link(context, '/m/apply', { ...trailQuery(trail), found: record.code });
  const facts = [record.agencyName, record.date === null ? '' : formatDate(record.date, context.language)];
  return html`<li><a href="${link(context, `/m/${record.code}`)}">${marked(record.title, titleRanges)}</a>
<small class="meta">${facts.filter(Boolean).map((fact) => html`<span>${fact}</span> `)}</small>
<a class="offered__yes" href="${happy}" aria-label="${apply.wantedOf(record.title)}">${apply.wanted}</a></li>`;
}

function goOn(count: number, form: string, { kinds }: FormText): Markup {
  const { apply } = kinds;
  return html`<section class="go-on">${count === 0 ? null : html`<h2>${apply.notThis}</h2>`}
<p class="actions"><a class="solid" href="${form}">${count === 0 ? apply.apply : apply.goOn}</a></p></section>`;
}

/** The happy end: it is public already. */
export function applyFoundPage(
  view: {
    readonly record: CatalogueRecord;
    readonly trail: ApplyTrail;
    readonly address: string;
    readonly style: string;
  },
  context: PageContext,
): string {
  const { apply } = formText(context.language).kinds;
  const { record } = view;
  const form = link(context, '/m/apply', { ...trailQuery(view.trail), step: 'form' });
  const main = html`<div class="form-page">
<p class="done-mark" aria-hidden="true"></p>
<h1>${apply.happy}</h1>
<p class="lead">${apply.happyLead}</p>
<div class="about"><a href="${link(context, `/m/${record.code}`)}">${record.title}</a><small>${record.agencyName}</small></div>
<p class="actions"><a class="solid" href="${link(context, `/m/${record.code}`)}">${apply.open}</a>
<button class="plain" type="button" data-copy-link data-done="${context.text.bar.copied}" hidden>${apply.copy}</button></p>
<p><a class="jump" href="${form}">${apply.stillApply}</a></p>
</div><p class="hidden" id="told" role="status"></p>`;
  return page(context, { title: apply.happy, main, style: view.style, address: view.address });
}

export function applyPage(view: FormView, context: PageContext): string {
  const filled = filledOf(view, context);
  const { apply } = filled.words.kinds;
  const query = view.values.triedQuery;
  return formPage(
    view,
    {
      title: apply.title,
      lead: apply.lead,
      before: query === undefined ? null : html`<p class="note">${apply.searched(query)}</p>`,
      fields: applyFields(filled, context),
      proof: { title: apply.proof, lead: apply.proofLead },
      last: consentBlock(filled, view.offers.keepRequestsMonths),
      labels: { content: apply.content, agency: apply.agency },
      submit: apply.submit,
      after: explanation(filled.words),
    },
    context,
  );
}

function applyFields(filled: Filled, context: PageContext): Content {
  const { forms, kinds } = filled.words;
  const { apply } = kinds;
  const choicesOf = (labels: Readonly<Record<string, string>>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label }));
  return html`<section class="block"><h2>${apply.what}</h2><p>${apply.whatLead}</p>
${lineField('title', filled, { hint: apply.titleHint, isOptional: true })}
${textField('content', filled, { label: apply.content, hint: apply.contentHint, rows: 4 })}
${agencyField(filled, context, apply.agency)}</section>
<section class="block"><h2>${apply.how}</h2>
${choiceField('wantedForm', filled, choicesOf(forms.wantedForms), { standard: 'electronic' })}
${choiceField('wantedRoute', filled, choicesOf(forms.wantedRoutes), { standard: 'online' })}</section>
<section class="block"><h2>${apply.who}</h2><p>${apply.whoLead}</p>
${applicantFields(filled)}
${contactFields(filled, forms.hints.address)}</section>`;
}

/** What becomes of personal data, with the time staff set for it. */
export function privacyLines({ words }: Filled, months: number): Markup {
  const lines = [...words.forms.privacy, words.forms.keptFor(months)];
  return html`<ul class="plain-list">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}

/** What personal data is for, and the tick that agrees to it. */
export function consentBlock(filled: Filled, months: number): Markup {
  const { forms } = filled.words;
  return html`<section class="block"><h2>${forms.privacyTitle}</h2>
${privacyLines(filled, months)}
${tickField('consent', filled)}</section>`;
}

/** Limits, days, fees and reasons, folded away under their names. */
export function explanation({ kinds }: FormText): Markup {
  const { explain } = kinds;
  return html`<section><h2>${explain.title}</h2>${explain.items.map(
    ({ title, lines }) =>
      html`<details class="fold"><summary>${title}</summary><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></details>`,
  )}</section>`;
}
