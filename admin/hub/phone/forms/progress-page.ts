// `/m/progress`: where a matter stands, what is asked of whom, and what was answered. All of it works without a script.
import type { CaseProgress } from '#shared/protocol/cases-api.ts';
import { page } from '../layout.ts';
import { type Content, html, type Markup } from '../markup.ts';
import { link, type PageContext } from '../page-context.ts';
import { formScript } from './form-assets.ts';
import { type FormText, formText } from './form-text.ts';
import { answerSections, completionForm, rateForm, withdrawForm } from './progress-forms.ts';
import { dueBlock, stateBlock, timeline } from './progress-state.ts';
import { scriptWords } from './script-words.ts';

/** What the code is asked with, and what comes back in the page so that it need not be typed again. */
export interface ProgressKey {
  readonly code: string;
  readonly lastFour: string;
}

export interface ProgressAskView {
  readonly key: ProgressKey;
  /** What is wrong with which of the two, in words. */
  readonly problem: { readonly field: 'code' | 'lastFour'; readonly words: string } | null;
  /** Why it could not be looked up. */
  readonly trouble: string | null;
  readonly style: string;
}

/** The page that asks for the code. */
export function progressAskPage(view: ProgressAskView, context: PageContext): string {
  const words = formText(context.language);
  const { progress } = words;
  const main = html`<div class="form-page" id="progress-page" data-words="${scriptWords(words, 'progress', context)}">
<h1>${progress.title}</h1>
${view.trouble === null ? null : html`<div class="summary" role="alert" tabindex="-1"><p><strong>${view.trouble}</strong></p></div>`}
<section id="own" class="own" hidden><h2>${progress.own}</h2><ul id="own-list"></ul>
<p class="own__shared">${progress.ownShared}</p>
<p class="actions"><button class="plain" type="button" id="own-forget-all">${progress.ownForgetAll}</button></p></section>
<p class="hidden" role="status" id="own-told"></p>
${askForm(view, words, context)}
<p class="lost">${progress.lost}</p>
${newLinks(words, context)}</div>`;
  return page(context, { title: progress.title, main, module: formScript, style: view.style });
}

function askForm({ key, problem }: ProgressAskView, { progress }: FormText, context: PageContext): Markup {
  const wrong = (field: 'code' | 'lastFour') =>
    problem?.field === field ? html` aria-invalid="true"` : null;
  const told = (field: 'code' | 'lastFour') =>
    html`<p class="problem" id="${field}-problem"${problem?.field === field ? null : html` hidden`}>${problem?.field === field ? problem.words : ''}</p>`;
  return html`<form class="form ask" id="ask" method="post" action="${link(context, '/m/progress')}" data-code-short="${progress.codeShort}" data-digits-wrong="${progress.digitsWrong}" novalidate>
<p class="ask__lead">${progress.lead}</p>
<div class="field"><label for="code">${progress.code}</label><small class="hint" id="code-hint">${progress.codeHint}</small>
<input id="code" name="code" class="ask__code" value="${key.code}" maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="code-hint code-problem"${wrong('code')}>${told('code')}</div>
<div class="field"><label for="lastFour">${progress.lastFour}</label><small class="hint" id="lastFour-hint">${progress.lastFourHint}</small>
<input id="lastFour" name="lastFour" class="ask__digits" value="${key.lastFour}" maxlength="4" inputmode="numeric" autocomplete="off" aria-describedby="lastFour-hint lastFour-problem"${wrong('lastFour')}>${told('lastFour')}</div>
<p class="actions"><button class="solid">${progress.look}</button></p></form>`;
}

function newLinks({ kinds }: FormText, context: PageContext): Markup {
  const to = (form: 'apply' | 'correct' | 'voice') =>
    html`<li><a href="${link(context, `/m/${form}`)}">${kinds[form].title}</a></li>`;
  return html`<ul class="links">${to('apply')}${to('correct')}${to('voice')}</ul>`;
}

export interface ProgressView {
  readonly progress: CaseProgress;
  readonly key: ProgressKey;
  /** What was just done, in words; or why it could not be. */
  readonly done: string | null;
  readonly trouble: string | null;
  /** Id for a completion sent from this page. */
  readonly submissionId: string;
  /** What was written as a completion, when it comes back to be mended. */
  readonly completion: string;
  readonly style: string;
}

/** The page of one matter. */
export function progressPage(view: ProgressView, context: PageContext): string {
  const words = formText(context.language);
  const { progress: matter } = view;
  const main = html`<div class="form-page" id="progress-page" data-words="${scriptWords(words, 'progress', context)}">
<p class="matter__kind">${words.kinds.kinds[matter.kind]} <span class="keep">${matter.number}</span></p>
<h1>${matter.title === '' ? words.kinds.kinds[matter.kind] : matter.title}</h1>
${told(view)}
<div id="outbox" hidden></div>
${stateBlock(matter, words, context)}
${completionForm(view, words, context)}
${answerSections(view, words, context)}
${dueBlock(matter, words, context)}
${rateForm(view, words, context)}
${timeline(matter, words, context)}
${withdrawForm(view, words, context)}
<p><a class="jump" href="${link(context, '/m/progress')}">${words.progress.another}</a></p></div>`;
  return page(context, { title: words.progress.title, main, module: formScript, style: view.style });
}

function told({ done, trouble }: ProgressView): Content {
  if (trouble !== null)
    return html`<div class="summary" role="alert" tabindex="-1"><p><strong>${trouble}</strong></p></div>`;
  return done === null ? null : html`<p class="version told" role="status">${done}</p>`;
}
