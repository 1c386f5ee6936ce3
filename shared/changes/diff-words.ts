// What changed within one paragraph: Chinese by the character, words and figures whole.
import { diffSequences, type Edit } from './diff-sequences.ts';

/** A stretch of a paragraph. */
export interface Stretch {
  readonly type: Edit<string>['type'];
  readonly text: string;
}

/** Kept stretches shorter than this between two changes are noise: 的 in common does not make two sentences one. */
const shortestKept = 2;

/** 12.5 and abc are one token each, everything else is one by the character. */
function tokensOf(text: string): string[] {
  return text.match(/[A-Za-z]+|\d+(?:[.,]\d+)*|[\s\S]/gu) ?? [];
}

/** Stretches that turn `before` into `after`: what is kept or removed is `before`, what is kept or added `after`. */
export function diffWords(before: string, after: string): Stretch[] {
  const edits = diffSequences(tokensOf(before), tokensOf(after));
  const texts = edits.map(({ type, items }) => ({ type, text: items.join('') }));
  return joinStretches(texts.flatMap((stretch, index) => unlessNoise(stretch, index, texts)));
}

function unlessNoise(stretch: Stretch, index: number, all: readonly Stretch[]): Stretch[] {
  const isInside = index > 0 && index < all.length - 1;
  if (stretch.type !== 'keep' || !isInside || stretch.text.length >= shortestKept) return [stretch];
  return [
    { type: 'remove', text: stretch.text },
    { type: 'add', text: stretch.text },
  ];
}

/** Neighbours joined, removals before additions. */
function joinStretches(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed !== '') joined.push({ type: 'remove', text: removed });
    if (added !== '') joined.push({ type: 'add', text: added });
    removed = '';
    added = '';
  };
  for (const { type, text } of stretches) {
    if (type === 'remove') removed += text;
    else if (type === 'add') added += text;
    else {
      flush();
      joined.push({ type, text });
    }
  }
  flush();
  return joined;
}

/** How much of two paragraphs is the same, from 0 to 1: pairs of neighbouring characters they share (Dice, 1945). */
export function likeness(before: string, after: string): number {
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < before.length; at += 1) {
    const pair = before.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let at = 0; at + 1 < after.length; at += 1) {
    const pair = after.slice(at, at + 2);
    const left = pairs.get(pair) ?? 0;
    if (left === 0) continue;
    shared += 1;
    pairs.set(pair, left - 1);
  }
  const total = before.length + after.length - 2;
  return total <= 0 ? 0 : (2 * shared) / total;
}
