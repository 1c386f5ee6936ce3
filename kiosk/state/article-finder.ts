// Looks for an article in a body that arrives part by part, and goes there once.
import { articleAnchor } from '#shared/catalogue/legal-basis.ts';
import { findMarks } from '../components/body-articles.ts';
import { type Settled, watchSettled } from './settled.ts';

/** The article an address asks for: `?article=art-32`; null when it asks for none. */
export function parseArticle(url: string): string | null {
  const mark = url.indexOf('?');
  const asked = new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1)).get('article');
  return asked !== null && /^art-\d{1,4}(?:-\d{1,3})?$/.test(asked) ? asked : null;
}

/** Goes to an article as soon as it is there, unless the visitor has begun to move. */
export class ArticleFinder {
  readonly #anchor: string;
  readonly #cancel: AbortSignal;
  readonly #visitor: Settled;

  constructor(anchor: string, cancel: AbortSignal) {
    this.#anchor = anchor;
    this.#cancel = cancel;
    this.#visitor = watchSettled(cancel);
  }

  look(part: HTMLElement): void {
    if (this.#visitor.isSettled || this.#cancel.aborted) return;
    const found = findMarks(part).find(
      ({ kind, label }) => kind === 'article' && articleAnchor(label) === this.#anchor,
    );
    if (!found) return;
    this.#visitor.isSettled = true;
    found.element.classList.add('body__cited');
    found.element.scrollIntoView({ block: 'center' });
  }

  /** The whole body is there; an article it does not have changes nothing. */
  end(): void {}
}
