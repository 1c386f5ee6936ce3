// HTML from template literals in which everything interpolated is escaped unless it is markup already.

/** A piece of HTML that may stand in a page as it is. Only `html` and `trusted` make one. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What a template may hold; null, undefined and false leave nothing. */
export type Content = Markup | string | number | null | undefined | false | readonly Content[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Text made safe for element content and for attribute values in quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => entities[character] ?? '');
}

/** Use as a tag: html`<p title="${a}">${b}</p>`. Attribute values must stand in double quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  const pieces = strings.map((piece, index) => piece + render(values[index]));
  return new Markup(pieces.join(''));
}

/** Marks HTML that a sanitiser has just produced. */
export function trusted(sanitised: string): Markup {
  return new Markup(sanitised);
}

function render(content: Content): string {
  if (content === null || content === undefined || content === false) return '';
  if (content instanceof Markup) return content.text;
  if (typeof content === 'object') return content.map(render).join('');
  return escapeHtml(String(content));
}
