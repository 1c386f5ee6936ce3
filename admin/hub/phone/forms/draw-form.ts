// Chooses the page of a form, or the page that says where else to go while nothing of its kinds is taken online.
import type { CaseKind } from '#shared/cases/case-kinds.ts';
import { type CaseForm, voiceKinds } from '#shared/cases/forms/form-fields.ts';
import type { CaseOffers } from '../../cases/case-ports.ts';
import { defaultCaseSettings } from '../../cases/case-settings.ts';
import type { Phone } from '../answer-page.ts';
import { firstPhone } from '../format.ts';
import { page } from '../layout.ts';
import { html } from '../markup.ts';
import { link, type PageContext } from '../page-context.ts';
import { applyPage } from './apply-page.ts';
import { correctPage } from './correct-page.ts';
import type { FormView } from './form-page.ts';
import { formText } from './form-text.ts';
import { voicePage } from './voice-page.ts';

const pages = { apply: applyPage, correct: correctPage, voice: voicePage } as const;
const kindsOf: Readonly<Record<CaseForm, readonly CaseKind[]>> = {
  apply: ['request'],
  correct: ['correction'],
  voice: voiceKinds,
};

export function drawForm(view: FormView, context: PageContext): string {
  const isOpen = kindsOf[view.form].some((kind) => view.offers.openKinds.includes(kind));
  return isOpen ? pages[view.form](view, context) : closedPage(view, context);
}

function closedPage({ form, style }: FormView, context: PageContext): string {
  const { forms, kinds } = formText(context.language);
  const venue = context.manifest?.venue;
  const phone = firstPhone(venue?.phone ?? null);
  const main = html`<div class="form-page"><h1>${kinds[form].title}</h1>
<p class="lead"><strong>${forms.closed.title}</strong></p><p>${forms.closed.help}</p>
${venue?.address ? html`<p>${venue.address}</p>` : null}
${phone === null ? null : html`<p class="actions"><a class="solid" href="${phone}">${venue?.phone}</a></p>`}
<p><a class="jump" href="${link(context, '/m/progress')}">${forms.progressLink}</a></p></div>`;
  return page(context, { title: kinds[form].title, main, style });
}

/** Everything is offered while the settings cannot be read: what is not taken is told when it is submitted. */
export async function loadOffers({ runtime }: Phone): Promise<CaseOffers> {
  try {
    return await runtime.services.caseIntake.offers();
  } catch (thrown) {
    runtime.services.log('what may be handed in online could not be read', thrown);
    return defaultCaseSettings;
  }
}
