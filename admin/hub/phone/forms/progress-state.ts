// Where a matter stands: its state in large letters, by when it is answered and why then, and what happened so far.
import { settledStates } from '#shared/cases/case-kinds.ts';
import type { CaseProgress } from '#shared/protocol/cases-api.ts';
import { formatDate } from '../format.ts';
import { html, type Markup } from '../markup.ts';
import type { PageContext } from '../page-context.ts';
import type { FormText } from './form-text.ts';

export function stateBlock(matter: CaseProgress, { progress }: FormText, _context: PageContext): Markup {
  const { name, meaning } = progress.states[matter.state];
  const mark =
    matter.state === 'completing' ? 'asked' : settledStates.includes(matter.state) ? 'settled' : 'going';
  return html`<div class="state state--${mark}"><p class="state__name">${name}</p><p>${meaning}</p>
<p class="state__agency"><span>${progress.agency}</span> ${matter.agencyName === '' ? progress.unassigned : matter.agencyName}</p></div>`;
}

/** Null where no limit runs. */
export function dueBlock(
  matter: CaseProgress,
  { progress }: FormText,
  { language }: PageContext,
): Markup | null {
  if (settledStates.includes(matter.state)) return null;
  if (matter.dueOn === null) {
    return matter.state === 'completing' ? html`<p class="due due--none">${progress.noDue}</p>` : null;
  }
  const lines = matter.dueExplanation;
  return html`<section class="due"><p class="due__name">${progress.due}</p>
<p class="due__day">${formatDate(matter.dueOn, language)}</p>
${
  lines.length === 0
    ? null
    : html`<details class="fold"><summary>${progress.dueWhy}</summary><ol class="due__lines">${lines.map((line) => html`<li>${line}</li>`)}</ol></details>`
}</section>`;
}

export function timeline(matter: CaseProgress, { progress }: FormText, { language }: PageContext): Markup {
  return html`<section><h2>${progress.timeline}</h2><ol class="timeline">${matter.steps.map(
    ({ on, what, note }) =>
      html`<li><time datetime="${on}">${formatDate(on, language)}</time><b>${progress.steps[what]}</b>${note === '' ? null : html`<p>${note}</p>`}</li>`,
  )}</ol></section>`;
}
