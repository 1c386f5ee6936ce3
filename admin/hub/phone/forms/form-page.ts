// The frame of the forms: head, what is to be mended, the fields, files, and the words its script needs.
import { caseFileTypes } from '#shared/cases/case-files.ts';
import type { ProblemPlace } from '#shared/cases/forms/check-form.ts';
import type { CaseForm, FormValues } from '#shared/cases/forms/form-fields.ts';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { CaseOffers } from '../../cases/case-ports.ts';
import { formatBytes } from '../format.ts';
import { page } from '../layout.ts';
import { type Content, html, type Markup } from '../markup.ts';
import { link, type PageContext } from '../page-context.ts';
import { type Filled, hiddenField, problemLine, type ShownProblem } from './field-markup.ts';
import { formScript } from './form-assets.ts';
import { formText } from './form-text.ts';
import { receiptTemplate } from './receipt-page.ts';
import { scriptWords } from './script-words.ts';

/** A file that has arrived already, so that it need not be sent again when the form comes back. */
export interface ArrivedFile {
  readonly uploadId: string;
  readonly name: string;
  readonly bytes: number;
}

export interface FormView {
  readonly form: CaseForm;
  readonly values: FormValues;
  readonly problems: readonly ShownProblem[];
  /** Why the hub did not take it, in words; null at first. */
  readonly refusal: string | null;
  readonly arrived: readonly ArrivedFile[];
  /** The record it is about. */
  readonly record: CatalogueRecord | null;
  /** What is taken online, and how long it is kept. */
  readonly offers: CaseOffers;
  /** Address of the forms' own style sheet. */
  readonly style: string;
}

export interface FormParts {
  readonly title: string;
  readonly lead: string;
  /** What stands between the lead and the form. */
  readonly before?: Content;
  readonly fields: Content;
  /** Title and lead of the files. */
  readonly proof: { readonly title: string; readonly lead: string };
  /** What stands between the files and the button. */
  readonly last: Content;
  /** What this form calls a field instead of its usual name. */
  readonly labels?: Partial<Record<ProblemPlace, string>>;
  readonly submit: string;
  /** What stands below the form. */
  readonly after?: Content;
}

/** The fields of a view as markup is made of them. */
export function filledOf(
  view: FormView,
  context: PageContext,
  labels: Partial<Record<ProblemPlace, string>> = {},
): Filled {
  const words = formText(context.language);
  const forms = { ...words.forms, labels: { ...words.forms.labels, ...labels } };
  return { values: view.values, problems: view.problems, words: { ...words, forms } };
}

export function formPage(view: FormView, parts: FormParts, context: PageContext): string {
  const filled = filledOf(view, context, parts.labels);
  const words = filled.words.forms;
  const action = link(context, `/m/${view.form}`);
  const main = html`<div class="form-page">
<h1>${parts.title}</h1>
<p class="lead">${parts.lead}</p>
${parts.before}
<div id="outbox" hidden></div>
<form id="form" class="form" method="post" action="${action}" enctype="multipart/form-data" novalidate data-form="${view.form}" data-words="${scriptWords(filled.words, view.form, context)}">
${summary(view, filled)}
<p id="draft" class="draft" role="status" hidden></p>
${recordCard(view, filled, context)}
${parts.fields}
${fileSection(view, parts.proof, filled)}
${parts.last}
${hiddenField('submissionId', view.values.submissionId ?? '')}
${(['recordCode', 'triedQuery', 'triedOffered'] as const).map((name) =>
  view.values[name] === undefined ? null : hiddenField(name, view.values[name]),
)}
<p class="actions"><button class="solid" id="submit">${parts.submit}</button></p>
<p class="kept-note" id="kept-note" hidden>${words.draft.kept}</p>
<p class="actions" id="clear-line" hidden><button class="plain" type="button" id="clear">${words.draft.clear}</button></p>
</form>
${receiptTemplate(filled.words, context)}
${parts.after}
<p><a class="jump" href="${link(context, '/m/progress')}">${words.progressLink}</a></p>
</div>`;
  return page(context, { title: parts.title, main, module: formScript, style: view.style });
}

/** What is to be mended, each a link to its field; the script fills the same place. */
function summary({ problems, refusal }: FormView, { words }: Filled): Markup {
  const isEmpty = problems.length === 0 && refusal === null;
  const items = problems.map(
    ({ field, words: why }) =>
      html`<li><a href="#${field}">${words.forms.labels[field]}</a> <span>${why}</span></li>`,
  );
  const title = problems.length === 0 ? words.forms.trouble : words.forms.summary(problems.length);
  return html`<div id="summary" class="summary" role="alert" tabindex="-1"${isEmpty ? html` hidden` : null}>
${isEmpty ? null : html`<p><strong>${title}</strong></p>`}
${refusal === null ? null : html`<p>${refusal}</p><p>${words.forms.troubleHelp}</p>`}
${items.length === 0 ? null : html`<ul>${items}</ul>`}</div>`;
}

function recordCard({ record, values }: FormView, { words }: Filled, context: PageContext): Markup | null {
  if (record === null && values.recordCode === undefined) return null;
  if (record === null) return html`<p class="note">${words.forms.recordGone}</p>`;
  return html`<div class="about"><span>${words.forms.record}</span>
<a href="${link(context, `/m/${record.code}`)}">${record.title}</a><small>${record.agencyName}</small></div>`;
}

function fileSection(view: FormView, proof: FormParts['proof'], filled: Filled): Markup {
  const words = filled.words.forms.files;
  return html`<section class="block"><h2>${proof.title}</h2><p>${proof.lead}</p>
${arrivedFiles(view.arrived, filled)}
<div class="field file-field">
<label for="files">${filled.words.forms.labels.files} <span class="optional">${filled.words.forms.optional}</span></label>
<small class="hint" id="files-hint">${words.hint}</small>
<input id="files" name="files" type="file" multiple accept="${caseFileTypes.join(',')}" aria-describedby="files-hint files-problem">
<div id="file-tools" class="file-tools" hidden></div>
<ul id="file-list" class="file-list" hidden></ul>
${problemLine('files', filled)}
<small class="hint" id="files-privacy" hidden>${words.privacy}</small></div></section>`;
}

/** Files that came with a form that has to be mended go along by their ids. */
export function arrivedFiles(files: readonly ArrivedFile[], { words }: Filled): Markup | null {
  if (files.length === 0) return null;
  return html`<div class="arrived"><p>${words.forms.files.kept}</p><ul class="file-list">${files.map(
    ({ uploadId, name, bytes }, index) =>
      html`<li><label class="choice"><input type="checkbox" name="arrived${index}" value="${uploadId} ${bytes} ${name}" checked><span>${name} <small>${formatBytes(bytes)}</small></span></label></li>`,
  )}</ul></div>`;
}
