// `/m/correct`: asking for the correction of records about oneself (Art. 41).
import { html, type Markup } from '../markup.ts';
import type { PageContext } from '../page-context.ts';
import { agencyField, applicantFields, contactFields } from './applicant-fields.ts';
import { consentBlock } from './apply-page.ts';
import { type Filled, lineField, textField } from './field-markup.ts';
import { type FormView, filledOf, formPage } from './form-page.ts';

export function correctPage(view: FormView, context: PageContext): string {
  const filled = filledOf(view, context);
  const { correct } = filled.words.kinds;
  return formPage(
    view,
    {
      title: correct.title,
      lead: correct.lead,
      fields: correctFields(view, filled, context),
      proof: { title: correct.proof, lead: correct.proofLead },
      last: consentBlock(filled, view.offers.keepRequestsMonths),
      labels: { title: correct.record, content: correct.content, agency: correct.agency },
      submit: correct.submit,
      after: html`<section><h2>${correct.explain}</h2><ul>${correct.explainLines.map((line) => html`<li>${line}</li>`)}</ul></section>`,
    },
    context,
  );
}

function correctFields(view: FormView, filled: Filled, context: PageContext): Markup {
  const { kinds, forms } = filled.words;
  const { correct } = kinds;
  const isKnown = view.values.recordCode !== undefined;
  return html`<section class="block"><h2>${correct.what}</h2>
${isKnown ? null : lineField('title', filled, { label: correct.record, hint: correct.recordHint })}
${textField('wrong', filled, { hint: correct.wrongHint, rows: 3 })}
${textField('right', filled, { hint: correct.rightHint, rows: 3 })}
${textField('content', filled, { label: correct.content, hint: correct.contentHint, rows: 3, isOptional: true })}
${agencyField(filled, context, correct.agency)}</section>
<section class="block"><h2>${correct.who}</h2><p>${correct.whoLead}</p>
${applicantFields(filled)}
${contactFields(filled, forms.hints.address2)}</section>`;
}
