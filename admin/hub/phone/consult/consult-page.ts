// The pages on which people comment, object or sign up: the form, its receipt, and what stands there when nothing is taken. No script is needed.
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { CaseReceipt } from '#shared/protocol/cases-api.ts';
import type { SignUpStanding } from '../../consultations/admit-reply.ts';
import { factTable } from '../fact-table.ts';
import { formatDate, phoneLinks } from '../format.ts';
import { page } from '../layout.ts';
import { type Content, html, type Markup } from '../markup.ts';
import { link, type PageContext } from '../page-context.ts';
import { type Asked, leftWords, periodWords } from './asked.ts';
import { recordLink, toneOf } from './consult-panel.ts';
import { type ConsultText, consultText } from './consult-text.ts';
import type { ConsultValues } from './read-reply.ts';

export interface ConsultForm {
  readonly asked: Asked;
  readonly draft: CatalogueRecord | null;
  readonly submissionId: string;
  readonly values: ConsultValues;
  /** Why it was not taken; null the first time. */
  readonly problem: string | null;
  readonly style: string;
}

export function consultPage(form: ConsultForm, context: PageContext): string {
  const words = consultText(context.language);
  const { asked, style } = form;
  const { kind } = asked.consultation;
  const main = html`<article class="consult-page">
<h1>${words.titles[kind]}</h1>
${aboutNotice(form, words, context)}
${form.problem === null ? null : html`<p class="problem-box" role="alert"><strong>${words.problem}</strong><br>${form.problem}</p>`}
${body(form, words, context)}
${otherWays(asked, words)}
</article>`;
  return page(context, { title: words.titles[kind], main, style });
}

function aboutNotice({ asked, draft }: ConsultForm, words: ConsultText, context: PageContext): Markup {
  const left = leftWords(asked, context);
  const { record } = asked;
  return html`<section class="consult ${toneOf(asked)}">
<p class="consult__title">${record.title}</p>
<p class="consult__agency">${record.agencyName}</p>
<p class="consult__period"><span>${periodWords(asked, context)}</span>${left === null ? null : html` <strong>${left}</strong>`}</p>
<p class="consult__links"><a href="${link(context, `/m/${record.code}`)}">${words.readNotice}</a>${
    draft === null ? null : html` <a href="${link(context, `/m/${draft.code}`)}">${words.readDraft}</a>`
  }</p>
</section>${hearingFacts(asked, words, context)}`;
}

function hearingFacts(
  { consultation: { hearing } }: Asked,
  words: ConsultText,
  { language }: PageContext,
): Content {
  if (hearing === null) return null;
  return factTable(
    words.hearing,
    [
      [words.hearingTime, words.hearingAt(formatDate(hearing.on, language), hearing.at)],
      [words.hearingPlace, hearing.place],
      [words.seats, words.seatCount(hearing.seats)],
      [words.conditions, hearing.conditions],
    ],
    true,
  );
}

function body(form: ConsultForm, words: ConsultText, context: PageContext): Markup {
  const { details, standing } = form.asked;
  const day = (date: string | null) => formatDate(date ?? '', context.language);
  if (standing.state === 'planned') return html`<p class="lead">${words.notBegun(day(details.startsOn))}</p>`;
  if (standing.state !== 'open') {
    return html`<p class="lead">${words.over(day(details.endsOn))}</p><p>${words.overHelp}</p>`;
  }
  return theForm(form, words, context);
}

function theForm(form: ConsultForm, words: ConsultText, context: PageContext): Markup {
  const { asked, values, submissionId } = form;
  const { kind, points } = asked.consultation;
  const isNamed = kind !== 'comment';
  const action = link(context, `/m/consult/${asked.record.code}`);
  return html`<form class="consult-form" method="post" action="${action}">
<h2>${words.form[kind]}</h2>
<input type="hidden" name="submissionId" value="${submissionId}">
${points.length === 0 ? null : pointField(points, values.point, words)}
${textField({ name: 'content', label: words.content[kind], hint: words.contentHint[kind] }, values.content, kind === 'hearing' ? 4 : 8)}
<p class="consult-form__why">${words.nameHint[kind]}</p>
${lineField({ name: 'name', label: words.name, isNeeded: isNamed, autocomplete: 'name' }, values.name, words)}
${isNamed ? lineField({ name: 'organisation', label: words.organisation, isNeeded: false, autocomplete: 'organization' }, values.organisation, words) : null}
${lineField({ name: 'phone', label: words.phone, isNeeded: isNamed, autocomplete: 'tel' }, values.phone, words)}
<p class="actions"><button class="solid">${words.submit[kind]}</button></p>
<p class="consult-form__once">${words.once}</p>
</form>`;
}

