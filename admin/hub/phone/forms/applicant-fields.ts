// Who applies: a person or an organisation, how to reach them, and the agency it is for, as fields of a form.
import { idKinds, organisationClasses } from '#shared/cases/forms/form-fields.ts';
import { html, type Markup } from '../markup.ts';
import type { PageContext } from '../page-context.ts';
import { type Filled, lineField, problemLine, selectField } from './field-markup.ts';

/**
 * Both halves stand in the page, and the one that is not meant is hidden by the choice before it, so that it works
 * without a script.
 */
export function applicantFields(filled: Filled): Markup {
  const { forms } = filled.words;
  const who = filled.values.who ?? 'person';
  const pick = (value: 'person' | 'organisation', id: string) =>
    html`<input type="radio" class="who__pick" id="${id}" name="who" value="${value}"${who === value ? html` checked` : null}>`;
  return html`<fieldset class="who"><legend>${forms.labels.who}</legend>
${pick('person', 'who')}<label class="who__label" for="who">${forms.who.person}</label>
${pick('organisation', 'who-organisation')}<label class="who__label" for="who-organisation">${forms.who.organisation}</label>
${problemLine('who', filled)}
<div class="who__person">
${lineField('name', filled, { autocomplete: 'name' })}
${selectField('idKind', withStandard(filled), choicesOf(idKinds, forms.idKinds), { none: forms.choose })}
${lineField('idNumber', filled, { hint: forms.hints.idNumber, isCode: true })}
</div>
<div class="who__organisation">
${selectField('class', filled, choicesOf(organisationClasses, forms.classes), { none: forms.choose })}
${lineField('organisation', filled, { autocomplete: 'organization' })}
${lineField('creditCode', filled, { hint: forms.hints.creditCode, isCode: true })}
${lineField('legalRepresentative', filled)}
${lineField('contact', filled, { autocomplete: 'name' })}
</div></fieldset>`;
}

/** Nearly everybody has an identity card. */
function withStandard(filled: Filled): Filled {
  return { ...filled, values: { idKind: 'resident', ...filled.values } };
}

function choicesOf<Value extends string>(values: readonly Value[], labels: Readonly<Record<Value, string>>) {
  return values.map((value) => ({ value, label: labels[value] }));
}

export function contactFields(filled: Filled, addressHint: string): Markup {
  const { hints } = filled.words.forms;
  return html`${lineField('phone', filled, { type: 'tel', inputMode: 'tel', autocomplete: 'tel', hint: hints.phone })}
${lineField('address', filled, { hint: addressHint, isOptional: true, autocomplete: 'street-address' })}
${lineField('postCode', filled, { inputMode: 'numeric', isOptional: true, autocomplete: 'postal-code' })}
${lineField('email', filled, { type: 'email', inputMode: 'email', isOptional: true, autocomplete: 'email' })}`;
}

/** A drop-down of all agencies; the script makes a search of it where there are many. */
export function agencyField(filled: Filled, context: PageContext, label: string): Markup {
  const { forms } = filled.words;
  const agencies = (context.manifest?.agencies ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return html`<div id="agency-field">${selectField('agency', filled, agencies, { label, none: forms.agencyUnknown, hint: forms.hints.agency })}</div>`;
}
