// The words of a stretch of the page in their comparable form, and where on the page each stands.
import { normalise, normalisedText, originalEnd } from '#shared/search/normalise.ts';

/** A paragraph ends here: nothing is found across it. No text on the page holds this character. */
const blockEnd = '\u2029';
const blocks = 'p, li, td, th, dt, dd, h1, h2, h3, h4, h5, h6, caption, figcaption, blockquote, pre, div';

/** The text of one element as it can be searched in. */
export class FindableText {
  readonly #nodes: Text[] = [];
  /** Where in `#raw` each node begins. */
  readonly #begins: number[] = [];
  readonly #raw: string;
  readonly #normalised;

  constructor(element: Element) {
    let raw = '';
    let block: Element | null = null;
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const own = node.parentElement?.closest(blocks) ?? null;
      if (own !== block && raw !== '') raw += blockEnd;
      block = own;
      this.#nodes.push(node as Text);
      this.#begins.push(raw.length);
      raw += (node as Text).data;
    }
    this.#raw = raw;
    this.#normalised = normalise(raw);
  }

  /** Every place that holds `words`, whatever its width, case and punctuation, in order and apart. */
  find(words: string): StaticRange[] {
    const sought = normalisedText(words);
    const ranges: StaticRange[] = [];
    if (sought === '') return ranges;
    const { text, starts } = this.#normalised;
    for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length)) {
      const start = starts[at] ?? 0;
      const end = originalEnd(this.#raw, this.#normalised, at + sought.length - 1);
      if (!this.#raw.slice(start, end).includes(blockEnd)) ranges.push(this.#rangeOf(start, end));
    }
    return ranges;
  }

  /** The text with its paragraphs apart, for looking for defined terms. */
  get paragraphs(): string[] {
    return this.#raw.split(blockEnd);
  }

  #rangeOf(start: number, end: number): StaticRange {
    const first = this.#nodeAt(start);
    const last = this.#nodeAt(end - 1);
    return new StaticRange({
      startContainer: this.#nodes[first] as Text,
      startOffset: start - (this.#begins[first] ?? 0),
      endContainer: this.#nodes[last] as Text,
      endOffset: end - (this.#begins[last] ?? 0),
    });
  }

  /** Index of the node that holds a place in `#raw`, by halving. */
  #nodeAt(place: number): number {
    let low = 0;
    let high = this.#begins.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#begins[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
