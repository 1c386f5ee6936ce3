// What of a screen is read aloud, in which order: its title, then every line from the top of what is in sight.
import type { Piece } from './reader.ts';
import { splitSentences } from './sentences.ts';
import { spokenLanguage } from './voices.ts';

/** Buttons in reach on every screen of a kind, drawings, and words that only name things; what stands for a drawing is said. */
const silent = '[aria-hidden="true"], svg, script, style, [data-silent], .visually-hidden:not([data-spoken])';
const inFlow = new Set(['inline', 'contents']);
/** A table of 2,000 rows is read for hours; nobody listens longer than this many lines. */
const mostLines = 4_000;

/** One line or paragraph: the texts that stand in it, in order. */
interface Line {
  readonly element: Element;
  readonly texts: Text[];
}

/** The innermost element that lays its text out by itself. */
function lineOf(text: Text, root: Element): Element {
  let element = text.parentElement ?? root;
  while (element !== root && inFlow.has(getComputedStyle(element).display)) {
    element = element.parentElement ?? root;
  }
  return element;
}

function* textsOf(root: Element): Generator<Text> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node instanceof Text) {
      return node.data.trim() === '' ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
    }
    const isSilent = node instanceof Element && (node.matches(silent) || !node.checkVisibility());
    return isSilent ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  while (walker.nextNode()) yield walker.currentNode as Text;
}

function linesOf(root: Element): Line[] {
  const lines: Line[] = [];
  for (const text of textsOf(root)) {
    const element = lineOf(text, root);
    const last = lines.at(-1);
    if (last?.element === element) last.texts.push(text);
    else if (lines.length < mostLines) lines.push({ element, texts: [text] });
    else break;
  }
  return lines;
}

/** The place in the texts of a line that stands `offset` units from its beginning. */
function placeOf(texts: readonly Text[], offset: number): [Text, number] | null {
  let left = offset;
  for (const text of texts) {
    if (left <= text.length) return [text, left];
    left -= text.length;
  }
  return null;
}

function rangeOf(texts: readonly Text[], start: number, end: number): Range | null {
  const [from, to] = [placeOf(texts, start), placeOf(texts, end)];
  if (!from || !to) return null;
  const range = document.createRange();
  range.setStart(...from);
  range.setEnd(...to);
  return range;
}

function piecesOf({ element, texts }: Line): Piece[] {
  const whole = texts.map((text) => text.data).join('');
  const language = spokenLanguage(element.closest('[lang]')?.getAttribute('lang') ?? 'zh-CN');
  return splitSentences(whole).map(({ start, end }) => ({
    text: whole.slice(start, end).replace(/\s+/g, ' '),
    language,
    range: rangeOf(texts, start, end),
  }));
}

/** What to read of the screen in `scroller`. A title out of sight is still said first: it tells where one is. */
export function collectPieces(scroller: Element, fromTop: number): Piece[] {
  const title = scroller.querySelector('h1');
  const titlePieces = title ? linesOfTitle(title).flatMap(piecesOf) : [];
  const lines = linesOf(scroller).filter(({ element }) => {
    return !title?.contains(element) && element.getBoundingClientRect().bottom + scroller.scrollTop > fromTop;
  });
  return [...titlePieces, ...lines.flatMap(piecesOf)];
}

/** A title may be drawn elsewhere and hidden here, and is a title all the same. */
function linesOfTitle(title: Element): Line[] {
  const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts.length === 0 ? [] : [{ element: title, texts }];
}
