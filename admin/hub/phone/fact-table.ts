// The quiet two-column table of facts: the official header and the details of every kind.
import { type Content, html, type Markup } from './markup.ts';

/** A label and what stands beside it; rows without content are left out. */
export type Fact = readonly [label: string, content: Content];

const isEmpty = (content: Content) =>
  content === null ||
  content === undefined ||
  content === false ||
  content === '' ||
  (Array.isArray(content) && content.length === 0);

/** Null when no row has content. */
export function factTable(caption: string, facts: readonly Fact[], isCaptionShown: boolean): Markup | null {
  const rows = facts.filter(([, content]) => !isEmpty(content));
  if (rows.length === 0) return null;
  return html`<table class="facts"><caption${isCaptionShown ? null : html` class="hidden"`}>${caption}</caption><tbody>
${rows.map(([label, content]) => html`<tr><th scope="row">${label}</th><td>${content}</td></tr>`)}
</tbody></table>`;
}

/** Text whose line breaks are kept. */
export function lines(text: string | null): Content {
  if (text === null) return null;
  return text.split(/\r?\n/).map((line, index) => (index === 0 ? line : [html`<br>`, line]));
}

/** A titled list; null when it would be empty. */
export function listSection(title: string, items: readonly Content[], isOrdered = false): Markup | null {
  if (items.length === 0) return null;
  const entries = items.map((item) => html`<li>${item}</li>`);
  return html`<section><h2>${title}</h2>${isOrdered ? html`<ol class="items">${entries}</ol>` : html`<ul class="items">${entries}</ul>`}</section>`;
}