function pointField(points: readonly string[], chosen: string, words: ConsultText): Markup {
  return html`<div class="field"><label for="point">${words.point}</label>
<select id="point" name="point"><option value="">${words.whole}</option>
${points.map((point, at) => html`<option value="${at}"${chosen === String(at) ? html` selected` : null}>${point}</option>`)}</select></div>`;
}

function textField(
  { name, label, hint }: { name: string; label: string; hint: string },
  value: string,
  rows: number,
): Markup {
  return html`<div class="field"><label for="${name}">${label}</label>
<small id="${name}-hint">${hint}</small>
<textarea id="${name}" name="${name}" rows="${rows}" maxlength="5000" required minlength="2" aria-describedby="${name}-hint">
${value}</textarea></div>`;
}

interface LineField {
  readonly name: 'name' | 'organisation' | 'phone';
  readonly label: string;
  readonly isNeeded: boolean;
  readonly autocomplete: string;
}

const longest = { name: 60, organisation: 120, phone: 30 } as const;

function lineField(
  { name, label, isNeeded, autocomplete }: LineField,
  value: string,
  words: ConsultText,
): Markup {
  const kind = name === 'phone' ? html` type="tel" inputmode="tel"` : html` type="text"`;
  return html`<div class="field"><label for="${name}">${label}${isNeeded ? null : words.optional}</label>
<input id="${name}" name="${name}"${kind} value="${value}" maxlength="${longest[name]}" autocomplete="${autocomplete}"${isNeeded ? html` required` : null}></div>`;
}

function otherWays({ consultation, details }: Asked, words: ConsultText): Content {
  const lines = (['phone', 'email', 'post', 'place'] as const).map(
    (way) => [words.ways[way], consultation[way] === null ? null : phoneLinks(consultation[way])] as const,
  );
  const objection = details.objection ? phoneLinks(details.objection) : null;
  return factTable(words.otherWays, [...lines, [words.ways.objection, objection]], true);
}

export interface ConsultReceipt {
  readonly asked: Asked;
  readonly receipt: CaseReceipt;
  /** Of a sign-up; null for anything else. */
  readonly standing: SignUpStanding | null;
  readonly style: string;
}

export function consultReceipt(
  { asked, receipt, standing, style }: ConsultReceipt,
  context: PageContext,
): string {
  const words = consultText(context.language).receipt;
  const { kind } = asked.consultation;
  const fact = (name: string, value: string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  const main = html`<article class="consult-page receipt">
<p class="done-mark" aria-hidden="true">✓</p>
<h1>${words.title}</h1>
<p class="lead">${words.lead[kind]}</p>
<div class="receipt__card"><p class="receipt__name">${words.code}</p>
<p class="receipt__code">${receipt.code}</p>
<dl>${fact(words.number, receipt.number)}
${fact(words.receivedOn, formatDate(receipt.receivedOn, context.language))}
${standing === null ? null : fact(words.place, seatWords(standing, words))}</dl></div>
<p>${receipt.needsPhone ? words.keepPhone : words.keep}</p>
<p class="actions"><a class="solid" href="${link(context, '/m/progress')}#c=${receipt.code}">${words.progress}</a></p>
${recordLink({ ...asked.record, title: words.back }, context)}
</article>`;
  return page(context, { title: words.title, main, style });
}

function seatWords({ place, seats, isWaiting }: SignUpStanding, words: ConsultText['receipt']): string {
  if (place === null) return words.withdrawn;
  return isWaiting ? words.waiting(place - seats) : words.seated(place, seats);
}

/** 404: the code asks nothing. */
export function noConsultPage(style: string, context: PageContext): string {
  const { none } = consultText(context.language);
  return page(context, { title: none.title, main: html`<h1>${none.title}</h1><p>${none.why}</p>`, style });
}
