// Finds words in a text that may still be arriving, marks them all without touching it, and goes from one to the next.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { inStatuteNumerals } from '../components/article-numbers.ts';
import { FindableText } from '../components/findable-text.ts';
import { scroller } from './navigation.ts';

/** Names of the two highlights in the style sheet. */
const allName = 'found';
const currentName = 'found-current';
/** The found words come to stand this far down the reading area, as a share of its height. */
const restingShare = 0.35;

export interface Find {
  /** How many places were found so far. */
  readonly count: number;
  /** The place shown, counting from 0; -1 when nothing was found. */
  readonly current: number;
  readonly go: (steps: 1 | -1) => void;
  readonly countOf: (words: string) => number;
  readonly texts: readonly FindableText[];
}

/** Each part of a text is read once; what is in it is kept as long as the part itself. */
const known = new WeakMap<Element, FindableText>();

function textsOf(container: Element | null): FindableText[] {
  return [...(container?.children ?? [])].map((part) => {
    const text = known.get(part) ?? new FindableText(part);
    known.set(part, text);
    return text;
  });
}

function rowOf({ startContainer }: StaticRange): HTMLElement | null {
  return startContainer.parentElement?.closest<HTMLElement>('tr[hidden]') ?? null;
}

function topOf(place: StaticRange): number {
  const range = document.createRange();
  range.setStart(place.startContainer, place.startOffset);
  range.setEnd(place.endContainer, place.endOffset);
  return range.getBoundingClientRect().top;
}

/** The first place at or after what is being read, by halving; folded rows stand where the fold is. */
function nearest(places: readonly StaticRange[]): number {
  const line = scroller.current?.getBoundingClientRect().top ?? 0;
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const place = places[middle];
    if (place && !rowOf(place) && topOf(place) < line) low = middle + 1;
    else high = middle;
  }
  return low === places.length ? 0 : low;
}

function show(place: StaticRange): void {
  const row = rowOf(place);
  if (row) row.hidden = false;
  place.startContainer.parentElement?.scrollIntoView({ block: 'nearest', inline: 'center' });
  const area = scroller.current;
  const box = area?.getBoundingClientRect();
  if (area && box) area.scrollTop += topOf(place) - box.top - box.height * restingShare;
}

function highlight(name: string, places: readonly StaticRange[], priority: number): void {
  const marks = new Highlight(...places);
  marks.priority = priority;
  CSS.highlights.set(name, marks);
}

/** Looks for `words` in the children of `container`; `shownParts` tells when there are more of them. */
export function useFind(container: Element | null, shownParts: number, words: string): Find {
  const texts = useMemo(() => textsOf(container), [container, shownParts]);
  const sought = inStatuteNumerals(words);
  const places = useMemo(() => texts.flatMap((text) => text.find(sought)), [texts, sought]);
  const [current, setCurrent] = useState({ sought: '', index: -1 });
  const isOld = current.sought !== sought || (current.index < 0 && places.length > 0);
  const index = places.length === 0 ? -1 : isOld ? nearest(places) : current.index;
  useEffect(() => highlight(allName, places, 0), [places]);
  useEffect(() => {
    const place = places[index];
    highlight(currentName, place ? [place] : [], 1);
    if (place) show(place);
    if (isOld) setCurrent({ sought, index });
  }, [sought, index]);
  useEffect(
    () => () => {
      CSS.highlights.delete(allName);
      CSS.highlights.delete(currentName);
    },
    [],
  );
  return {
    count: places.length,
    current: index,
    go: (steps) => {
      if (places.length > 0) setCurrent({ sought, index: (index + steps + places.length) % places.length });
    },
    countOf: (other) => texts.reduce((sum, text) => sum + text.find(other).length, 0),
    texts,
  };
}
