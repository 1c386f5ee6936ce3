// `/m/voice`: an opinion, a complaint, a suggestion or a question, with a name or without.
import { voiceKinds } from '#shared/cases/forms/form-fields.ts';
import { html, type Markup } from '../markup.ts';
import type { PageContext } from '../page-context.ts';
import { agencyField } from './applicant-fields.ts';
import { privacyLines } from './apply-page.ts';
import { choiceField, type Filled, lineField, textField, tickField } from './field-markup.ts';
import { type FormView, filledOf, formPage } from './form-page.ts';

export function voicePage(view: FormView, context: PageContext): string {
  const filled = filledOf(view, context);
  const { voice } = filled.words.kinds;
  return formPage(
    view,
    {
      title: voice.title,
      lead: voice.lead,
      fields: voiceFields(view, filled, context),
      proof: { title: voice.proof, lead: voice.proofLead },
      last: html`<section class="block"><h2>${voice.publish}</h2>${tickField('mayPublish', filled, voice.publishHint)}</section>
<details class="fold"><summary>${filled.words.forms.privacyTitle}</summary>${privacyLines(filled, view.offers.keepVoicesMonths)}</details>`,
      labels: { content: voice.content, agency: voice.agency },
      submit: voice.submit,
      after: html`<section><h2>${voice.explain}</h2><ul>${voice.explainLines.map((line) => html`<li>${line}</li>`)}</ul></section>`,
    },
    context,
  );
}

function voiceFields({ offers }: FormView, filled: Filled, context: PageContext): Markup {
  const { forms, kinds } = filled.words;
  const { voice } = kinds;
  const offered = voiceKinds.filter((kind) => offers.openKinds.includes(kind));
  const choices = offered.map((value) => ({ value, label: forms.voiceKinds[value] }));
  return html`<section class="block"><h2>${voice.about}</h2>
${choiceField('kind', filled, choices)}
${textField('content', filled, { label: voice.content, hint: voice.contentHint, rows: 6 })}
${agencyField(filled, context, voice.agency)}</section>
<section class="block"><h2>${voice.you}</h2><p>${voice.youLead}</p>
${lineField('name', filled, { autocomplete: 'name', isOptional: true })}
${lineField('phone', filled, { type: 'tel', inputMode: 'tel', autocomplete: 'tel', isOptional: true, hint: forms.hints.phoneVoice })}</section>`;
}
