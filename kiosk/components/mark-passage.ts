// Marks found words in the text of a body part, and finds the place a search meant.
import type { Passage } from '../state/passage.ts';

/** A word that stands everywhere is not marked everywhere. */
const mostMarks = 100;

/** The text of an element without blanks, and where each of its characters stands. */
interface PlainText {
  readonly text: string;
  readonly nodes: readonly Text[];
  /** Character → index into `nodes`, and offset in that node. */
  readonly owners: readonly number[];
  readonly offsets: readonly number[];
}

interface Found {
  readonly start: number;
  readonly end: number;
}

/**
 * Marks the words of a passage in `part`. Gives the mark at the passage itself, or null when it is not in this
 * part; and the first mark there is.
 */
export function markPassage(
  part: HTMLElement,
  passage: Passage,
): { readonly place: HTMLElement | null; readonly first: HTMLElement | null } {
  const plain = readPlainText(part);
  const near = passage.near === '' ? -1 : plain.text.indexOf(passage.near);
  const target = near < 0 ? -1 : near + passage.at;
  const found = findWords(plain.text, passage.words, target);
  const marks = new Map<number, HTMLElement>();
  // From the end: what is wrapped later in a node leaves the offsets before it as they are.
  for (const { start, end } of found.toReversed()) {
    const mark = wrap(plain, start, end);
    if (mark) marks.set(start, mark);
  }
  const first = found.map(({ start }) => marks.get(start)).find((mark) => mark !== undefined) ?? null;
  const atTarget = found.find(({ start, end }) => target >= start && target < end);
  return { place: (atTarget && marks.get(atTarget.start)) ?? null, first };
}

function readPlainText(part: HTMLElement): PlainText {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  const owners: number[] = [];
  const offsets: number[] = [];
  let text = '';
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { data } = node as Text;
    for (let offset = 0; offset < data.length; offset += 1) {
      const character = data.charAt(offset);
      if (/\s/.test(character)) continue;
      text += character;
      owners.push(nodes.length);
      offsets.push(offset);
    }
    nodes.push(node as Text);
  }
  return { text, nodes, owners, offsets };
}

/** Where the words stand, without overlaps; the one that holds `target` is never left out. */
function findWords(text: string, words: readonly string[], target: number): Found[] {
  const all: Found[] = [];
  for (const word of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      all.push({ start: at, end: at + word.length });
    }
  }
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: Found[] = [];
  for (const found of all) if (found.start >= (apart.at(-1)?.end ?? 0)) apart.push(found);
  return apart.filter(({ start, end }, index) => index < mostMarks || (target >= start && target < end));
}

/** Wraps a stretch in marks, one for every text node it runs through; gives the first. */
function wrap({ nodes, owners, offsets }: PlainText, start: number, end: number): HTMLElement | null {
  let first: HTMLElement | null = null;
  let last = end - 1;
  while (last >= start) {
    let from = last;
    while (from > start && owners[from - 1] === owners[last]) from -= 1;
    const node = nodes[owners[last] ?? 0];
    if (node === undefined) return first;
    const range = document.createRange();
    range.setStart(node, offsets[from] ?? 0);
    range.setEnd(node, (offsets[last] ?? 0) + 1);
    first = document.createElement('mark');
    range.surroundContents(first);
    last = from - 1;
  }
  return first;
}

/** Brings a mark to the middle of the screen; rows of a table that were folded away show it. */
export function showMark(mark: HTMLElement): void {
  const row = mark.closest<HTMLElement>('tr[hidden]');
  if (row) row.hidden = false;
  mark.scrollIntoView({ block: 'center' });
}
