// What changed from one version of a text to the next, paragraph by paragraph.
import { diffSequences } from './diff-sequences.ts';
import { diffWords, likeness, type Stretch } from './diff-words.ts';

export type ParagraphChange =
  | { readonly type: 'same'; readonly paragraphs: readonly string[] }
  | { readonly type: 'removed' | 'added'; readonly text: string }
  | { readonly type: 'changed'; readonly stretches: readonly Stretch[] };

/** Less alike than this, one paragraph went and another came. */
const leastLikeness = 0.45;
/** A removed paragraph looks for its successor among so many added ones. */
const lookedAhead = 12;

/** All paragraphs of both versions, in order. */
export function diffParagraphs(before: readonly string[], after: readonly string[]): ParagraphChange[] {
  const changes: ParagraphChange[] = [];
  const edits = diffSequences(before, after);
  for (let index = 0; index < edits.length; index += 1) {
    const edit = edits[index];
    const next = edits[index + 1];
    if (edit?.type === 'keep') changes.push({ type: 'same', paragraphs: edit.items });
    else if (edit?.type === 'remove' && next?.type === 'add') {
      changes.push(...pairUp(edit.items, next.items));
      index += 1;
    } else if (edit?.type === 'remove')
      changes.push(...edit.items.map((text) => ({ type: 'removed', text }) as const));
    else if (edit) changes.push(...edit.items.map((text) => ({ type: 'added', text }) as const));
  }
  return changes;
}

/** Removed and added paragraphs that are versions of each other become changed ones, in their order. */
function pairUp(removed: readonly string[], added: readonly string[]): ParagraphChange[] {
  const changes: ParagraphChange[] = [];
  let next = 0;
  for (const text of removed) {
    const ahead = added.slice(next, next + lookedAhead).map((other) => likeness(text, other));
    const best = ahead.indexOf(Math.max(...ahead));
    if (best < 0 || (ahead[best] ?? 0) < leastLikeness) {
      changes.push({ type: 'removed', text });
      continue;
    }
    for (const passed of added.slice(next, next + best)) changes.push({ type: 'added', text: passed });
    changes.push({ type: 'changed', stretches: diffWords(text, added[next + best] ?? '') });
    next += best + 1;
  }
  for (const text of added.slice(next)) changes.push({ type: 'added', text });
  return changes;
}
