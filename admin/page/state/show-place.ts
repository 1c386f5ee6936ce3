// Leads the eye from a comment to the words or the field it is about.
import { contentLabel } from './content-words.ts';
import { contentFields } from './merge-drafts.ts';
import { bodyPlace } from './selected-words.ts';

const highlightName = 'comment';

/** Every text below an element as one run without blanks, and where each of its characters stands. */
function charactersOf(root: Element) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const places: { readonly node: Text; readonly offset: number }[] = [];
  let text = '';
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { data } = node as Text;
    for (let offset = 0; offset < data.length; offset += 1) {
      const character = data[offset] ?? '';
      if (/\s/.test(character)) continue;
      text += character;
      places.push({ node: node as Text, offset });
    }
  }
  return { text, places };
}

/** Where the quoted words stand in the body; null when they are no longer there. */
export function rangeOfQuote(root: Element, quote: string): Range | null {
  const wanted = quote.replace(/\s+/g, '');
  const { text, places } = charactersOf(root);
  const at = wanted === '' ? -1 : text.indexOf(wanted);
  const first = places[at];
  const last = places[at + wanted.length - 1];
  if (first === undefined || last === undefined) return null;
  const range = document.createRange();
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset + 1);
  return range;
}

/** Marks the words where the browser can, without touching the text. */
function highlight(range: Range | null): void {
  if (typeof Highlight === 'undefined') return;
  CSS.highlights.delete(highlightName);
  if (range !== null) CSS.highlights.set(highlightName, new Highlight(range));
}

function showField(place: string): void {
  const field = contentFields.find((one) => one === place);
  if (field === undefined) return;
  const words = contentLabel(field);
  const labels = [...document.querySelectorAll<HTMLLabelElement>('.editor label')];
  const control = labels.find((label) => label.textContent?.trim() === words)?.control;
  control?.scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
}

/** Scrolls to a comment's place: the quoted words, else the body, else the field. */
export function showPlace({ place, quote }: { readonly place: string; readonly quote: string }): void {
  if (place === 'body') showQuote(quote);
  else showField(place);
}

function showQuote(quote: string): void {
  const body = document.querySelector(bodyPlace);
  const range = body && quote !== '' ? rangeOfQuote(body, quote) : null;
  highlight(range);
  const element = range?.startContainer.parentElement ?? body;
  element?.scrollIntoView({ block: 'center' });
}
