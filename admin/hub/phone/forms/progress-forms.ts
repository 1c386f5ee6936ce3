// What can be done with a matter from its page: read the answer, take its files, complete, rate, take back.
import { caseFileTypes } from '#shared/cases/case-files.ts';
import { settledStates } from '#shared/cases/case-kinds.ts';
import type { CaseProgress } from '#shared/protocol/cases-api.ts';
import { formatBytes, formatDate } from '../format.ts';
import { type Content, html, type Markup, trusted } from '../markup.ts';
import { link, type PageContext } from '../page-context.ts';
import { hiddenField } from './field-markup.ts';
import type { FormText } from './form-text.ts';
import type { ProgressKey, ProgressView } from './progress-page.ts';

/** Code and digits go along in the body, never in an address. */
function keyed(act: string, { code, lastFour }: ProgressKey): Markup {
  return html`${hiddenField('act', act)}${hiddenField('code', code)}${hiddenField('lastFour', lastFour)}`;
}

const paragraphs = (text: string) =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => html`<p>${line}</p>`);

export function answerSections(
  { progress: matter, key }: ProgressView,
  words: FormText,
  context: PageContext,
): Content {
  const { progress } = words;
  return [
    matter.answer === ''
      ? null
      : html`<section class="answer"><h2>${progress.answer}</h2>${matter.outcome === null ? null : html`<p class="outcome">${progress.outcomes[matter.outcome]}</p>`}${paragraphs(matter.answer)}</section>`,
    matter.records.length === 0
      ? null
      : html`<section><h2>${progress.records}</h2><ul class="files">${matter.records.map(({ code, title }) => html`<li><a href="${link(context, `/m/${code}`)}"><b>${title}</b></a></li>`)}</ul></section>`,
    replyFiles(matter, key, words, context),
  ];
}

function replyFiles(
  { files }: CaseProgress,
  key: ProgressKey,
  { progress }: FormText,
  context: PageContext,
): Markup | null {
  if (files.length === 0) return null;
  return html`<section><h2>${progress.files}</h2>
${context.isWeChat ? html`<p class="note">${progress.weChat}</p>` : null}
<ul class="reply-files">${files.map(
    ({ id, name, bytes }) =>
      html`<li><form method="post" action="${link(context, '/m/progress')}">${keyed('file', key)}${hiddenField('file', id)}<button class="plain" aria-label="${progress.download(name)}"><b>${name}</b> <small>${formatBytes(bytes)}</small></button></form></li>`,
  )}</ul></section>`;
}

/** Null unless something is to be supplied. */
export function completionForm(view: ProgressView, words: FormText, context: PageContext): Markup | null {
  const { progress: matter, key } = view;
  if (matter.state !== 'completing') return null;
  const { completion } = words.progress;
  const until =
    matter.completionUntil === null
      ? null
      : html`<p>${completion.until(formatDate(matter.completionUntil, context.language))}</p>`;
  return html`<section class="asked"><h2>${completion.title}</h2>
<div class="asked__what">${paragraphs(matter.completionWanted)}</div>${until}
<form id="form" class="form" method="post" action="${link(context, '/m/progress')}" enctype="multipart/form-data" data-form="completion" novalidate>
${keyed('complete', key)}${hiddenField('submissionId', view.submissionId)}
<div id="summary" class="summary" role="alert" tabindex="-1" hidden></div>
<div class="field"><label for="content">${completion.content}</label><small class="hint" id="content-hint">${completion.contentHint}</small>
<textarea id="content" name="content" rows="4" maxlength="5000" aria-describedby="content-hint content-problem">
${view.completion}</textarea><p class="problem" id="content-problem" hidden></p></div>
<div class="field file-field"><label for="files">${words.forms.labels.files} <span class="optional">${words.forms.optional}</span></label><small class="hint" id="files-hint">${words.forms.files.hint}</small>
<input id="files" name="files" type="file" multiple accept="${caseFileTypes.join(',')}" aria-describedby="files-hint files-problem">
<div id="file-tools" class="file-tools" hidden></div><ul id="file-list" class="file-list" hidden></ul>
<p class="problem" id="files-problem" hidden></p></div>
<p class="actions"><button class="solid" id="submit">${completion.submit}</button></p></form></section>`;
}

/** Mouths of the five faces, from down to up, as control points of a curve. */
const mouths = [
  'M15 34Q24 24 33 34',
  'M15 33Q24 28 33 33',
  'M15 31H33',
  'M15 29Q24 36 33 29',
  'M14 28Q24 41 34 28',
];

function face(index: number): Markup {
  const mouth = mouths[index] ?? '';
  return trusted(
    `<svg class="face" viewBox="0 0 48 48" aria-hidden="true"><circle cx="24" cy="24" r="21"/><circle class="face__eye" cx="17" cy="19" r="2.6"/><circle class="face__eye" cx="31" cy="19" r="2.6"/><path d="${mouth}"/></svg>`,
  );
}

export function rateForm(view: ProgressView, words: FormText, context: PageContext): Markup | null {
  if (!view.progress.canRate) return null;
  const { rate } = words.progress;
  return html`<section class="rate"><form method="post" action="${link(context, '/m/progress')}">
${keyed('rate', view.key)}
<fieldset class="faces"><legend>${rate.title}</legend>
${rate.faces.map((name, index) => html`<label class="faces__one"><input type="radio" name="score" value="${index + 1}" required>${face(index)}<span>${name}</span></label>`)}</fieldset>
<div class="field"><label for="rate-words">${rate.words} <span class="optional">${words.forms.optional}</span></label>
<textarea id="rate-words" name="words" rows="2" maxlength="500"></textarea></div>
<p class="actions"><button class="plain">${rate.submit}</button></p></form></section>`;
}

/** Folded away, with a tick before the button: taking back cannot be undone. */
export function withdrawForm(view: ProgressView, words: FormText, context: PageContext): Markup | null {
  if (settledStates.includes(view.progress.state)) return null;
  const { withdraw } = words.progress;
  return html`<details class="fold withdraw"><summary>${withdraw.title}</summary><p>${withdraw.lead}</p>
<form class="form" method="post" action="${link(context, '/m/progress')}">${keyed('withdraw', view.key)}
<label class="choice"><input type="checkbox" name="sure" value="1" required><span>${withdraw.confirm}</span></label>
<p class="actions"><button class="plain">${withdraw.submit}</button></p></form></details>`;
}
