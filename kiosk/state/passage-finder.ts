// Looks for a passage in a body that arrives part by part, and goes there once.
import { markPassage, showMark } from '../components/mark-passage.ts';
import type { Passage } from './passage.ts';
import { type Settled, watchSettled } from './settled.ts';

/** Goes to a passage as soon as it is there, unless the visitor has begun to move. */
export class PassageFinder {
  readonly #passage: Passage;
  readonly #cancel: AbortSignal;
  #first: HTMLElement | null = null;
  readonly #visitor: Settled;

  constructor(passage: Passage, cancel: AbortSignal) {
    this.#passage = passage;
    this.#cancel = cancel;
    this.#visitor = watchSettled(cancel);
  }

  look(part: HTMLElement): void {
    const { place, first } = markPassage(part, this.#passage);
    this.#first ??= first;
    const here = this.#passage.near === '' ? first : place;
    if (here) this.#show(here);
  }

  /** The whole body is there. Where the passage itself was not found, the first of its words is shown. */
  end(): void {
    if (this.#first) this.#show(this.#first);
  }

  #show(mark: HTMLElement): void {
    if (this.#visitor.isSettled || this.#cancel.aborted) return;
    this.#visitor.isSettled = true;
    showMark(mark);
  }
}
