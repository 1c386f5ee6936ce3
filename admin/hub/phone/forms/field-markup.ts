// One field of a form: its label, its hint, what is wrong with it, all tied together for readers of the screen.
import type { ProblemPlace } from '#shared/cases/forms/check-form.ts';
import { type FieldName, type FormValues, fieldLengths } from '#shared/cases/forms/form-fields.ts';
import { type Content, html, type Markup } from '../markup.ts';
import type { FormText } from './form-text.ts';

/** What is wrong with a field, in words: found by the page's own checks or told by the hub. */
export interface ShownProblem {
  readonly field: ProblemPlace;
  readonly words: string;
}

/** What every field is drawn from. */
export interface Filled {
  readonly values: FormValues;
  readonly problems: readonly ShownProblem[];
  readonly words: FormText;
}

interface FieldOptions {
  /** Instead of the field's usual name. */
  readonly label?: string;
  readonly hint?: string;
  readonly isOptional?: boolean;
}

interface LineOptions extends FieldOptions {
  readonly type?: 'text' | 'tel' | 'email';
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email';
  /** What the phone may offer from its own address book. */
  readonly autocomplete?: string;
  readonly isCode?: boolean;
}

/** What describes a field: its hint where there is one, and its problem, which is empty at first. */
function describedBy(name: ProblemPlace, hint: string | undefined): string {
  return hint === undefined ? `${name}-problem` : `${name}-hint ${name}-problem`;
}

function hintOf(name: ProblemPlace, hint: string | undefined): Markup | null {
  return hint === undefined ? null : html`<small class="hint" id="${name}-hint">${hint}</small>`;
}

/** The place of a problem; it stands empty and hidden while there is none, for the script to fill. */
export function problemLine(name: ProblemPlace, { problems }: Filled): Markup {
  const problem = problems.find(({ field }) => field === name);
  return html`<p class="problem" id="${name}-problem"${problem === undefined ? html` hidden` : null}>${problem?.words}</p>`;
}

/** The first of the wrong ones is where the page opens, also without a script. */
function isWrong(name: ProblemPlace, { problems }: Filled): Markup | null {
  if (!problems.some(({ field }) => field === name)) return null;
  return html` aria-invalid="true"${problems[0]?.field === name ? html` autofocus` : null}`;
}

function labelText(name: FieldName, options: FieldOptions, { words }: Filled): Content {
  const text = options.label ?? words.forms.labels[name];
  return options.isOptional === true
    ? html`${text} <span class="optional">${words.forms.optional}</span>`
    : text;
}

/** A line of text. */
export function lineField(name: FieldName, filled: Filled, options: LineOptions = {}): Markup {
  const { type = 'text', inputMode, autocomplete = 'off', isCode, hint } = options;
  const mode = inputMode === undefined ? null : html` inputmode="${inputMode}"`;
  const code = isCode === true ? html` autocapitalize="characters" spellcheck="false"` : null;
  return html`<div class="field">
<label for="${name}">${labelText(name, options, filled)}</label>
${hintOf(name, hint)}
<input id="${name}" name="${name}" type="${type}" value="${filled.values[name] ?? ''}" maxlength="${fieldLengths[name]}" autocomplete="${autocomplete}"${mode}${code} aria-describedby="${describedBy(name, hint)}"${isWrong(name, filled)}>
${problemLine(name, filled)}</div>`;
}

/** Several lines of text. */
export function textField(
  name: FieldName,
  filled: Filled,
  options: FieldOptions & { readonly rows: number },
): Markup {
  const { rows, hint } = options;
  return html`<div class="field">
<label for="${name}">${labelText(name, options, filled)}</label>
${hintOf(name, hint)}
<textarea id="${name}" name="${name}" rows="${rows}" maxlength="${fieldLengths[name]}" aria-describedby="${describedBy(name, hint)}"${isWrong(name, filled)}>
${filled.values[name] ?? ''}</textarea>
${problemLine(name, filled)}</div>`;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A choice as a drop-down, for lists too long to lay out. */
export function selectField(
  name: FieldName,
  filled: Filled,
  choices: readonly Choice[],
  options: FieldOptions & { readonly none: string },
): Markup {
  const { hint, none } = options;
  const chosen = filled.values[name] ?? '';
  return html`<div class="field">
<label for="${name}">${labelText(name, options, filled)}</label>
${hintOf(name, hint)}
<select id="${name}" name="${name}" aria-describedby="${describedBy(name, hint)}"${isWrong(name, filled)}>
<option value="">${none}</option>
${choices.map(({ value, label }) => html`<option value="${value}"${value === chosen ? html` selected` : null}>${label}</option>`)}</select>
${problemLine(name, filled)}</div>`;
}

/** A choice laid out, each as large as a finger. The first choice has the field's id, so that a problem leads to it. */
export function choiceField(
  name: FieldName,
  filled: Filled,
  choices: readonly Choice[],
  options: FieldOptions & { readonly standard?: string } = {},
): Markup {
  const chosen = filled.values[name] ?? options.standard ?? '';
  return html`<fieldset class="field choices" aria-describedby="${name}-problem">
<legend>${labelText(name, options, filled)}</legend>
${choices.map(({ value, label }, index) => choice(name, { value, label }, { isFirst: index === 0, isChosen: value === chosen }))}
${problemLine(name, filled)}</fieldset>`;
}

/** One radio button with its words. */
export function choice(
  name: FieldName,
  { value, label }: Choice,
  { isFirst, isChosen }: { readonly isFirst: boolean; readonly isChosen: boolean },
): Markup {
  return html`<label class="choice"><input type="radio"${isFirst ? html` id="${name}"` : null} name="${name}" value="${value}"${isChosen ? html` checked` : null}><span>${label}</span></label>`;
}

/** A tick. */
export function tickField(name: 'consent' | 'mayPublish', filled: Filled, hint?: string): Markup {
  return html`<div class="field tick-field">
${hintOf(name, hint)}
<label class="choice"><input type="checkbox" id="${name}" name="${name}" value="1"${filled.values[name] === '1' ? html` checked` : null} aria-describedby="${describedBy(name, hint)}"${isWrong(name, filled)}><span>${filled.words.forms.labels[name]}</span></label>
${problemLine(name, filled)}</div>`;
}

export function hiddenField(name: string, value: string): Markup {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}
