// Shows what is wrong: a line at each field, a summary on top, and the first of them in front of the person.

import type { ProblemPlace } from '#shared/cases/forms/check-form.ts';
import type { ScriptWords } from '#shared/cases/forms/script-words.ts';
import { fillWords } from '#shared/words/fill-words.ts';
import { byId, make } from './page-words.ts';

export interface Problem {
  readonly field: ProblemPlace;
  readonly words: string;
}

/** Says or unsays what is wrong with one field. */
export function markField(field: string, words: string | null): void {
  const line = byId(`${field}-problem`);
  if (line !== null) {
    line.hidden = words === null;
    line.textContent = words ?? '';
  }
  const input = byId(field);
  if (words === null) input?.removeAttribute('aria-invalid');
  else if (input !== null && input.tagName !== 'BUTTON') input.setAttribute('aria-invalid', 'true');
}

export function clearProblems(): void {
  for (const line of Array.from(document.querySelectorAll<HTMLElement>('.problem'))) {
    markField(line.id.replace(/-problem$/, ''), null);
  }
  const summary = byId('summary');
  if (summary !== null) summary.hidden = true;
}

/** All of them at once; the focus goes to the first. */
export function showProblems(problems: readonly Problem[], words: ScriptWords): void {
  clearProblems();
  for (const { field, words: why } of problems) markField(field, why);
  const title =
    problems.length === 1 ? words.summaryOne : fillWords(words.summary, { count: String(problems.length) });
  const items = problems.map(({ field, words: why }) =>
    make('li', {}, [make('a', { href: `#${field}` }, [words.labels[field]]), ' ', make('span', {}, [why])]),
  );
  showSummary([make('p', {}, [make('strong', {}, [title])]), make('ul', {}, items)]);
  const first = problems[0] === undefined ? null : byId(problems[0].field);
  first?.focus({ preventScroll: true });
  first?.scrollIntoView({ block: 'center' });
}

/** A refusal that belongs to no field. */
export function showTrouble(why: string, words: ScriptWords): void {
  clearProblems();
  showSummary([
    make('p', {}, [make('strong', {}, [words.trouble])]),
    make('p', {}, [why]),
    make('p', {}, [words.troubleHelp]),
  ]);
  const summary = byId('summary');
  summary?.focus({ preventScroll: true });
  summary?.scrollIntoView({ block: 'center' });
}

function showSummary(content: readonly Node[]): void {
  const summary = byId('summary');
  if (summary === null) return;
  summary.replaceChildren(...content);
  summary.hidden = false;
  // Following a link to a field puts the cursor into it, also in browsers that only scroll.
  for (const link of Array.from(summary.querySelectorAll('a'))) {
    link.addEventListener('click', (event) => {
      const target = byId(link.hash.slice(1));
      if (target === null) return;
      event.preventDefault();
      target.focus({ preventScroll: true });
      target.scrollIntoView({ block: 'center' });
    });
  }
}
